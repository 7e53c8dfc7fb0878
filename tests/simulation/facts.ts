import type { Mutation } from '#utils/sync/wire.ts';
import { toNewerFact } from './newer-facts.ts';
import { olderDialect } from './older-dialect.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { Act } from './steps.ts';

/** What the author of a thread wrote, and nobody else. */
export function wordsOf(thread: number): string {
  return `Lamp ${thread} of Acme flickers`;
}

/** Facts that an act stands for; `unique` numbers them over the whole run. */
export function toMutations(
  browser: SimBrowser,
  act: Act,
  unique: number,
  fence: number | undefined,
  removable: string | null,
): Mutation[] {
  // A browser of the version before does not know them.
  const isOlder = browser.line.dialect === olderDialect;
  const thread = 'thread' in act ? act.thread : 0;
  const post = {
    site: 'x' as const,
    id: `${thread}`,
    author: { handle: 'lena_example' },
    text: wordsOf(thread),
    permalink: null,
    time: null,
    parentId: null,
  };
  const id = `x:${thread}`;
  switch (act.do) {
    case 'see': {
      const match = {
        brandId: 'acme',
        matched: 'Acme',
        kind: 'name' as const,
        sure: true,
        reason: 'Acme',
      };
      return [{ kind: 'thread.see', args: { id, post, match } }];
    }
    case 'outcome':
      return [{ kind: 'thread.setOutcome', args: { id, outcome: act.outcome, reason: '' } }];
    case 'reply':
      return [
        {
          kind: 'reply.record',
          args: {
            id: `x:reply-${unique}`,
            threadId: id,
            handle: browser.name,
            text: 'Press the base once.',
            permalink: null,
            at: 1,
            source: 'sent',
            ...(fence === undefined ? {} : { fence }),
          },
        },
      ];
    case 'saveEntry': {
      const entry = { kind: 'snippet' as const, text: 'Thank you.', tags: [], at: unique };
      return [{ kind: 'library.save', args: { id: `entry-${unique}`, ...entry } }];
    }
    case 'removeEntry':
      return removable === null ? [] : [{ kind: 'library.remove', args: { id: removable } }];
    case 'saveStory': {
      const story = { id, post, note: `${unique}`, tags: [], permission: 'none' as const };
      return [{ kind: 'story.save', args: story as never }];
    }
    case 'removeStory':
      return [{ kind: 'story.remove', args: { id } }];
    case 'rename': {
      const name = `${browser.name} ${unique}`;
      return [{ kind: 'member.update', args: { id: browser.memberId, name, handles: [] } }];
    }
    case 'saveBrand': {
      const lists = { names: [], handles: [], domains: [], excludedWords: [], contextWords: [] };
      const brand = { id: 'acme', name: `Acme ${unique}`, ...lists };
      return [{ kind: 'brand.save', args: brand }, toSiteFact(unique)];
    }
    default: {
      const newer = isOlder ? null : toNewerFact(act, unique);
      return newer === null ? [] : [newer];
    }
  }
}

/** What leads decide beside brands: how a site is read, now and then as shipped again. */
function toSiteFact(unique: number): Mutation {
  if (unique % 5 === 0) return { kind: 'site.remove', args: { id: 'x' } };
  const selectors = { 'post.post': `.seen-${unique}` };
  return { kind: 'site.save', args: { id: 'x', selectors } };
}
