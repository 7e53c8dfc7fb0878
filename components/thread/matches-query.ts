import type { ThreadView } from '#utils/model/thread-view.ts';

/** True when each word of the query stands somewhere in a thread: author, text, title, or a teammate's answer. */
export function matchesQuery(view: ThreadView, query: string): boolean {
  const { post } = view.thread;
  return hasAllWords(query, [
    post.author.handle,
    post.author.name ?? '',
    post.title ?? '',
    post.text,
    view.brandName,
    ...view.replies.map((reply) => reply.text),
  ]);
}

/** True when each word of the query is part of one of the texts, whatever its case. */
export function hasAllWords(query: string, texts: string[]): boolean {
  const all = texts.join('\n').toLocaleLowerCase();
  const words = query.toLocaleLowerCase().split(/\s+/);
  return words.every((word) => all.includes(word));
}
