import type { Suggestion } from '#utils/model/library.ts';

/** How the site counts a text; `limit` is null where it has none. */
export interface TextCount {
  used: number;
  limit: number | null;
}

/** A suggestion as it is shown; `count` is missing while unknown (page not open). */
export interface SuggestionItem extends Suggestion {
  count?: TextCount;
}
