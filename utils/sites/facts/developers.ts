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
  stackexchange: {
    id: 'stackexchange',
    name: 'Stack Exchange',
    origins: [
      'https://*.stackoverflow.com/*',
      'https://*.stackexchange.com/*',
      'https://*.superuser.com/*',
      'https://*.serverfault.com/*',
      'https://*.askubuntu.com/*',
      'https://*.mathoverflow.net/*',
      'https://*.stackapps.com/*',
    ],
    defaultMode: 'full',
    about: 'Questions, answers and comments on Stack Overflow and all sites of its network.',
    can: abilities,
    confidence: 'high',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;
