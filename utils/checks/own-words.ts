/**
 * Whether a first answer is nothing but what a service says to anybody. Silent in doubt: people answer well in other
 * words than the customer's, so a draft with a single word of its own is let be (docs/replies.md, Checks on drafts).
 */
import { toTemplate } from '#utils/replies/to-template.ts';
import { isCommonWord } from '#utils/text/common-words.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import type { Check } from './draft-check.ts';
import { toServiceWords } from './service-words.ts';

// Below these a post or a draft says too little to be compared.
const POST_TELLING_MIN = 6;
const DRAFT_TELLING_MIN = 6;
const DRAFT_WORDS_MIN = 12;
// "Delay" and "delays", "print" and "printable" are of one thing.
const SHARED_START = 5;
const QUESTION = /[?？؟]/u;

// Names and brands of the template stand for themselves.
const isTelling = (word: string) =>
  word.length > 2 && word !== 'name' && word !== 'brand' && !/\d/u.test(word);

// Not among the common words, for in English it tells something.
const isArticle = (word: string, language: string) => language === 'de' && word === 'die';

function toTelling(text: string, language: string, known: ReadonlySet<string>): Set<string> {
  const words = toWords(text).filter(
    (word) => isTelling(word) && !isCommonWord(word) && !isArticle(word, language),
  );
  return new Set(words.map(toStem).filter((stem) => !known.has(stem)));
}

const toStart = (stem: string) => (stem.length < SHARED_START ? stem : stem.slice(0, SHARED_START));

/** Compares drafts and posts of one language only: a translation shares no words. */
export const checkOwnWords: Check = (draft, context) => {
  const { post, ours, languageOf, recent, threadId } = context;
  // A question moves things on in whatever words, and in a talk that goes on the thing has been named.
  if (!post || QUESTION.test(draft) || toWords(draft).length < DRAFT_WORDS_MIN) return null;
  if (recent.replies.some((reply) => reply.threadId === threadId)) return null;
  const language = languageOf(draft)?.split('-')[0];
  if (language === undefined || language !== languageOf(post.text)?.split('-')[0]) return null;
  const names = new Set([...ours, post.handle, post.name ?? ''].flatMap(toWords).map(toStem));
  const theirs = toTelling(post.text, language, names);
  const said = toTelling(
    toTemplate(draft, () => false),
    language,
    names,
  );
  if (theirs.size < POST_TELLING_MIN || said.size < DRAFT_TELLING_MIN) return null;
  const starts = new Set([...theirs].map(toStart));
  for (const word of said) if (starts.has(toStart(word))) return null;
  const anybodys = toServiceWords(language);
  if (anybodys === null) return null;
  for (const word of said) if (!anybodys.has(word)) return null;
  return {
    id: 'own-words',
    level: 'notice',
    message: 'This could be said to anybody: name the thing they wrote about.',
  };
};
