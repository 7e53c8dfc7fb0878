/** Software of forums and comments, which runs anywhere. */
import { abilities } from './site-facts.ts';
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
  discourse: {
    id: 'discourse',
    isAnywhere: true,
    name: 'Discourse',
    origins: [],
    defaultMode: 'full',
    about: 'Topics of any forum that runs Discourse, by its address.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
  phpbb: {
    id: 'phpbb',
    isAnywhere: true,
    name: 'phpBB',
    origins: [],
    defaultMode: 'full',
    about: 'Forums made with phpBB 3: topics and searches, by their address.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'high',
    checked: '2026-11',
  },
  vanilla: {
    id: 'vanilla',
    isAnywhere: true,
    name: 'Vanilla Forums',
    origins: [],
    defaultMode: 'full',
    about: 'Forums made with Vanilla in its classic templates, by their address.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'medium',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;
