/** UTF-16 offsets in a text, `end` exclusive. */
export interface TextRange {
  start: number;
  end: number;
}

/** All places where a global pattern matches. */
export function rangesOf(text: string, pattern: RegExp): TextRange[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export interface Sentence extends TextRange {
  text: string;
}

// A dot inside a number or an address ends nothing.
const SENTENCE = /[^.!?…。！？\n]+(?:[.!?…]+(?=\S)[^.!?…。！？\n]+)*(?:[.!?…。！？]+|\n|$)/gu;

/** The sentences of a text, roughly: cut at marks with white space behind, at full-width marks and at line ends. */
export function toSentences(text: string): Sentence[] {
  return rangesOf(text, SENTENCE).map(({ start, end }) => ({
    start,
    end,
    text: text.slice(start, end),
  }));
}
