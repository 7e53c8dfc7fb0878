import { isCommonWord } from '#utils/text/common-words.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { Check } from './draft-check.ts';

// Below these a post or a draft says too little to be compared.
const POST_WORDS_MIN = 9;
const DRAFT_WORDS_MIN = 10;

// Cased, of any meaning: words of three letters and more; in scripts without spaces two signs are a word.
const isTelling = (word: string) =>
  !isCommonWord(word) &&
  !/^\d+$/u.test(word) &&
  word.length >= (/^[\p{Script=Latin}\p{Script=Cyrillic}']+$/u.test(word) ? 3 : 2);

const toKnown = (names: readonly string[]) => new Set(names.flatMap(toWords).map(toStem));

function toTelling(text: string, known: ReadonlySet<string>): Set<string> {
  const stems = toWords(text).filter(isTelling).map(toStem);
  return new Set(stems.filter((stem) => !known.has(stem)));
}

/** Compares drafts and posts of one language only: a translation shares no words. */
export const checkOwnWords: Check = (draft, { post, ours, languageOf }) => {
  if (!post) return null;
  const names = toKnown([...ours, post.handle, post.name ?? '']);
  const theirs = toTelling(post.text, names);
  const said = toTelling(draft, names);
  if (theirs.size < POST_WORDS_MIN || said.size < DRAFT_WORDS_MIN) return null;
  for (const word of said) if (theirs.has(word)) return null;
  const language = languageOf(draft);
  if (language === null || language !== languageOf(post.text)) return null;
  return {
    id: 'own-words',
    level: 'notice',
    message: 'No word of the customer is in here: name the thing they wrote about.',
  };
};
