/**
 * All checks on a draft, as it is typed. Pure and without packages, so that it may run in a page of its own weight;
 * how long the site takes a draft to be is the caller's to count.
 */
import { toHash } from '#utils/text/hash.ts';
import { CHECK_IDS, type Check, type DraftCheck, type DraftContext } from './draft-check.ts';
import { checkEmptyPhrases } from './empty-phrases.ts';
import { checkGuideEmoji } from './guide-emoji.ts';
import { checkGuideFormality } from './guide-formality.ts';
import { checkGuideSignature } from './guide-signature.ts';
import { checkGuideWord } from './guide-word.ts';
import { checkLink } from './link.ts';
import { checkMood } from './mood.ts';
import { checkOtherCustomer } from './other-customer.ts';
import { checkOwnWords } from './own-words.ts';
import { checkPrivateData } from './private-data.ts';
import { checkPrivateQuestion } from './private-question.ts';
import { checkPromise } from './promise.ts';
import { checkSameText } from './same-text.ts';
import { checkTooLong } from './too-long.ts';
import { checkWrongLanguage } from './wrong-language.ts';

// More than a glance takes in is not read at all.
const SHOWN_MAX = 4;

const CHECKS: Record<(typeof CHECK_IDS)[number], Check> = {
  'private-data': checkPrivateData,
  'other-customer': checkOtherCustomer,
  'private-question': checkPrivateQuestion,
  'wrong-language': checkWrongLanguage,
  'too-long': checkTooLong,
  'same-text': checkSameText,
  mood: checkMood,
  promise: checkPromise,
  link: checkLink,
  'guide-word': checkGuideWord,
  'guide-formality': checkGuideFormality,
  'own-words': checkOwnWords,
  'empty-phrases': checkEmptyPhrases,
  'guide-emoji': checkGuideEmoji,
  'guide-signature': checkGuideSignature,
};

/**
 * Names what a person put away when they dismissed a check once: the same finding in the same words stays away, another
 * one comes up again. Holds no text of the draft.
 */
export function dismissalKey(check: DraftCheck, draft: string): string {
  // A message may hold a count that goes with every key pressed.
  const said = check.message.replace(/\d+/gu, '0');
  const marked = (check.at ?? []).map(({ start, end }) => draft.slice(start, end));
  return `${check.id}:${toHash([said, ...marked].join('\n'))}`;
}

/** What is worth a second look in a draft: warnings first, the most important first, four at most. */
export function checkDraft(draft: string, context: DraftContext): DraftCheck[] {
  if (draft.trim() === '') return [];
  const found = CHECK_IDS.filter((id) => !context.dismissed.has(id))
    .map((id) => CHECKS[id](draft, context))
    .filter((check) => check !== null)
    .filter((check) => !context.dismissedOnce?.has(dismissalKey(check, draft)));
  const warnings = found.filter((check) => check.level === 'warning');
  const notices = found.filter((check) => check.level === 'notice');
  return [...warnings, ...notices].slice(0, SHOWN_MAX);
}
