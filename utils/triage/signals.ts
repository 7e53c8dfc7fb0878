/**
 * Reads what a post says of itself in plain words, signs and marks. Costs are linear in the text: words are looked up,
 * nothing is searched for by a pattern that could run back.
 */
import { toWords } from '#utils/text/tokenize.ts';
import { SIGNALS, signalWords, type Signal, type WordSignal } from './signal-words.ts';

/** A signal with the words that gave it, as they stand in the list, each once, in order. */
export type Signals = Map<Signal, string[]>;

interface Phrase {
  words: string[];
  /** The last word only begins so. */
  isOpen: boolean;
  signal: WordSignal;
  /** As it is written in the list. */
  written: string;
}

/** A post is read so far; customers say what they want early. */
const WORDS_MAX = 400;
const STEM_MIN = 3;
/** So many words after "not" a good word is none. */
const DENIED_WITHIN = 3;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HAPPY_SIGNS =
  /[😀😃😄😁😆😊☺🙂😍🥰😘🤗🤩😎❤💙💚💛🧡💜💕💖💗👍👏🙌🎉🥳✨🙏💯😋👌💪]|(?<!\S)[:;=]-?[)D]|<3/gu;
const UPSET_SIGNS = /[😠😡🤬😤😒🙄😞😔😢😭☹🙁😩😫😖😣👎💔🤦😑😕🤢🤮🖕]|(?<!\S)[:=]['’]?-?[(/\\]/gu;
const MARK = /[?？]/u;

const HANDLE = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]/u;
const LINK = /https?:\/\//iu;
const TAG = /#[\p{L}\p{N}_]/gu;
const SHARED = /(?:^|\s)RT @/u;
const TAGS_MANY = 3;
const LONG = 12;

const NEGATORS = new Set(
  `not no never without nothing hardly isnt wasnt arent werent dont doesnt didnt cant cannot couldnt wont wouldnt aint
  nicht kein keine keinen nie ohne pas jamais sans aucun aucune sin nunca não nao sem nem niet geen nooit non senza mai`
    .split(/\s+/)
    .map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '')),
);
/** These turn round: what is denied of the first is a complaint, what is denied of the others is none. */
const GOOD = new Set<Signal>(['praise', 'strongPraise']);
const BAD = new Set<Signal>(['upset', 'strongUpset', 'fault', 'danger', 'leaving']);
const BAD_DENIERS = new Set([
  'no',
  'without',
  'not',
  'kein',
  'keine',
  'ohne',
  'sans',
  'sin',
  'sem',
  'senza',
  'geen',
]);

const toKey = (word: string) => word.replaceAll("'", '');

const { byFirst, open, unspaced } = toPhrases();

function toPhrases() {
  const first = new Map<string, Phrase[]>();
  const stems = new Map<string, Phrase[]>();
  const parts: { part: string; signal: WordSignal }[] = [];
  for (const signal of SIGNALS) {
    if (!(signal in signalWords)) continue;
    const own = signal as WordSignal;
    for (const entry of signalWords[own].split(',')) {
      const written = entry.replaceAll(/\s+/g, ' ').trim();
      const plain = written.replace(/\*$/, '');
      if (UNSPACED.test(plain)) {
        parts.push({ part: plain, signal: own });
        continue;
      }
      const isOpen = written.endsWith('*');
      const words = toWords(plain).map(toKey);
      const [head] = words;
      if (head === undefined) continue;
      const phrase: Phrase = { words, isOpen, signal: own, written: plain };
      const isStem = isOpen && words.length === 1;
      const table = isStem ? stems : first;
      const key = isStem ? head.slice(0, STEM_MIN) : head;
      table.set(key, [...(table.get(key) ?? []), phrase]);
    }
  }
  // The longer phrase says more: "thanks for nothing" is no thanks.
  for (const list of first.values()) list.sort((a, b) => b.words.length - a.words.length);
  return { byFirst: first, open: stems, unspaced: parts };
}

/** What is said in a text, with the words that say it. */
export function readSignals(text: string): Signals {
  const signals: Signals = new Map();
  const note = (signal: Signal, written: string) => {
    const known = signals.get(signal);
    if (!known) signals.set(signal, [written]);
    else if (!known.includes(written)) known.push(written);
  };
  const words = toWords(text).slice(0, WORDS_MAX).map(toKey);
  let at = 0;
  while (at < words.length) {
    const found = findAt(words, at);
    if (found.length === 0) {
      at += 1;
      continue;
    }
    for (const { signal, written } of found) {
      const said = toSaid(words, at, signal);
      if (said !== null) note(said, said === signal ? written : `not ${written}`);
    }
    at += Math.max(1, ...found.map((phrase) => phrase.words.length));
  }
  if (UNSPACED.test(text)) {
    for (const { part, signal } of unspaced) if (text.includes(part)) note(signal, part);
  }
  for (const sign of text.match(HAPPY_SIGNS) ?? []) note('happySign', sign);
  for (const sign of text.match(UPSET_SIGNS) ?? []) note('upsetSign', sign);
  if (MARK.test(text)) note('mark', '?');
  if (HANDLE.test(text)) note('addressed', '@');
  if (LINK.test(text)) note('link', 'https:');
  if ((text.match(TAG)?.length ?? 0) >= TAGS_MANY) note('tagged', '#');
  if (SHARED.test(text)) note('shared', 'RT');
  if (words.length >= LONG) note('long', '');
  return signals;
}

/** The longest phrases that begin here; several when one stands in several lists. */
function findAt(words: readonly string[], at: number): Phrase[] {
  const word = words[at] ?? '';
  const candidates = byFirst.get(word) ?? [];
  const fitting = candidates.filter((phrase) => fits(phrase, words, at));
  const longest = fitting[0]?.words.length ?? 0;
  const stems = (open.get(word.slice(0, STEM_MIN)) ?? []).filter(
    (phrase) => longest <= 1 && word.startsWith(phrase.words[0] ?? ' '),
  );
  return [...fitting.filter((phrase) => phrase.words.length === longest), ...stems];
}

function fits({ words: wanted, isOpen }: Phrase, words: readonly string[], at: number): boolean {
  return wanted.every((one, index) => {
    const word = words[at + index];
    if (word === undefined) return false;
    return isOpen && index === wanted.length - 1 ? word.startsWith(one) : word === one;
  });
}

/** What a word says once the words before it are heard; null: nothing. */
function toSaid(words: readonly string[], at: number, signal: Signal): Signal | null {
  if (GOOD.has(signal)) {
    const before = words.slice(Math.max(0, at - DENIED_WITHIN), at);
    return before.some((word) => NEGATORS.has(word)) ? 'upset' : signal;
  }
  if (BAD.has(signal)) {
    const before = words.slice(Math.max(0, at - 2), at);
    return before.some((word) => BAD_DENIERS.has(word)) ? null : signal;
  }
  return signal;
}
