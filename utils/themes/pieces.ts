import { toWords } from '#utils/text/tokenize.ts';

const TEXT_MAX = 2_000;
const RUN = /(?<![@\p{L}\p{M}\p{N}_])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** A word as it is compared, and where it stands in the text as it was written. */
export interface Piece {
  word: string;
  start: number;
  end: number;
}

/** The words of a text with their places. */
export function toPieces(text: string): Piece[] {
  return Array.from(text.slice(0, TEXT_MAX).matchAll(RUN)).flatMap((match) =>
    toRunPieces(match[0], match.index),
  );
}

function toRunPieces(run: string, start: number): Piece[] {
  const words = toWords(run);
  const end = start + run.length;
  if (words.length < 2) return words.map((word) => ({ word, start, end }));
  // Written without spaces: its words are sought in it. Where folding changed them, each has the place of all.
  const folded = run.toLowerCase();
  const whole = words.map((word) => ({ word, start, end }));
  if (folded.length !== run.length) return whole;
  let from = 0;
  const pieces: Piece[] = [];
  for (const word of words) {
    const at = folded.indexOf(word, from);
    if (at < 0) return whole;
    from = at + word.length;
    pieces.push({ word, start: start + at, end: start + from });
  }
  return pieces;
}
