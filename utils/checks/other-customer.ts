import type { TextRange } from '#utils/text/sentences.ts';
import type { Check, DraftContext, People } from './draft-check.ts';

export interface Person {
  handle: string;
  name?: string;
}

const toHandle = (handle: string) => handle.replace(/^@/, '').toLowerCase();
const toNameWords = (name: string): string[] =>
  name.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [];

/** Makes the authors of recent threads ready for `checkOtherCustomer`, once for many drafts. */
export function preparePeople(people: readonly Person[]): People {
  const names = people.flatMap(({ name }) => toNameWords(name ?? '').slice(0, 1));
  return {
    handles: new Set(people.map((person) => toHandle(person.handle))),
    names: new Set(names.filter((name) => name.length > 1)),
  };
}

const HANDLE = /(?<![\p{L}\p{N}_/.@])@([\p{L}\p{N}_][\p{L}\p{N}_.-]*(?:@[\p{L}\p{N}.-]+)?)/gu;
// Only where people are called by name: elsewhere "May" and "Will" are words.
const CALLED =
  /(?:^|[.!?]|\s)(?:hi|hello|hey|hiya|dear|hallo|guten (?:morgen|tag|abend)|moin|liebe[rs]?|bonjour|salut|hola|olá|oi|thanks|thank you|sorry|danke|merci|gracias|obrigad[oa])(?: there)?,? (?<after>\p{Lu}[\p{L}\p{M}'’-]+)(?=\s*(?:[,.!?:;–—-]|$))|(?<honored>[\p{Lo}]{1,10}?)(?=様|さん)/giu;

const isOurs = ({ ours }: DraftContext, word: string) =>
  ours.some((own) => toHandle(own) === word || toNameWords(own).includes(word));

function findHandles(draft: string, context: DraftContext): TextRange[] {
  return Array.from(draft.matchAll(HANDLE)).flatMap((match) => {
    const handle = toHandle(match[1] ?? '').replace(/[.-]+$/u, '');
    const isKnown = context.people.handles.has(handle);
    const isFitting =
      handle === toHandle(context.post?.handle ?? '') ||
      isOurs(context, handle) ||
      (context.post?.text.toLowerCase().includes(`@${handle}`) ?? false);
    if (!isKnown || isFitting) return [];
    return [{ start: match.index, end: match.index + handle.length + 1 }];
  });
}

function findNames(draft: string, context: DraftContext): TextRange[] {
  const { post, people } = context;
  const theirs = `${post?.handle ?? ''} ${post?.name ?? ''} ${post?.text ?? ''}`.toLowerCase();
  return Array.from(draft.matchAll(CALLED)).flatMap((match) => {
    const name = match.groups?.['after'] ?? match.groups?.['honored'] ?? '';
    const word = name.toLowerCase();
    // A handle often holds the name ("@ben_acme").
    if (!people.names.has(word) || theirs.includes(word) || isOurs(context, word)) return [];
    const start = match.index + match[0].lastIndexOf(name);
    return [{ start, end: start + name.length }];
  });
}

export const checkOtherCustomer: Check = (draft, context) => {
  if (!context.post) return null;
  const at = [...findHandles(draft, context), ...findNames(draft, context)];
  const [first] = at;
  if (!first) return null;
  return {
    id: 'other-customer',
    level: 'warning',
    message: `“${draft.slice(first.start, first.end)}” is a customer of another thread: check whom you are answering.`,
    at,
  };
};
