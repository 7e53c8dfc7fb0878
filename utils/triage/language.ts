/**
 * The language of a post by its script and its common words, for when the browser's own detector is not sure, as of
 * most short posts. Knows few languages, and says nothing rather than something wrong.
 */
import { toCommonLanguages } from '#utils/text/common-words.ts';
import { toWords } from '#utils/text/tokenize.ts';

const WORDS_MAX = 200;
/** So much must speak for a language, and so many times more than for the next one. */
const ENOUGH = 1.5;
const AHEAD = 1.6;
const SIGN = 1;

/** Scripts of one language, or nearly; those that are in others stand later. */
const scripts: [language: string, letters: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];
const UKRAINIAN = /[іїєґ]/iu;
/** A few letters may be a name; so much of all must be in the script. Kanji alone do not make a text Chinese. */
const SHARE_MIN = 0.3;
const KANA_SHARE_MIN = 0.1;

const signs: [language: string, letters: RegExp][] = [
  ['de', /[ßäöü]/iu],
  ['es', /[ñ¿¡]/iu],
  ['pt', /[ãõ]/iu],
  ['fr', /[çœêîûà]/iu],
];

/** Two-letter code of a post's language; null where it does not show. */
export function readLanguage(text: string): string | null {
  // Handles, addresses and tags are in no language.
  const plain = text.replace(/https?:\/\/\S*|[@#][\p{L}\p{N}_]+/gu, ' ').slice(0, 5_000);
  const letters = plain.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  for (const [language, pattern] of scripts) {
    const share = (plain.match(pattern)?.length ?? 0) / letters;
    if (share < (language === 'ja' ? KANA_SHARE_MIN : SHARE_MIN)) continue;
    return language === 'ru' && UKRAINIAN.test(plain) ? 'uk' : language;
  }
  return readByWords(plain);
}

function readByWords(text: string): string | null {
  const scores = new Map<string, number>();
  const add = (language: string, score: number) =>
    scores.set(language, (scores.get(language) ?? 0) + score);
  for (const word of toWords(text).slice(0, WORDS_MAX)) {
    const languages = toCommonLanguages(word);
    for (const language of languages) add(language, 1 / languages.length);
  }
  for (const [language, letters] of signs) if (letters.test(text)) add(language, SIGN);
  const [best, next] = [...scores].toSorted(([, one], [, other]) => other - one);
  if (!best || best[1] < ENOUGH || best[1] < AHEAD * (next?.[1] ?? 0)) return null;
  return best[0];
}
