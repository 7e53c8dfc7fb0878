import type { ThreadView } from '#utils/model/thread-view.ts';
import { triageWords } from './triage-words.ts';

/** True when each word of the query stands somewhere in a thread: author, text, title, a teammate's answer, what it is. */
export function matchesQuery(view: ThreadView, query: string): boolean {
  const { post } = view.thread;
  return hasAllWords(query, [
    post.author.handle,
    post.author.name ?? '',
    post.title ?? '',
    post.text,
    view.brandName,
    ...view.replies.map((reply) => reply.text),
    ...toTriageTexts(view),
  ]);
}

/** What the list says of it, so that "complaint" or "urgent" finds those. */
function toTriageTexts({ triage, brandName }: ThreadView): string[] {
  if (!triage) return [];
  const { intent, urgency, isUs } = triage;
  const urgent = urgency === 'high' ? [triageWords.urgencies.high] : [];
  if (isUs === false) return [triageWords.notUs(brandName), ...urgent];
  return intent === null ? urgent : [triageWords.intents[intent], ...urgent];
}

/** True when each word of the query is part of one of the texts, whatever its case. */
export function hasAllWords(query: string, texts: string[]): boolean {
  const all = texts.join('\n').toLocaleLowerCase();
  const words = query.toLocaleLowerCase().split(/\s+/);
  return words.every((word) => all.includes(word));
}
