import type { Intent } from '#utils/model/intents.ts';

/** A customer's post, as far as themes need it. */
export interface ThemePost {
  /** Key of the post, by which stories are linked. */
  id: string;
  text: string;
  /** When it was written, ms since 1970. */
  at: number;
  intent?: Intent;
  tags?: readonly string[];
  brandId: string;
  site: string;
}

/** The time that is looked at; it is compared with the same length of time before it. */
export interface Period {
  /** ms; the post at this moment belongs to it. */
  from: number;
  /** ms; the post at this moment no longer does. */
  until: number;
}

/**
 * How a count stands beside the count of the period before. `unclear`: as numbers of this size differ by chance;
 * `few`: too few posts to say anything at all.
 */
export type Direction = 'up' | 'down' | 'new' | 'unclear' | 'few';

export interface Trend {
  now: number;
  before: number;
  direction: Direction;
  /** It went the way of all posts together: there is more (or less) of everything. */
  withAll: boolean;
}

export interface Share {
  id: string;
  count: number;
}

/** Posts that are about the same. */
export interface Theme {
  /** The same as long as what it is mostly about stays the same. */
  id: string;
  label: string;
  /** 2 to 4 words, most telling first, as customers write them; fewer where they use fewer. */
  words: string[];
  /** Of this period. */
  count: number;
  /** 0…1 of the posts of this period. */
  share: number;
  /** Null where no period was named. */
  trend: Trend | null;
  /** Posts of this period by intent, where it is known. */
  intents: Partial<Record<Intent, number>>;
  /** Posts of this period by brand and by site, most first. */
  brands: Share[];
  sites: Share[];
  /** Ids of up to five posts that say it best, best first. */
  examples: string[];
  /** Ids of all its posts of this period, newest first. */
  ids: string[];
}

export interface Themes {
  /** By what customers write, largest first. */
  themes: Theme[];
  /** By the team's tags, largest first. A post stands in as many as it has tags. */
  tags: Theme[];
  /** Posts of this period that were looked at. */
  posts: number;
  /** Of these, how many are in no theme. */
  rest: number;
}

export interface ThemeOptions {
  /** Without it all posts are of one period, and there is no trend. */
  period?: Period;
  /** Which intents are looked at; posts of unknown intent always are. Default: questions, complaints, wants to buy. */
  intents?: readonly Intent[];
  /** What the team's brands are called: stands in most posts and tells nothing. */
  ownNames?: readonly string[];
  /** Fewer posts are no theme. */
  least?: number;
  /** Most themes. */
  most?: number;
}
