/**
 * Words of a text in any language, in the form in which they are compared: lower case, width and Latin
 * accents folded, addresses and handles left out. Deliberately absent: a stop-word list, which would drop words that
 * carry meaning in another language.
 */

const ADDRESS = /\b(?:https?:\/\/|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/giu;
// `__cust__` and the like stand in exported conversations where a handle stood.
const HANDLE = /(?<![\p{L}\p{N}_])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?|__\w+?__/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const LATIN_ACCENT = /(\p{Script=Latin})\p{M}+/gu;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

function toSegments(run: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return Array.from(segmenter.segment(run))
    .filter((part) => part.isWordLike)
    .map((part) => part.segment);
}

/** A text without the accents of Latin letters and without differences of width. */
export function foldAccents(text: string): string {
  return text.normalize('NFKD').replace(LATIN_ACCENT, '$1').normalize('NFC');
}

/** The words of `text` in order, repeats kept; scripts without spaces are cut by `Intl.Segmenter`. */
export function toWords(text: string): string[] {
  const plain = text.replace(ADDRESS, ' ').replace(HANDLE, ' ');
  const runs = foldAccents(plain).toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
  return runs.flatMap((run) => (UNSPACED.test(run) ? toSegments(run) : [run]));
}

/**
 * The common part of the usual forms of a word ("stopped", "stops" → "stop"). Only endings that are cut alike from
 * question and answer, so a word of another language loses a letter but still meets itself.
 */
export function toStem(word: string): string {
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word;
  const plain = word.replace(/'s?$/, '');
  const cut = plain.replace(/(?<=[a-z]{3})(?:ings?|ed|(?<=[sxz]|[cs]h)es|(?<!s)s)$/, '');
  return cut === plain ? plain : cut.replace(/([bdgmnprt])\1$/, '$1');
}
