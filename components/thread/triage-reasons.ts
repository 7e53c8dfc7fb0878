import type { ThreadView } from '#utils/model/thread-view.ts';
import { triageWords as words } from './triage-words.ts';

const toSayer = ({ me, names, thread }: ThreadView): string => {
  const by = thread.label?.by;
  if (by === me?.id) return words.youStart;
  return (by !== undefined && names[by]) || words.youStart;
};

/** Why a post is called what it is called; empty while unknown. */
export function toIntentWhy(view: ThreadView): string {
  if (view.thread.label?.intent !== undefined) return `${words.saidBy(toSayer(view))}.`;
  const why = view.triage?.why ?? '';
  return why === '' ? '' : `${why}.`;
}

/** Why it is as urgent as it is said to be; empty while unknown. */
export function toUrgencyWhy(view: ThreadView): string {
  if (view.thread.label?.urgency !== undefined) return `${words.saidBy(toSayer(view))}.`;
  const why = view.triage?.urgencyWhy ?? '';
  return why === '' ? '' : `${why}.`;
}

/** True for a known language that is not the browser's. */
export function isOtherLanguage(lang: string | null, own = navigator.language): boolean {
  return lang !== null && toBase(lang) !== toBase(own);
}

/** "German"; the code where the browser has no name for it. */
export function toLanguageName(lang: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}

const toBase = (lang: string) => lang.toLowerCase().split('-')[0];
