/**
 * What comes back from a model is as untrusted as what went there: it may repeat what a customer wrote to steer it.
 * So it is shown only as plain text that brings in nothing by which people are led away or the team is bound: no link,
 * handle, address, telephone number, figure, amount, day or promise that is in none of the drafts. These are checks of
 * words; what a sentence means, the person who reads the answer decides.
 */
import { POLISHED_MAX } from '#utils/model/polish-limits.ts';
import type { AnswerFault, AnswerNote, PolishRequest } from '#utils/model/polish.ts';
import { toWords } from '#utils/text/tokenize.ts';
import { findMoney, findNumbers, hasOddNumbers } from './amounts.ts';
import { findEmails, findHandles, findLinks, findPhones } from './contacts.ts';
import { findDates } from './dates.ts';
import { hasHiddenCharacters, hasMarkup, toBareAnswer } from './plain-text.ts';
import { findPromises, toSentences } from './promises.ts';
import type { PolishPrompt } from './to-prompt.ts';

export type CheckedAnswer =
  { ok: true; text: string; notes: AnswerNote[] } | { ok: false; fault: AnswerFault };

/** How many words in a row make a quotation. */
const QUOTE_WORDS = 8;
/** The least share of an answer's words that stand in the drafts, but for translations. A model that obeys a stranger has close to none. */
const OVERLAP_MIN = 0.3;
/** Where a short text may become so much longer all the same, characters. */
const SLACK = 200;
const OF_MODELS =
  /\b(?:as an ai|(?:large )?language model|ai (?:model|assistant)|system prompt|(?:previous|prior|above) instructions)\b/iu;

/** Whether an answer may be shown, and what to look at in it. `prompt` and `boundary` are those that it answers. */
export function checkAnswer(
  raw: string,
  request: PolishRequest,
  prompt: PolishPrompt,
  boundary: string,
): CheckedAnswer {
  const { drafts } = request;
  // Nothing is searched in a text that is too long to be an answer.
  if (raw.length > 2 * POLISHED_MAX) return { ok: false, fault: 'tooLong' };
  const text = toBareAnswer(raw, drafts);
  const fault =
    findFormFault(text, request) ??
    findLeak(text, request, prompt, boundary) ??
    findAddition(text, drafts);
  return fault === null ? { ok: true, text, notes: toNotes(text, request) } : { ok: false, fault };
}

function findFormFault(text: string, { task, drafts }: PolishRequest): AnswerFault | null {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty';
  if (text.length > POLISHED_MAX) return 'tooLong';
  const total = drafts.reduce((sum, draft) => sum + draft.length, 0);
  const longest = Math.max(...drafts.map((draft) => draft.length));
  if (text.length > (task === 'merge' ? total : 2 * total) + SLACK) return 'tooLong';
  if (task === 'shorten' && text.length > longest) return 'notShorter';
  if (hasHiddenCharacters(text)) return 'characters';
  return hasMarkup(text, drafts) ? 'markup' : null;
}

function findLeak(
  text: string,
  { task, drafts, post }: PolishRequest,
  { system, user }: PolishPrompt,
  boundary: string,
): AnswerFault | null {
  const own = drafts.join('\n');
  if (text.includes(boundary) || (OF_MODELS.test(text) && !OF_MODELS.test(own))) return 'prompt';
  const rules = `${system}\n${user.slice(0, user.indexOf(`[${boundary}`))}`;
  if (quotes(text, rules, own)) return 'prompt';
  if (quotes(text, post.text, own)) return 'post';
  if (task === 'translate') return null;
  const known = new Set(toWords(own).map(toFront));
  const said = toWords(text).map(toFront);
  const shared = said.filter((word) => known.has(word)).length;
  return shared < OVERLAP_MIN * said.length ? 'offTopic' : null;
}

/** Forms of a word mostly begin alike. */
function toFront(word: string): string {
  return word.slice(0, 5);
}

/** True when `text` has eight words in a row from `source` that are not in `own`. */
function quotes(text: string, source: string, own: string): boolean {
  const known = toRuns(own);
  const runs = toRuns(source);
  return [...toRuns(text)].some((run) => runs.has(run) && !known.has(run));
}

function toRuns(text: string): Set<string> {
  const words = toWords(text);
  const runs = new Set<string>();
  for (let at = 0; at + QUOTE_WORDS <= words.length; at += 1) {
    runs.add(words.slice(at, at + QUOTE_WORDS).join(' '));
  }
  return runs;
}

const additions: readonly (readonly [AnswerFault, (text: string) => string[]])[] = [
  ['email', findEmails],
  ['link', findLinks],
  ['handle', findHandles],
  ['phone', findPhones],
  ['money', findMoney],
  ['number', findNumbers],
  ['date', findDates],
];

/** What a text says that none of the drafts says, of all that is looked for. */
function findAddition(text: string, drafts: readonly string[]): AnswerFault | null {
  for (const [fault, find] of additions) {
    const known = new Set(drafts.flatMap(find));
    if (find(text).some((one) => !known.has(one))) return fault;
  }
  if (hasOddNumbers(text) && !drafts.some(hasOddNumbers)) return 'number';
  const known = drafts.map((draft) => findPromises(draft, 'sentence'));
  // A sentence that somebody of the team wrote binds no more than it did.
  const own = new Set(drafts.flatMap(toSentences).map(toKey));
  const added = toSentences(text).filter((sentence) => !own.has(toKey(sentence)));
  const { said, affirmed } = findPromises(added.join('\n'), 'clause');
  const isNew = [...said].some((idea) => !known.some((draft) => draft.said.has(idea)));
  const isTurned = [...affirmed].some((idea) => !known.some((draft) => draft.affirmed.has(idea)));
  return isNew || isTurned ? 'promise' : null;
}

function toKey(sentence: string): string {
  return toWords(sentence).join(' ');
}

function toNotes(text: string, { task, drafts, limit }: PolishRequest): AnswerNote[] {
  const lost = (find: (one: string) => string[]) => {
    const kept = new Set(find(text));
    return drafts.flatMap(find).some((one) => !kept.has(one));
  };
  return [
    ...(task !== 'merge' && drafts.some((draft) => draft.trim() === text)
      ? (['unchanged'] as const)
      : []),
    ...(lost(findLinks) || lost(findEmails) ? (['linkLost'] as const) : []),
    ...(lost(findNumbers) ? (['numberLost'] as const) : []),
    ...(limit !== undefined && text.length > limit ? (['overLimit'] as const) : []),
  ];
}
