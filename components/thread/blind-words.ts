/** Words about a site that Hearback cannot read any more, for panel and options. */
import { toClock } from '#components/ui/age.ts';
import type { PageHealth } from '#utils/model/site-health.ts';

/** Pages of one kind on which nothing was read, one after the other. */
export interface BlindKind {
  kind: PageHealth['kind'];
  pages: number;
  /** When the first was seen, local clock, ms. */
  since: number;
}

/** What pages of a kind are called. */
export const kindWords: Record<PageHealth['kind'], readonly [one: string, many: string]> = {
  feed: ['home page', 'home pages'],
  thread: ['thread page', 'thread pages'],
  profile: ['profile', 'profiles'],
  search: ['search', 'searches'],
  other: ['other page', 'other pages'],
};

export const blindWords = {
  noPosts: (pages: string, since: string) => `no posts read on ${pages} since ${since}.`,
  copy: 'Copy report',
  copyOf: (site: string) => `Copy report of ${site}`,
  copied:
    'Copied. Send it to a lead or put it into an issue. It holds numbers and names of selectors, nobody’s text.',
  notCopied: 'The browser did not allow copying.',
  change: 'Change selectors',
};

/** `no posts read on 3 home pages and 4 thread pages since 10:40.` */
export function toBlindLine(kinds: readonly BlindKind[], now: number): string {
  const pages = kinds.map(({ kind, pages: count }) => {
    const [one, many] = kindWords[kind];
    return `${count} ${count === 1 ? one : many}`;
  });
  const since = Math.min(...kinds.map((kind) => kind.since));
  return blindWords.noPosts(new Intl.ListFormat('en').format(pages), toClock(since, now));
}
