/** Social networks, and software for them that runs anywhere. */
import { abilities } from './site-facts.ts';
import type { SiteFacts } from './site-facts.ts';

export const networkFacts = {
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
} satisfies Record<string, SiteFacts>;
