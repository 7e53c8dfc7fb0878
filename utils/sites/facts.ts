/** What is known of every site, by its id: data only, safe for background and options. */
import type { SiteId } from '#utils/model/site.ts';
import { developerFacts } from './facts/developers.ts';
import { forumFacts } from './facts/forums.ts';
import { networkFacts } from './facts/networks.ts';
import { reviewFacts } from './facts/reviews.ts';
import type { SiteFacts } from './facts/site-facts.ts';

export { abilities } from './facts/site-facts.ts';
export type { Ability, SiteFacts } from './facts/site-facts.ts';

export const siteFacts: Record<SiteId, SiteFacts> = {
  ...networkFacts,
  ...reviewFacts,
  ...forumFacts,
  ...developerFacts,
  generic: {
    id: 'generic',
    isAnywhere: true,
    name: 'Other sites',
    origins: [],
    defaultMode: 'full',
    about: 'Any forum or blog whose posts are marked up or plain to see, by its address.',
    can: ['read', 'insert', 'sent', 'account'],
    confidence: 'medium',
    checked: '2026-11',
  },
};
