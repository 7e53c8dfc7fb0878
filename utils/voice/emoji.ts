/** Emoji of an answer: which are decoration, and how to leave them out. */
import { rangesOf, type TextRange } from '#utils/text/sentences.ts';

// One emoji with its variants: skin, sex, joined ones, flags. Keycaps are numbers, ©, ®, ™ letters, arrows arrows: not
// here.
const ONE = String.raw`(?:\p{Regional_Indicator}{2}|(?![©®™‼⁉ℹ\u2194-\u21AA\u2B05-\u2B07\u25AA-\u25FE])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})*)*)`;
const RUN = new RegExp(String.raw`${ONE}(?:[ \t]*${ONE})*`, 'gu');
const HAS_EMOJI = new RegExp(ONE, 'u');
const EMOTICON = /(?<!\S)[:;]-?[)DP](?!\S)|<3(?!\d)/u;
// Faces, gestures and parties say how one feels; other emoji may stand for a word, and a heart for a verb.
const FEELING =
  /[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F91F}\u{1F920}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1F9D0}\u{1FAE0}-\u{1FAF8}\u{1F44B}-\u{1F450}\u{1F389}\u{1F38A}\u{1F4AA}\u{1F4AF}\u{1F91D}\u{263A}]/gu;
const HEART =
  /[\u2764\u2665\u{1F493}-\u{1F49F}\u{1F90D}-\u{1F90F}\u{1F9E1}\u{1F5A4}\u{1FA75}-\u{1FA77}]/gu;
const JOINTS = /\u200D|\uFE0F|\p{Emoji_Modifier}|[\u2640\u2642]/gu;
const SENTENCE_END = /[.!?…。！？)]$/u;
const LETTER = /[\p{L}\p{N}]$/u;
const MARK = /[.,!?;:…。！？、)]/u;

/** Whether somebody writes with emoji, or with `:)`. */
export function hasEmoji(text: string): boolean {
  return HAS_EMOJI.test(text) || EMOTICON.test(text);
}

/** Where emoji stand, one range a run. */
export function findEmoji(text: string): TextRange[] {
  return rangesOf(text, RUN);
}

/**
 * Without the emoji that only decorate: those of feeling, and others that stand at the end of a line behind a whole
 * sentence. "Tap the 🔔" stays. Where one took the place of a full stop there is one.
 */
export function withoutEmoji(text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of findEmoji(text)) {
    const [left, right] = [skipBack(text, start), skip(text, end)];
    const before = text.slice(Math.max(0, left - 2), left);
    const next = text.slice(right, right + 1);
    const isLast = next === '' || next === '\n';
    const isFirst = left === 0 || before.endsWith('\n');
    const run = text.slice(start, end);
    const isAtEnd = isLast || MARK.test(next) || SENTENCE_END.test(before);
    if (!isDecoration(run, { isAtEnd, isLast, before })) continue;
    out += text.slice(from, left);
    from = right;
    if (isLast || isFirst) continue;
    if (MARK.test(next)) from = end;
    else if (LETTER.test(before) && /\p{Lu}/u.test(next)) out += '. ';
    else if (left < start || end < right || LETTER.test(next)) out += ' ';
  }
  const kept = out + text.slice(from);
  // An answer of emoji alone stays what it is.
  return /\S/u.test(kept) ? kept : text;
}

interface Place {
  /** Of a sentence. */
  isAtEnd: boolean;
  /** On its line. */
  isLast: boolean;
  before: string;
}

function isDecoration(run: string, { isAtEnd, isLast, before }: Place): boolean {
  const calm = run.replace(FEELING, '');
  const rest = calm.replace(HEART, '').replace(JOINTS, '').trim();
  if (rest === '') return isAtEnd || calm.replace(JOINTS, '').trim() === '';
  // A plane beside a smile means nothing more than the smile; alone it may be a word.
  return isLast && (calm !== run || SENTENCE_END.test(before));
}

const isBlank = (sign: string | undefined) => sign === ' ' || sign === '\t';

function skip(text: string, at: number): number {
  let end = at;
  while (isBlank(text[end])) end += 1;
  return end;
}

function skipBack(text: string, at: number): number {
  let start = at;
  while (isBlank(text[start - 1])) start -= 1;
  return start;
}
