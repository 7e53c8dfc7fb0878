import { toHash } from '#utils/text/hash.ts';
import { compare } from './read-terms.ts';

/** Two stems name a theme, in whichever order: they stay the same while further posts come. */
const STEMS = 2;

/** A theme's id by the stems that it is mostly about, most telling first; by more of them where two share these. */
export function toThemeId(stems: readonly string[], taken: ReadonlySet<string>): string {
  let size = STEMS;
  let id = toHash(stems.slice(0, size).toSorted(compare).join(' '));
  while (taken.has(id) && size < stems.length) {
    size += 1;
    id = toHash(stems.slice(0, size).toSorted(compare).join(' '));
  }
  return id;
}
