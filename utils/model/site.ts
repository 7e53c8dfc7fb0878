/** Sites by name, without schemas: popup, panel and pages load these, and must not load Zod for them. */

/** The networks and forum families that have an adapter of their own; `generic` is any other granted page. */
export const siteIds = [
  'x',
  'reddit',
  'bluesky',
  'mastodon',
  'instagram',
  'threads',
  'tiktok',
  'hackernews',
  'linkedin',
  'facebook',
  'youtube',
  'youtubestudio',
  'trustpilot',
  'googlebusiness',
  'googlemaps',
  'googleplay',
  'xenforo',
  'discourse',
  'phpbb',
  'github',
  'vanilla',
  'khoros',
  'amazon',
  'appstore',
  'tripadvisor',
  'quora',
  'yelp',
  'g2',
  'producthunt',
  'stackexchange',
  'nodebb',
  'flarum',
  'wordpress',
  'lemmy',
  'misskey',
  'vbulletin',
  'invision',
  'disqus',
  'generic',
] as const;

export type SiteId = (typeof siteIds)[number];

/** `full` puts a chip into the page; `quiet` adds nothing to it (popup and side panel only). */
export const siteModes = ['full', 'quiet'] as const;
export type SiteMode = (typeof siteModes)[number];
