import type { SiteId, SiteMode } from '#utils/model/site.ts';

/** What is known of a site without its page: data only, safe for background and options. */
export interface SiteFacts {
  id: SiteId;
  name: string;
  /** Match patterns to ask permission for; empty where people name the host themselves. */
  origins: string[];
  defaultMode: SiteMode;
  /** One line for the permission request and the options. */
  about: string;
}

export const siteFacts: Record<SiteId, SiteFacts> = {
  x: {
    id: 'x',
    name: 'X',
    origins: ['https://x.com/*', 'https://twitter.com/*'],
    defaultMode: 'full',
    about: 'Home, search, profiles and conversations on x.com.',
  },
  reddit: {
    id: 'reddit',
    name: 'Reddit',
    origins: ['https://www.reddit.com/*', 'https://old.reddit.com/*'],
    defaultMode: 'full',
    about: 'New Reddit and old.reddit.com.',
  },
  bluesky: {
    id: 'bluesky',
    name: 'Bluesky',
    origins: ['https://bsky.app/*'],
    defaultMode: 'full',
    about: 'Feeds, profiles and threads on bsky.app.',
  },
  mastodon: {
    id: 'mastodon',
    name: 'Mastodon',
    origins: ['https://mastodon.social/*'],
    defaultMode: 'full',
    about: 'mastodon.social; add any other instance under “Other sites”.',
  },
  hackernews: {
    id: 'hackernews',
    name: 'Hacker News',
    origins: ['https://news.ycombinator.com/*'],
    defaultMode: 'full',
    about: 'Stories and comments.',
  },
  generic: {
    id: 'generic',
    name: 'Other sites',
    origins: [],
    defaultMode: 'full',
    about: 'Any forum or blog that marks up its posts (schema.org, h-entry), by its address.',
  },
};
