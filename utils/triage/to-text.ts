import type { Post } from '#utils/model/post.ts';

/** A post as it is judged: its title and its text. */
export function toText({ title, text }: Pick<Post, 'title' | 'text'>): string {
  return title === undefined ? text : `${title}\n${text}`;
}
