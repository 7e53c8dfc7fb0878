/** Software of forums and comments, which runs anywhere. */
import type { SiteFacts } from './site-facts.ts';

export const forumFacts = {
  xenforo: {
    id: 'xenforo',
    isAnywhere: true,
    name: 'XenForo',
    origins: [],
    defaultMode: 'full',
    about: 'Forums made with XenForo 2 or 1: threads and profile posts, by their address.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'high',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;
