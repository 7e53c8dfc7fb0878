import { toStem } from '#utils/text/tokenize.ts';
import type { Center } from './centers.ts';
import { toPieces, type Piece } from './pieces.ts';
import { compare, isTelling } from './read-terms.ts';
import type { Steps } from './steps.ts';
import { isVague } from './vague-words.ts';

const WORDS_MAX = 4;
const WORDS_MIN = 2;
/** A word that weighs this much of the most telling one is among the theme's words, or stands beside its phrase. */
const WORD_SHARE = 0.45;
const BESIDE_SHARE = 0.7;
const VAGUE_FACTOR = 0.25;
const PHRASE_WORDS_MAX = 4;
const PHRASE_MAX = 48;
/** A phrase stands in this share of the posts that are read for it, and in three at least. */
const PHRASE_SHARE = 0.08;
const PHRASE_POSTS = 3;
/** What may stand between the words of a phrase. */
const GAP = /^[\s\u2010-\u2013-]{0,3}$/u;
const SLICE = 20;

export interface Name {
  label: string;
  words: string[];
}

/** How often something was written in which way. */
type Forms = Map<string, number>;

interface Phrase {
  key: string;
  /** Of its telling words. */
  stems: string[];
  posts: number;
  forms: Forms;
}

interface Written {
  words: Map<string, Forms>;
  phrases: Map<string, Phrase>;
}

interface Ranked {
  stem: string;
  weight: number;
}

/**
 * Calls a theme by what its posts say: a phrase where one repeats, and its most telling words as most customers write
 * them. `isTaken`: another theme is called so already.
 */
export function* nameTheme(
  center: Center,
  stems: readonly string[],
  texts: readonly string[],
  isTaken: (label: string) => boolean = () => false,
): Steps<Name> {
  const weights = new Map(
    center.terms.map((term, at) => [stems[term] ?? '', center.weights[at] ?? 0]),
  );
  const written: Written = { words: new Map(), phrases: new Map() };
  for (const [at, text] of texts.entries()) {
    noteText(written, text, weights);
    if (at % SLICE === SLICE - 1) yield at / texts.length;
  }
  const ranked = [...weights]
    .map(([stem, weight]) => ({ stem, weight: isVague(stem) ? weight * VAGUE_FACTOR : weight }))
    .filter(({ stem }) => written.words.has(stem))
    .sort((a, b) => b.weight - a.weight || compare(a.stem, b.stem));
  const top = ranked[0]?.weight ?? 0;
  const chosen = ranked
    .slice(0, WORDS_MAX)
    .filter(({ weight }, at) => at < WORDS_MIN || weight >= WORD_SHARE * top);
  const words = chosen.map(({ stem }) => toUsual(written.words.get(stem)));
  const beside = chosen.filter(({ weight }) => weight >= BESIDE_SHARE * top);
  const labels = choosePhrases(written, ranked, texts.length).map(({ stems: told, forms }) => [
    toUsual(forms),
    ...beside
      .filter(({ stem }) => !told.includes(stem))
      .slice(0, Math.max(0, WORDS_MAX - told.length))
      .map(({ stem }) => toUsual(written.words.get(stem))),
  ]);
  const named = [...labels, words].map((parts) => parts.join(', '));
  return { label: named.find((one) => !isTaken(one)) ?? words.join(', '), words };
}

function noteText(written: Written, text: string, weights: ReadonlyMap<string, number>): void {
  const pieces = toPieces(text);
  for (const { word, start, end } of pieces) {
    const stem = toStem(word);
    if (!weights.has(stem) || !isTelling(word)) continue;
    const forms = written.words.get(stem) ?? new Map<string, number>();
    written.words.set(stem, forms);
    addForm(forms, text.slice(start, end));
  }
  const seen = new Set<string>();
  for (const run of toRuns(pieces, weights)) {
    const form = toWritten(text, run);
    if (form === null) continue;
    const key = run.map(({ word }) => toStem(word)).join(' ');
    const phrase: Phrase = written.phrases.get(key) ?? {
      key,
      stems: toTellingStems(run),
      posts: 0,
      forms: new Map(),
    };
    written.phrases.set(key, phrase);
    addForm(phrase.forms, form);
    if (!seen.has(key)) phrase.posts += 1;
    seen.add(key);
  }
}

/** Phrases that repeat, the most telling and most frequent first. */
function choosePhrases(
  { phrases }: Written,
  ranked: readonly Ranked[],
  textCount: number,
): Phrase[] {
  const weights = new Map(ranked.map(({ stem, weight }) => [stem, weight]));
  const least = Math.max(PHRASE_POSTS, PHRASE_SHARE * textCount);
  const scoreOf = ({ posts, stems }: Phrase) =>
    posts * stems.reduce((sum, stem) => sum + (weights.get(stem) ?? 0), 0);
  return [...phrases.values()]
    .filter(({ posts }) => posts >= least)
    .sort((a, b) => scoreOf(b) - scoreOf(a) || compare(a.key, b.key));
}

function addForm(forms: Forms, written: string): void {
  forms.set(written, (forms.get(written) ?? 0) + 1);
}

/** The way in which most wrote it; of two, the one in lower case. */
function toUsual(forms: Forms | undefined): string {
  let usual = '';
  let most = 0;
  for (const [written, count] of forms ?? []) {
    if (count < most || (count === most && compare(written, usual) < 0)) continue;
    usual = written;
    most = count;
  }
  return usual;
}

/** Runs of two to four words that begin and end with a word of the theme. */
function* toRuns(
  pieces: readonly Piece[],
  weights: ReadonlyMap<string, number>,
): Generator<Piece[]> {
  const isOwn = ({ word }: Piece) => weights.has(toStem(word)) && isTelling(word);
  for (const [at, first] of pieces.entries()) {
    if (!isOwn(first)) continue;
    for (let size = 2; size <= PHRASE_WORDS_MAX; size += 1) {
      const last = pieces[at + size - 1];
      if (last && isOwn(last) && last.word !== first.word) yield pieces.slice(at, at + size);
    }
  }
}

function toTellingStems(run: readonly Piece[]): string[] {
  return [...new Set(run.filter(({ word }) => isTelling(word)).map(({ word }) => toStem(word)))];
}

/** A run as it was written; null where more than a space stands between its words. */
function toWritten(text: string, run: readonly Piece[]): string | null {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || last.end - first.start > PHRASE_MAX) return null;
  for (const [at, { start }] of run.entries()) {
    const before = run[at - 1];
    if (before && !(before.end <= start && GAP.test(text.slice(before.end, start)))) return null;
  }
  return text.slice(first.start, last.end).replaceAll(/\s+/gu, ' ');
}
