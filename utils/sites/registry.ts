import type { SiteAdapter } from './adapter.ts';
import { blueskyAdapter } from './bluesky.ts';
import { genericAdapter } from './generic.ts';
import { hackernewsAdapter } from './hackernews.ts';
import { mastodonAdapter } from './mastodon.ts';
import { redditAdapter } from './reddit.ts';
import { xAdapter } from './x.ts';

/**
 * In the order they are asked: first those that know their hosts, because a host cannot be imitated by a page's
 * markup; then Mastodon, which is told by marks in the page and may run anywhere; last `generic`, which takes all.
 */
const adapters: readonly SiteAdapter[] = [
  xAdapter,
  redditAdapter,
  blueskyAdapter,
  hackernewsAdapter,
  mastodonAdapter,
];

/** The adapter that reads this page; `generic` where none of its own takes it. */
export function findAdapter(doc: Document, url: URL): SiteAdapter {
  return adapters.find((adapter) => adapter.matches(doc, url)) ?? genericAdapter;
}
