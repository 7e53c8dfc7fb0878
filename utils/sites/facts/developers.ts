/** Where people who build things ask and answer. */
import { abilities } from './site-facts.ts';
import type { SiteFacts } from './site-facts.ts';

export const developerFacts = {
  github: {
    id: 'github',
    name: 'GitHub',
    origins: ['https://github.com/*'],
    defaultMode: 'full',
    about: 'Issues, pull requests and discussions.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;
