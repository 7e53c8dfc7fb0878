/** Sites of reviews and opinions. Most are read only: what is answered goes there by the clipboard. */
import type { SiteFacts } from './site-facts.ts';

export const reviewFacts = {
  trustpilot: {
    id: 'trustpilot',
    name: 'Trustpilot',
    origins: ['https://www.trustpilot.com/*', 'https://*.trustpilot.com/*'],
    defaultMode: 'full',
    about: 'Reviews of companies, in every language; answer in Trustpilot Business.',
    can: ['read'],
    confidence: 'high',
    checked: '2026-11',
  },
} satisfies Record<string, SiteFacts>;
