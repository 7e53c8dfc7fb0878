import { toPostKey } from '#utils/model/post-key.ts';
import { toSendConflicts } from '#utils/model/send-conflict.ts';
import type { SendConflict } from '#utils/model/send-conflict.ts';
import type { MentionBook } from './mentions.ts';

/**
 * What speaks against my sending a reply now, by what the team knows and by what stands on this page already: a
 * teammate may answer without Hearback. `now`: local clock, ms.
 */
export function findConflicts(
  mentions: Pick<MentionBook, 'viewOf' | 'repliesOf'>,
  threadId: string,
  isOwnHandle: (handle: string) => boolean,
  now: number,
): SendConflict[] {
  const view = mentions.viewOf(threadId);
  if (!view) return [];
  const known = new Set(view.replies.map(({ id }) => id));
  const onPage = mentions
    .repliesOf(threadId)
    .filter((post) => !known.has(toPostKey(post)) && !isOwnHandle(post.author.handle))
    .map((post): SendConflict => ({
      kind: 'reply',
      key: `reply ${toPostKey(post)}`,
      by: `@${post.author.handle.replace(/^@/, '')}`,
      at: post.time ?? now,
      permalink: post.permalink,
    }));
  return [...onPage, ...toSendConflicts(view, isOwnHandle, now)];
}
