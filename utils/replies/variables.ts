import type { Author } from '#utils/model/post.ts';
import { DEGREES, DESCRIPTIONS, ORGANIZATIONS, TITLES } from './not-names.ts';

/** What the variables of a text stand for now; an empty one is not known. */
export interface VariableValues {
  /** First name of the customer, or the `@handle` where no name is known. */
  name: string;
  /** With its `@`. */
  handle: string;
  brand: string;
  /** The teammate who answers. */
  me: string;
  /** The brand's own site. */
  link?: string;
}

const VARIABLE = /\{\s*(name|handle|brand|me|link)\s*\}/giu;
/** Without these a sentence is whole: "Hi {name}," becomes "Hi,". The others stay visible. */
const OPTIONAL = new Set(['name', 'handle', 'brand']);
// A text that is longer than a display name ever is would only be a trap.
const NAME_MAX = 100;
const FIRST_NAME =
  /^(?:\p{Lu}[\p{Ll}\p{M}]+(?:['’-]\p{Lu}?[\p{Ll}\p{M}]+)*|\p{Lu}['’]\p{Lu}\p{Ll}+|[\p{Lo}\p{M}]{1,10})$/u;
const SHOUTED = /^\p{Lu}{3,}$/u;
const VOWEL = /[AEIOUYÄÖÜÁÉÍÓÚÀÈÂÊÔÃÕ]/u;
const UNSPACED_ORGANIZATION = /公式|会社|運営|사무소|公司|官方/u;

/** How to address a customer: the first name if the display name begins with one, else the `@handle`. */
export function toFirstName(author: Author): string {
  return toPlausibleName(author.name ?? '') ?? toHandle(author);
}

function toPlausibleName(displayName: string): string | null {
  // Letters of fancy alphabets are folded to plain ones.
  const plain = displayName.slice(0, NAME_MAX).normalize('NFKC');
  const words = plain
    .replace(/[^\p{L}\p{M}\p{N}'’., -]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const keys = words.map((word) => word.toLowerCase().replace(/[.,]+$/u, ''));
  if (keys.some((key) => ORGANIZATIONS.has(key)) || UNSPACED_ORGANIZATION.test(plain)) return null;
  const at = keys.findIndex((key) => !TITLES.has(key));
  const first = words[at];
  if (first === undefined || DESCRIPTIONS.has(keys[at] ?? '')) return null;
  const next = words[at + 1];
  // "Example, Ada": which one is the first name cannot be told.
  if (first.endsWith(',') && next && FIRST_NAME.test(next) && !DEGREES.has(keys[at + 1] ?? '')) {
    return null;
  }
  const name = first.replace(/,$/u, '');
  if (FIRST_NAME.test(name)) return name;
  // "ADA EXAMPLE" is a name in capitals; a word in capitals alone may be anything.
  const isShouted = SHOUTED.test(name) && VOWEL.test(name) && SHOUTED.test(next ?? '');
  return isShouted ? name.slice(0, 1) + name.slice(1).toLowerCase() : null;
}

/** The handle with exactly one `@`; a display name with spaces stays as it is. */
export function toHandle(author: Author): string {
  const handle = author.handle.replace(/^@+/, '');
  return /\s/.test(handle) ? handle : `@${handle}`;
}

/**
 * Fills the known variables; an unknown one stays visible, so that a person sees that it is to be filled. One whose
 * value is missing goes with its comma where the sentence is whole without it.
 */
export function fillVariables(text: string, values: VariableValues): string {
  let filled = '';
  let from = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const key = match[1]?.toLowerCase() as keyof VariableValues;
    const value = values[key] ?? '';
    const before = text.slice(from, match.index);
    const after = text.charAt(match.index + match[0].length);
    from = match.index + match[0].length;
    if (value !== '') filled += before + value;
    else if (!OPTIONAL.has(key) || /[\p{L}\p{N}'’-]/u.test(after)) filled += before + match[0];
    else {
      const kept = withoutGap(before);
      filled += kept;
      const isOpening = kept === '' ? filled === '' : kept.endsWith('\n');
      // "{name}, please" and "the {brand} app": what joined it to the rest goes too.
      if (isOpening && after === ',') from += 1;
      if (isOpening && text.charAt(from) === ' ') from += 1;
    }
  }
  return filled + text.slice(from);
}

/** Without the space, or the comma with its space, that led to a missing value. */
function withoutGap(text: string): string {
  if (text.endsWith(', ')) return text.slice(0, -2);
  return text.endsWith(' ') ? text.slice(0, -1) : text;
}
