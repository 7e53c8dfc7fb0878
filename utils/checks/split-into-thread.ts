/** Cuts a draft that is too long for one post into several. Counts as the site does, so not for use in a page. */
import type { CharacterRule } from '#utils/model/character-rule.ts';
import { countCharacters } from '#utils/replies/count-characters.ts';

// " 12/34": room for two digits each.
const NUMBER_ROOM = 6;
// A part that ends with a sentence may be so much emptier than one that ends with a word.
const SENTENCE_FILL_MIN = 0.5;
const SENTENCE_END = /(?:[.!?…。！？]["'”’)\]」』]*|\n\s*)$/u;

let words: Intl.Segmenter | undefined;
let graphemes: Intl.Segmenter | undefined;

const toSegments = (segmenter: Intl.Segmenter, text: string) =>
  Array.from(segmenter.segment(text), (part) => part.segment);

/** Pieces which are never cut: words with the white space behind them; smaller only where a word alone is too long. */
function toPieces(text: string, fits: (text: string) => boolean): string[] {
  const spaced = text.match(/\s*\S+\s*/gu) ?? [];
  return spaced.flatMap((piece) => {
    if (fits(piece.trim())) return [piece];
    words ??= new Intl.Segmenter(undefined, { granularity: 'word' });
    graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const inner = toSegments(words, piece).flatMap((word) =>
      fits(word.trim()) || !graphemes ? [word] : toSegments(graphemes, word),
    );
    return inner;
  });
}

/** How many pieces from `from` on make the next part: at a sentence's end where that leaves no half-empty part. */
function countNext(
  pieces: readonly string[],
  from: number,
  fits: (text: string) => boolean,
  isFull: (text: string) => boolean,
): number {
  let part = '';
  let sentence = 0;
  let taken = 0;
  while (from + taken < pieces.length) {
    const longer = part + (pieces[from + taken] ?? '');
    if (!fits(longer.trim())) break;
    part = longer;
    taken += 1;
    if (SENTENCE_END.test(part.replace(/[ \t]+$/u, '')) && isFull(part.trim())) sentence = taken;
  }
  if (from + taken >= pieces.length) return taken;
  return Math.max(1, sentence > 0 ? sentence : taken);
}

/**
 * The parts of `text`, each within `rule.limit` by the site's own count, cut at sentences where that is possible, else
 * at words; joined they are the text but for white space. Numbers ("1/3") only when asked for. A limit below one
 * grapheme cannot be kept: that grapheme stands alone.
 */
export function splitIntoThread(
  text: string,
  rule: CharacterRule,
  { isNumbered = false }: { isNumbered?: boolean } = {},
): string[] {
  const whole = text.trim();
  if (whole === '') return [];
  const { limit } = rule;
  if (limit === null || countCharacters(whole, rule) <= limit) return [whole];
  const room = isNumbered ? limit - NUMBER_ROOM : limit;
  const fits = (part: string) => countCharacters(part, rule) <= room;
  const isFull = (part: string) => countCharacters(part, rule) >= SENTENCE_FILL_MIN * room;
  const pieces = toPieces(whole, fits);
  const parts: string[] = [];
  for (let from = 0; from < pieces.length;) {
    const taken = countNext(pieces, from, fits, isFull);
    const part = pieces
      .slice(from, from + taken)
      .join('')
      .trim();
    if (part !== '') parts.push(part);
    from += taken;
  }
  return isNumbered ? parts.map((part, index) => `${part} ${index + 1}/${parts.length}`) : parts;
}
