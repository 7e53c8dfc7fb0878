/** Whether the post of a story still reads as it was saved. */
import type { HearbackDb } from '#utils/db/schema.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { Mutation } from '#utils/sync/wire.ts';

/** What is to be told of a post that a page shows now, if it is that of a story: other words, or the first ones again. */
export async function toChangeFacts(db: HearbackDb, post: Post): Promise<Mutation[]> {
  const id = toPostKey(post);
  const story = (await db.stories.get(id))?.body;
  if (!story || post.truncated === true || story.post.truncated === true) return [];
  const isSame = toSame(post.text) === toSame(story.post.text);
  if (isSame) {
    return story.changed ? [{ kind: 'story.notice', args: { id, change: null } }] : [];
  }
  const { changed } = story;
  if (changed?.kind === 'edited' && toSame(changed.text ?? '') === toSame(post.text)) return [];
  return [{ kind: 'story.notice', args: { id, change: { kind: 'edited', text: post.text } } }];
}

/** Sites set white space anew with each layout. */
function toSame(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
