import type { SiteId, SiteMode } from '#utils/model/site.ts';

/**
 * What Hearback can do on a site: read posts, put a draft into the reply box, notice that it was sent, tell whose
 * account is signed in, count by the site's own limit.
 */
export const abilities = ['read', 'insert', 'sent', 'account', 'limit'] as const;
export type Ability = (typeof abilities)[number];

/** What is known of a site without its page: data only, safe for background and options. */
export interface SiteFacts {
  id: SiteId;
  name: string;
  /** Match patterns to ask permission for; empty where people name the host themselves. */
  origins: string[];
  /**
   * Match patterns of its pages that stand in frames of other pages and are read there; within `origins`. Without them
   * nothing of ours runs in any frame of the site.
   */
  inFrames?: string[];
  /** Software that runs on any host; ids of its posts begin with the host (`toAddressId`). */
  isAnywhere?: true;
  /**
   * The site whose posts it shows, where that is another one: they are recorded, and their authors are known, as that
   * one's, so that one post is one record.
   */
  postsOf?: SiteId;
  /** Who has more to say than fits says it in several posts in a row, each an answer to the one before. */
  isThreaded?: true;
  defaultMode: SiteMode;
  /** One line for the permission request and the options. */
  about: string;
  can: readonly Ability[];
  /** How sure the facts are: seen in saved real pages (high), read in several sources (medium), in few (low). */
  confidence: 'high' | 'medium' | 'low';
  /** When its facts were last looked at, `YYYY-MM`. */
  checked: string;
}
