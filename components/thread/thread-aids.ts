import type { Partner } from '#utils/model/partner.ts';

/** What helps with a thread beside its own record. */
export interface ThreadAids {
  /** Tags and campaigns of the team's stories, for saving one. */
  tags: readonly string[];
  campaigns: readonly string[];
  /** How the customer may be asked whether their story may be told; null: none is saved, or they were asked. */
  request: string | null;
  /** Who outside the company can help, by name. */
  partners: readonly Partner[];
}
