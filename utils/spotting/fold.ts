/**
 * Folding: the form of a text in which "Café", "CAFE", "ｃａｆé" and "c\u200Bafe" are the same units. Case, accents,
 * width and fancy letters go (NFKD, then the accents away); white space, hyphens and underscores become one space;
 * invisible marks are left out; `[.]` and `(dot)` become a dot. Every unit remembers where it came from, so that a
 * hit can be shown in the text as it was written. One pass, linear whatever the text.
 */
import { learnClass } from './unit-class.ts';

/** Folded text. The arrays are longer than `length` and are reused: read them before the next fold. */
export interface FoldedText {
  units: Uint16Array;
  /** Offset in the original text of the character that each unit came from; one more entry holds the text's end. */
  starts: Uint32Array;
  length: number;
}

export const SPACE = 0x20;
export const DOT = 0x2e;
/** Stands for white space with an empty line in it: no name runs over that. */
export const PARAGRAPH = 0x0a;

// Values of `simple` that are not units; 0 is not known yet.
const DROP = 1;
const EXPAND = 2;
const COMPOSE = 3;

// A character that would become more units than this is left as it is (one Arabic ligature becomes 18).
const EXPANSION_MAX = 4;
const LARGEST_KEPT = 65_536;
const CACHE_MAX = 2_048;

// Controls, formats (zero-width and direction marks, soft hyphen), variation selectors, the Arabic stretch mark.
const invisible = /(?!\s)[\p{Cc}\p{Cf}\p{Variation_Selector}\u{34f}\u{640}]/u;
// Hebrew points and Arabic vowel signs: people leave them out.
const optionalMark = /(?=\p{Mn})[\p{scx=Hebr}\p{scx=Arab}]/u;
const accent = /(?=\p{Mn})(?![\u{3099}\u{309a}])\p{sc=Zinh}/u;
const accents = new RegExp(accent, 'gu');
// Sounds and syllable parts that make another letter of the one before: kana marks, conjoining jamo.
const composing = /[\u{3099}\u{309a}\u{ff9e}\u{ff9f}\u{1160}-\u{11ff}]/u;
const separator = /[\s_\u{2010}\u{2011}\u{fe58}\u{fe63}\u{ff0d}\u{ff3f}-]/u;
const apostrophe = /[\u{2018}\u{2019}\u{201b}\u{2bc}\u{2032}\u{ff07}\u{b4}`]/u;
const cyrillic = /[\u{400}-\u{52f}]/u;
// Letters that Unicode does not take apart, but people do.
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
};

/** By UTF-16 unit: the one unit it folds to, or one of the four special values. Filled as units are met. */
const simple = new Uint16Array(0x1_0000);
/** By code point: what folds to other than one unit. */
const expansions = new Map<number, string>();
/** By base and mark: what they fold to together. */
const compositions = new Map<number, number>();

/** True for marks that take no room and are left out of folded text. */
export function isInvisible(char: string): boolean {
  return invisible.test(char);
}

function foldCharacter(char: string): string {
  // Else "Acme™" would read "acmetm".
  if (char === '™' || char === '℠') return char;
  if (apostrophe.test(char)) return "'";
  // й is a letter of its own, ё is not.
  const keepsMarks = cyrillic.test(char) && !/[ёѐѝ]/i.test(char);
  const bare = keepsMarks ? char : char.normalize('NFKD').replaceAll(accents, '').normalize('NFC');
  // Upper first: only so ß becomes ss and both sigmas one.
  const lower = bare.toUpperCase().toLowerCase();
  const folded = plainLetters[lower] ?? lower;
  return folded.length > EXPANSION_MAX || /\s/.test(folded) ? char : folded;
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  let value = EXPAND;
  if (invisible.test(char) || optionalMark.test(char)) value = DROP;
  else if (separator.test(char)) value = SPACE;
  else if (accent.test(char) || composing.test(char)) value = COMPOSE;
  else if (unit < 0xd800 || unit > 0xdfff) {
    const folded = foldCharacter(char);
    if (folded.length === 1) value = folded.charCodeAt(0);
    if (value > COMPOSE) learnClass(value);
  }
  simple[unit] = value;
  return value;
}

function expand(text: string, at: number): string {
  const point = text.codePointAt(at) ?? 0;
  const known = expansions.get(point);
  if (known !== undefined) return known;
  // Tag characters and further variation selectors.
  const isMark = point >= 0xe_0000 && point <= 0xe_01ef;
  const isLoneSurrogate = point >= 0xd800 && point <= 0xdfff;
  const char = String.fromCodePoint(point);
  const folded = isMark ? '' : isLoneSurrogate ? char : foldCharacter(char);
  for (let index = 0; index < folded.length; index += 1) learnClass(folded.charCodeAt(index));
  return remember(expansions, point, folded);
}

/** What `mark` makes of the unit before it: another unit, or `DROP` (an accent) or `EXPAND` (stands alone). */
function compose(before: number, mark: string): number {
  const key = before * 0x1_0000 + mark.charCodeAt(0);
  return compositions.get(key) ?? remember(compositions, key, toComposed(before, mark));
}

function toComposed(before: number, mark: string): number {
  const base = String.fromCharCode(before);
  const isAccent = accent.test(mark);
  if (!isAccent || cyrillic.test(base)) {
    const whole = (base + mark.normalize('NFKC')).normalize('NFC');
    const folded = whole.length === 1 ? foldCharacter(whole) : '';
    if (folded.length === 1) {
      learnClass(folded.charCodeAt(0));
      return folded.charCodeAt(0);
    }
  }
  learnClass(mark.charCodeAt(0));
  return isAccent ? DROP : EXPAND;
}

// A hostile page must not fill these.
function remember<Value>(cache: Map<number, Value>, key: number, value: Value): Value {
  if (cache.size >= CACHE_MAX) cache.clear();
  cache.set(key, value);
  return value;
}

/** Where `[.]`, `(dot)` or the like that begins at `at` ends; 0 when none begins there. */
function findDotEnd(text: string, at: number): number {
  const inner = text.charCodeAt(at + 1);
  let end = at + 2;
  if ((inner | 0x20) === 0x64 && text.slice(at + 1, at + 4).toLowerCase() === 'dot') end = at + 4;
  else if (inner !== DOT) return 0;
  const close = text.charCodeAt(end);
  return close === 0x5d || close === 0x29 || close === 0x7d ? end + 1 : 0;
}

/** `foldSimply`: the character leaves nothing in folded text. */
export const NOTHING = DROP;
/** `foldSimply`: only a whole fold can tell. */
export const UNSURE = EXPAND;

/**
 * The unit that the unit at `at` folds to where that is plain: for looking over a text without folding it. Runs of
 * spaces are not joined, and an empty line is two spaces.
 */
export function foldSimply(text: string, at: number): number {
  const raw = text.charCodeAt(at);
  const unit = simple[raw] || learn(raw);
  if (unit > COMPOSE) {
    const opens = unit === 0x5b || unit === 0x28 || unit === 0x7b;
    return opens && findDotEnd(text, at) > 0 ? UNSURE : unit;
  }
  if (unit !== EXPAND) return unit === DROP ? NOTHING : UNSURE;
  // Pictographs, the everyday emoji: they fold to themselves, surrogate by surrogate.
  const isPictograph = raw === 0xd83d || (raw === 0xd83e && text.charCodeAt(at + 1) < 0xdff0);
  return isPictograph || (raw >= 0xdc00 && raw <= 0xdfff) ? raw : UNSURE;
}

/** Makes a folder with buffers of its own; each call of the result overwrites what the one before returned. */
export function createFolder(): (text: string) => FoldedText {
  let kept = createBuffers(1_024);

  return function foldText(text) {
    const size = text.length;
    let out = kept.units.length > size ? kept : createBuffers(size + (size >> 1) + 1);
    let { units, starts } = out;
    let length = 0;
    let lines = 0;
    let isInRun = false;

    for (let at = 0; at < size; at += 1) {
      const raw = text.charCodeAt(at);
      let unit = simple[raw] || learn(raw);
      if (unit === SPACE) {
        if (!isInRun) {
          units[length] = SPACE;
          starts[length] = at;
          length += 1;
          isInRun = true;
        }
        if (raw === 0x0a) {
          lines += 1;
          if (lines > 1) units[length - 1] = PARAGRAPH;
        }
        continue;
      }
      const from = at;
      if (unit <= COMPOSE) {
        if (unit === DROP) continue;
        if (unit === COMPOSE) {
          const whole = length > 0 ? compose(units[length - 1] ?? 0, text.charAt(at)) : EXPAND;
          if (whole > COMPOSE) units[length - 1] = whole;
          if (whole !== EXPAND) continue;
          unit = raw;
        } else {
          const folded = expand(text, at);
          if ((text.codePointAt(at) ?? 0) > 0xffff) at += 1;
          if (folded === '') continue;
          // Only here can a text become longer than it was.
          if (length + folded.length + (size - at) >= units.length) {
            out = createBuffers(units.length * 2 + EXPANSION_MAX, out);
            ({ units, starts } = out);
          }
          const last = folded.length - 1;
          for (let index = 0; index < last; index += 1) {
            units[length] = folded.charCodeAt(index);
            starts[length] = from;
            length += 1;
          }
          unit = folded.charCodeAt(last);
        }
      } else if (unit === 0x5b || unit === 0x28 || unit === 0x7b) {
        const end = findDotEnd(text, at);
        if (end > 0) {
          // "acme [.] example": the spaces around belong to the disguise.
          if (isInRun) length -= 1;
          unit = DOT;
          at = end - 1;
          while (text.charCodeAt(at + 1) === SPACE) at += 1;
        }
      }
      units[length] = unit;
      starts[length] = from;
      length += 1;
      isInRun = false;
      lines = 0;
    }
    starts[length] = size;
    out.length = length;
    // One giant post must not keep megabytes for the life of the page.
    if (units.length <= LARGEST_KEPT) kept = out;
    return out;
  };
}

function createBuffers(size: number, from?: FoldedText): FoldedText {
  const buffers = { units: new Uint16Array(size), starts: new Uint32Array(size + 1), length: 0 };
  if (from) {
    buffers.units.set(from.units);
    buffers.starts.set(from.starts);
  }
  return buffers;
}

const foldOnce = createFolder();

/** The folded form as a string, for terms and tests. */
export function toFolded(text: string): string {
  const { units, length } = foldOnce(text);
  return Array.from(units.subarray(0, length), (unit) => String.fromCharCode(unit)).join('');
}
