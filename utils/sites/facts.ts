/** What is known of every site, by its id: data only, safe for background and options. */
import type { SiteId } from '#utils/model/site.ts';
import { developerFacts } from './facts/developers.ts';
import { forumFacts } from './facts/forums.ts';
import { networkFacts } from './facts/networks.ts';
import { reviewFacts } from './facts/reviews.ts';
import type { SiteFacts } from './facts/site-facts.ts';

export { abilities } from './facts/site-facts.ts';
export type { Ability, SiteFacts } from './facts/site-facts.ts';

/** What a site is for people who choose among many. */
export type SiteGroup = 'networks' | 'developers' | 'reviews' | 'forums';

/** The sites of each group that stand in one place, in the order in which they are shown. */
export const siteGroups: Record<SiteGroup, SiteFacts[]> = {
  networks: standing(networkFacts),
  developers: standing(developerFacts),
  reviews: standing(reviewFacts),
  forums: standing(forumFacts),
};

function standing(facts: Record<string, SiteFacts>): SiteFacts[] {
  return Object.values(facts).filter(({ origins }) => origins.length > 0);
}

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
