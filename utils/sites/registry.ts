/** All adapters. Pages load one of them only (`scripts/build/page-scripts.ts`); this is for tools and tests. */
import type { SiteId } from '#utils/model/site.ts';
import type { SiteAdapter } from './adapter.ts';
import { amazonAdapter } from './amazon.ts';
import { appstoreAdapter } from './appstore.ts';
import { blueskyAdapter } from './bluesky.ts';
import { facebookAdapter } from './facebook.ts';
import { discourseAdapter } from './discourse.ts';
import { g2Adapter } from './g2.ts';
import { genericAdapter } from './generic.ts';
import { disqusAdapter } from './disqus.ts';
import { invisionAdapter } from './invision.ts';
import { vbulletinAdapter } from './vbulletin.ts';
import { lemmyAdapter } from './lemmy.ts';
import { misskeyAdapter } from './misskey.ts';
import { wordpressAdapter } from './wordpress.ts';
import { flarumAdapter } from './flarum.ts';
import { nodebbAdapter } from './nodebb.ts';
import { khorosAdapter } from './khoros.ts';
import { producthuntAdapter } from './producthunt.ts';
import { quoraAdapter } from './quora.ts';
import { stackexchangeAdapter } from './stackexchange.ts';
import { tripadvisorAdapter } from './tripadvisor.ts';
import { vanillaAdapter } from './vanilla.ts';
import { githubAdapter } from './github.ts';
import { phpbbAdapter } from './phpbb.ts';
import { xenforoAdapter } from './xenforo.ts';
import { googleplayAdapter } from './googleplay.ts';
import { googlemapsAdapter } from './googlemaps.ts';
import { googlebusinessAdapter } from './googlebusiness.ts';
import { hackernewsAdapter } from './hackernews.ts';
import { tiktokAdapter } from './tiktok.ts';
import { instagramAdapter } from './instagram.ts';
import { linkedinAdapter } from './linkedin.ts';
import { threadsAdapter } from './threads.ts';
import { mastodonAdapter } from './mastodon.ts';
import { recognizeSite } from './recognize.ts';
import { redditAdapter } from './reddit.ts';
import { trustpilotAdapter } from './trustpilot.ts';
import { xAdapter } from './x.ts';
import { yelpAdapter } from './yelp.ts';
import { youtubeAdapter } from './youtube.ts';
import { youtubestudioAdapter } from './youtubestudio.ts';

export const siteAdapters: Record<SiteId, SiteAdapter> = {
  x: xAdapter,
  reddit: redditAdapter,
  bluesky: blueskyAdapter,
  mastodon: mastodonAdapter,
  instagram: instagramAdapter,
  threads: threadsAdapter,
  tiktok: tiktokAdapter,
  hackernews: hackernewsAdapter,
  linkedin: linkedinAdapter,
  facebook: facebookAdapter,
  youtube: youtubeAdapter,
  youtubestudio: youtubestudioAdapter,
  trustpilot: trustpilotAdapter,
  googlebusiness: googlebusinessAdapter,
  googlemaps: googlemapsAdapter,
  googleplay: googleplayAdapter,
  xenforo: xenforoAdapter,
  discourse: discourseAdapter,
  phpbb: phpbbAdapter,
  github: githubAdapter,
  vanilla: vanillaAdapter,
  khoros: khorosAdapter,
  amazon: amazonAdapter,
  appstore: appstoreAdapter,
  tripadvisor: tripadvisorAdapter,
  quora: quoraAdapter,
  yelp: yelpAdapter,
  g2: g2Adapter,
  producthunt: producthuntAdapter,
  stackexchange: stackexchangeAdapter,
  nodebb: nodebbAdapter,
  flarum: flarumAdapter,
  wordpress: wordpressAdapter,
  lemmy: lemmyAdapter,
  misskey: misskeyAdapter,
  vbulletin: vbulletinAdapter,
  invision: invisionAdapter,
  disqus: disqusAdapter,
  generic: genericAdapter,
};

/** The adapter that reads this page; `generic` where none of its own takes it. */
export function findAdapter(doc: Document, url: URL): SiteAdapter {
  return siteAdapters[recognizeSite(doc, url)];
}
