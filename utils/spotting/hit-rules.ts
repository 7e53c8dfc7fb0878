/**
 * What the automaton cannot know: whether a term that stands in the folded text stands there as a word of its own,
 * as a tag, a handle or a domain. It has checked that the hit begins at a word boundary; all else is here.
 */
import type { AddressTracker } from './address.ts';
import { DOT, isInvisible, SPACE, type FoldedText } from './fold.ts';
import type { Term } from './terms.ts';
import { isBoundary, unitClass, unitClasses } from './unit-class.ts';

/** Where a term stands in the original text. */
export interface Span {
  start: number;
  end: number;
  isTag: boolean;
}

const AT = 0x40;
const HASH = 0x23;
const LETTER_S = 0x73;
// "As" and "IBs" are other words; from three letters on a plural is a fair guess.
const PLURAL_MIN = 3;

/** The hit on `term` that ends before unit `end`, or null where the term only seems to stand there. */
export function toSpan(
  term: Term,
  text: string,
  folded: FoldedText,
  end: number,
  address: AddressTracker,
): Span | null {
  const start = end - term.pattern.length;
  const { units, length } = folded;
  const before = start > 0 ? (units[start - 1] ?? SPACE) : SPACE;
  const after = end < length ? (units[end] ?? SPACE) : SPACE;
  const last = units[end - 1] ?? SPACE;
  const isSign = term.kind === 'handle' || term.kind === 'handleTag' || term.kind === 'joined';
  // "care@acmecare", "a#acmecare": a part of something else.
  if (isSign && unitClasses[before] === unitClass.word) return null;

  if (term.kind === 'handle' || term.kind === 'handleTag' || term.kind === 'domain') {
    if (!isBoundary(last, after) || !hasExact(term, text, folded, start, end)) return null;
    if (isDotted(text, folded, end) || isJoined(text, folded, end)) return null;
    if (term.kind === 'domain') {
      if (/[-_]/.test(charAt(text, folded, start - 1))) return null;
    } else if (isHostSign(folded, end)) return null;
    return locate(text, folded, start, end, term.kind === 'handleTag');
  }

  const isTag = before === HASH || term.kind === 'joined';
  if (before === AT || isHostSign(folded, end) || isDotted(text, folded, end)) return null;
  if (before === DOT && isDotted(text, folded, start - 1) && isWordAt(folded, start - 2))
    return null;
  const ends =
    isBoundary(last, after) ||
    unitClasses[last] === unitClass.hangul ||
    isPlural(term, folded, end) ||
    (isTag && isHump(text, folded, end));
  if (!ends) return null;
  const from = before === HASH ? start - 1 : start;
  if (address.isInside(folded.starts[start] ?? 0)) return null;
  return locate(text, folded, from, end, isTag);
}

function locate(
  text: string,
  { starts, length }: FoldedText,
  from: number,
  to: number,
  isTag: boolean,
): Span {
  const start = starts[from] ?? 0;
  // A character that folds to two units ("ß") is never cut in two.
  let next = to;
  while (next < length && starts[next] === starts[to - 1]) next += 1;
  let end = starts[next] ?? text.length;
  while (end > start + 1 && isInvisible(text.charAt(end - 1))) end -= 1;
  return { start, end, isTag };
}

function charAt(text: string, { starts, length }: FoldedText, unit: number): string {
  return unit >= 0 && unit < length ? text.charAt(starts[unit] ?? 0) : '';
}

function isWordAt({ units, length }: FoldedText, unit: number): boolean {
  return unit >= 0 && unit < length && unitClasses[units[unit] ?? 0] !== unitClass.other;
}

/** ".example": the dot of an address. A capital after the dot begins a sentence instead. */
function isDotted(text: string, folded: FoldedText, dot: number): boolean {
  if (folded.units[dot] !== DOT || dot >= folded.length) return false;
  if (unitClasses[folded.units[dot + 1] ?? SPACE] !== unitClass.word) return false;
  const char = charAt(text, folded, dot + 1);
  return char !== '' && char.toLowerCase() === char;
}

/** "@host": the name before it belongs to an e-mail address or to another server. */
function isHostSign(folded: FoldedText, at: number): boolean {
  return at < folded.length && folded.units[at] === AT && isWordAt(folded, at + 1);
}

/** "_fan", "-fan": the handle or domain goes on. */
function isJoined(text: string, folded: FoldedText, at: number): boolean {
  const char = charAt(text, folded, at);
  return char === '_' || (char === '-' && isWordAt(folded, at + 1));
}

function isPlural(term: Term, { units, length }: FoldedText, end: number): boolean {
  const last = units[end - 1] ?? SPACE;
  return (
    term.pattern.length >= PLURAL_MIN &&
    last >= 0x61 &&
    last <= 0x7a &&
    units[end] === LETTER_S &&
    (end + 1 >= length || isBoundary(LETTER_S, units[end + 1] ?? SPACE))
  );
}

/** "#AcmeFail": inside a tag a capital begins the next word. */
function isHump(text: string, folded: FoldedText, at: number): boolean {
  const before = charAt(text, folded, at - 1);
  const after = charAt(text, folded, at);
  return before.toUpperCase() !== before && after.toLowerCase() !== after;
}

/** Handles and domains are spelled exactly: `my-shop.example` is not `my_shop.example`. */
function hasExact(
  term: Term,
  text: string,
  { starts, length }: FoldedText,
  start: number,
  end: number,
): boolean {
  return term.exact.every(({ at, run }) => {
    const unit = start + at;
    const from = starts[unit] ?? 0;
    if (!text.startsWith(run, from)) return false;
    if (unit + 1 < end) return starts[unit + 1] === from + run.length;
    return unit + 1 >= length || !/[-_]/.test(text.charAt(from + run.length));
  });
}
