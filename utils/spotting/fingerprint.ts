import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';

/** A short form of all of a post that matters; equal for equal posts. */
export function toFingerprint(post: Post): string {
  const { site, id, author, text, title, permalink, time, parentId, quoted } = post;
  const flags = `${post.truncated ?? false} ${post.promoted ?? false}`;
  const whole = [
    site,
    id,
    author.handle,
    author.name,
    text,
    title,
    permalink,
    time,
    parentId,
    flags,
  ];
  return toHash([...whole, quoted?.author, quoted?.text].join('\u0000'));
}
