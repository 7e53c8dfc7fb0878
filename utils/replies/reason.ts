import type { LibraryEntry } from '#utils/model/library.ts';
import { toUseReason } from './entry-use.ts';
import { toPastName } from '#utils/model/member-name.ts';

/** Who asks and when, as far as a reason says it. */
export interface ReasonContext {
  memberName: string;
  /** Names of the teammates by their ids. */
  names: Readonly<Record<string, string>>;
  now: number;
  /** BCP 47; the browser's own when absent. */
  locale?: string;
}

const MATCHED_SHOWN = 3;

function toDay(at: number, { now, locale }: ReasonContext): string {
  const year = new Intl.DateTimeFormat('en', { year: 'numeric' });
  const isThisYear = year.format(at) === year.format(now);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}

const toAuthor = (entry: LibraryEntry, { names }: ReasonContext) =>
  entry.memberId ? toPastName(names, entry.memberId) : 'A teammate';

/** "Ana's answer to a similar post, 3 May; customers were happy with it 4 times". */
export function toReplyReason(entry: LibraryEntry, context: ReasonContext): string {
  const name = toAuthor(entry, context);
  const whose = name === context.memberName ? 'Your' : `${name}'s`;
  return withUse(`${whose} answer to a similar post, ${toDay(entry.at, context)}`, entry);
}

/** "Ana answered the same question there, 3 May". */
export function toLinkReason(entry: LibraryEntry, context: ReasonContext): string {
  const name = toAuthor(entry, context);
  const who = name === context.memberName ? 'You' : name;
  return `${who} answered the same question there, ${toDay(entry.at, context)}`;
}

function withUse(reason: string, entry: LibraryEntry): string {
  const use = toUseReason(entry);
  return use === null ? reason : `${reason}; ${use}`;
}

/** "Your snippet “Boil-dry reset”: matches “kettle”, “stopped”". */
export function toSnippetReason(
  entry: LibraryEntry,
  matched: readonly string[],
  context: ReasonContext,
): string {
  const name = entry.memberId === null ? undefined : context.names[entry.memberId];
  let whose = name ? `${name}'s snippet` : 'Team snippet';
  if (name && name === context.memberName) whose = 'Your snippet';
  const title = entry.title ? `${whose} “${entry.title}”` : whose;
  const words = matched.slice(0, MATCHED_SHOWN).map((word) => `“${word}”`);
  return withUse(words.length === 0 ? title : `${title}: matches ${words.join(', ')}`, entry);
}
