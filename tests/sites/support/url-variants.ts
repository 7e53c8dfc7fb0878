/** The addresses at which people meet the same page of a site. */
import type { SiteId } from '#utils/model/site.ts';

export interface UrlVariants {
  /** Hand-cut pages of the site: one of a conversation or of reviews first, others where they are read otherwise. */
  pages: string[];
  /** Other hosts that show the same; of software that runs anywhere the one with `www.` is tried by itself. */
  hosts?: string[];
  /** Why its addresses have no second form with a slash at the end. */
  noSlash?: string;
}

const QUERY_ROUTED = 'what names the page stands in the query';

export const urlVariants: Record<SiteId, UrlVariants> = {
  x: {
    pages: ['thread', 'feed', 'profile-japanese'],
    hosts: ['www.x.com', 'mobile.x.com', 'twitter.com', 'mobile.twitter.com'],
  },
  reddit: {
    pages: ['new-thread', 'old-thread'],
    hosts: ['reddit.com', 'new.reddit.com', 'sh.reddit.com', 'np.reddit.com', 'de.reddit.com'],
  },
  bluesky: { pages: ['thread', 'thread-by-did'] },
  mastodon: { pages: ['thread', 'reply-form'] },
  instagram: { pages: ['post', 'dialog'], hosts: ['instagram.com'] },
  threads: { pages: ['thread', 'feed'], hosts: ['www.threads.com', 'threads.com', 'threads.net'] },
  tiktok: { pages: ['video', 'video-german'], hosts: ['tiktok.com', 'm.tiktok.com'] },
  hackernews: { pages: ['item'], noSlash: QUERY_ROUTED },
  linkedin: {
    pages: ['public-post', 'post-old-comments'],
    hosts: ['www.linkedin.com', 'uk.linkedin.com', 'm.linkedin.com'],
  },
  facebook: {
    pages: ['post-dialog', 'feed', 'page-vietnamese'],
    hosts: [
      'facebook.com',
      'web.facebook.com',
      'de-de.facebook.com',
      'm.facebook.com',
      'mbasic.facebook.com',
      'touch.facebook.com',
      'mobile.facebook.com',
    ],
  },
  youtube: {
    pages: ['watch', 'mobile', 'community-post'],
    hosts: ['youtube.com', 'm.youtube.com'],
    noSlash: QUERY_ROUTED,
  },
  youtubestudio: { pages: ['inbox'] },
  trustpilot: { pages: ['company', 'review'], hosts: ['uk.trustpilot.com', 'de.trustpilot.com'] },
  googlebusiness: { pages: ['list'] },
  googlemaps: { pages: ['place'], hosts: ['maps.google.com', 'www.google.de'] },
  googleplay: { pages: ['details'], noSlash: QUERY_ROUTED },
  xenforo: { pages: ['thread', 'thread-french-page-2', 'profile-posts', 'version-1'] },
  discourse: { pages: ['topic', 'crawler'] },
  phpbb: { pages: ['topic', 'search'], noSlash: QUERY_ROUTED },
  github: { pages: ['issue', 'pull', 'discussion'] },
  vanilla: { pages: ['discussion'] },
  khoros: { pages: ['topic', 'topic-spanish'] },
  amazon: {
    pages: ['product', 'reviews-japanese'],
    hosts: ['amazon.com', 'm.amazon.com', 'smile.amazon.com'],
  },
  appstore: { pages: ['app'] },
  tripadvisor: { pages: ['hotel'], hosts: ['tripadvisor.com', 'no.tripadvisor.com'] },
  quora: { pages: ['question', 'answer'], hosts: ['quora.com'] },
  yelp: { pages: ['business'], hosts: ['yelp.com', 'm.yelp.com', 'fr.yelp.com'] },
  g2: { pages: ['product', 'review'], hosts: ['g2.com'] },
  producthunt: { pages: ['launch', 'reviews'], hosts: ['producthunt.com'] },
  stackexchange: {
    pages: ['question'],
    hosts: ['www.stackoverflow.com'],
  },
  nodebb: { pages: ['topic'] },
  flarum: { pages: ['discussion'] },
  wordpress: { pages: ['article', 'older-list'] },
  lemmy: { pages: ['thread', 'one-comment-german', 'feed'] },
  misskey: { pages: ['note-japanese', 'timeline'] },
  vbulletin: { pages: ['version-4', 'version-3-german', 'version-5'] },
  invision: { pages: ['version-4-topic', 'download-comments'] },
  disqus: { pages: ['comments'], noSlash: 'a frame, whose address no person writes' },
  generic: {
    pages: [
      'flat-forum',
      'microdata-thread',
      'h-entry-blog',
      'json-ld',
      'rdfa-drupal',
      'rdfa-lite',
      'activitypub-note',
      'unmarked-forum',
      'unmarked-tree-german',
    ],
  },
};
