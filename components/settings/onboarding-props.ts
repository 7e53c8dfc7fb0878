import type { Attempt } from '#components/ui/attempt.ts';
import type { Brand } from '#utils/model/brand.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Team } from '#utils/model/team.ts';
import type { SiteTile, TryMatch } from './options-props.ts';

export type OnboardingStep = 'team' | 'brand' | 'sites' | 'done';

/** First run: team, brand, sites, then the practice page or, without a team, a site. */
export interface OnboardingProps {
  step: OnboardingStep;
  /** Set once joined. */
  team: Team | null;
  /** Invite link found in the address this page was opened with; filled in, not joined. */
  inviteLink?: string;
  /** The brand to begin with: the team's first one, or an empty one with a fresh id. */
  brand: Brand;
  /**
   * Set for a member of a team, who cannot change its brands: what the team watches for, as people say it; empty
   * while no brand is named. Null for everybody who names the brand here.
   */
  teamWatches: string[] | null;
  sites: SiteTile[];
  /** A practice page stands on the team's server; without a team there is none. */
  hasPractice: boolean;
  tryMatch: TryMatch;
  onStep: (step: OnboardingStep) => void;
  onJoin: Attempt<[link: string, name: string]>;
  onSaveBrand: Attempt<[brand: Brand]>;
  /** Must be called in the person's click: it asks the browser for permission. */
  onSite: Attempt<[id: SiteId, isOn: boolean]>;
  onOpenPractice: () => void;
  /** Opens a site's start page in a tab. */
  onOpenSite: (id: SiteId) => void;
}
