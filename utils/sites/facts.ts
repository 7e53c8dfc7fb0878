import type { SiteId, SiteMode } from '#utils/model/site.ts';

/** What Hearback can do on a site: read posts, put a draft into the reply box, notice that it was sent, tell whose
 * account is signed in, count by the site's own limit. */
export const abilities = ['read', 'insert', 'sent', 'account', 'limit'] as const;
export type Ability = (typeof abilities)[number];

/** What is known of a site without its page: data only, safe for background and options. */
export interface SiteFacts {
  id: SiteId;
  name: string;
  /** Match patterns to ask permission for; empty where people name the host themselves. */
  origins: string[];
  /** Software that runs on any host; ids of its posts begin with the host (`toAddressId`). */
  isAnywhere?: true;
  defaultMode: SiteMode;
  /** One line for the permission request and the options. */
  about: string;
  can: readonly Ability[];
  /** How sure the facts are: seen in saved real pages (high), read in several sources (medium), in few (low). */
  confidence: 'high' | 'medium' | 'low';
  /** When its facts were last looked at, `YYYY-MM`. */
  checked: string;
}

export const siteFacts: Record<SiteId, SiteFacts> = {
  x: {
    id: 'x',
    name: 'X',
    origins: ['https://x.com/*', 'https://twitter.com/*'],
    defaultMode: 'full',
    about: 'Home, search, profiles and conversations on x.com.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
  reddit: {
    id: 'reddit',
    name: 'Reddit',
    origins: ['https://www.reddit.com/*', 'https://old.reddit.com/*'],
    defaultMode: 'full',
    about: 'New Reddit and old.reddit.com.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
  bluesky: {
    id: 'bluesky',
    name: 'Bluesky',
    origins: ['https://bsky.app/*'],
    defaultMode: 'full',
    about: 'Feeds, profiles and threads on bsky.app.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
  mastodon: {
    id: 'mastodon',
    isAnywhere: true,
    name: 'Mastodon',
    origins: ['https://mastodon.social/*'],
    defaultMode: 'full',
    about: 'mastodon.social; add any other instance under “Other sites”.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
  hackernews: {
    id: 'hackernews',
    name: 'Hacker News',
    origins: ['https://news.ycombinator.com/*'],
    defaultMode: 'full',
    about: 'Stories and comments.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'high',
    checked: '2026-11',
  },
  generic: {
    id: 'generic',
    isAnywhere: true,
    name: 'Other sites',
    origins: [],
    defaultMode: 'full',
    about: 'Any forum or blog that marks up its posts (schema.org, h-entry), by its address.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'medium',
    checked: '2026-11',
  },
};
