import type { Check } from './draft-check.ts';

const NO_LANGUAGE = /https?:\S+|www\.\S+|[@#][\p{L}\p{N}_.@-]+|__\w+?__/giu;
// Language of shorter texts is a guess.
const LETTERS_MIN = 20;
const SIGNS_MIN = 8;

let names: Intl.DisplayNames | undefined;

function toName(language: string): string {
  try {
    names ??= new Intl.DisplayNames('en', { type: 'language' });
    return names.of(language) ?? language;
  } catch {
    return language;
  }
}

function isLongEnough(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= (/[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ? SIGNS_MIN : LETTERS_MIN);
}

export const checkWrongLanguage: Check = (draft, { post, languageOf }) => {
  if (!post) return null;
  const own = draft.replace(NO_LANGUAGE, ' ').trim();
  const theirs = post.text.replace(NO_LANGUAGE, ' ').trim();
  if (!isLongEnough(own) || !isLongEnough(theirs)) return null;
  const [ours, asked] = [languageOf(own), languageOf(theirs)].map(
    (language) => language?.split('-')[0] ?? null,
  );
  if (!ours || !asked || ours === asked) return null;
  return {
    id: 'wrong-language',
    level: 'warning',
    message: `The customer writes ${toName(asked)}, the draft is ${toName(ours)}: answer in their language.`,
  };
};
