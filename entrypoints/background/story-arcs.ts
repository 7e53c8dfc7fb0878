/** Stories go on growing while their thread goes on. */
import type { HearbackDb } from '#utils/db/schema.ts';
import type { StoryPart } from '#utils/model/story.ts';
import { growArc, toArc } from '#utils/stories/to-arc.ts';
import type { Mutation } from '#utils/sync/wire.ts';

/** What came after a thread's post, as far as this browser knows; nothing where it does not know the thread. */
export async function loadArc(db: HearbackDb, threadId: string): Promise<StoryPart[]> {
  const thread = (await db.threads.get(threadId))?.body;
  if (!thread) return [];
  const replies = await db.replies.where('threadId').equals(threadId).toArray();
  return toArc(
    thread,
    replies.map(({ body }) => body),
  );
}

/** What is to be told of the stories of these threads, of which something new is known. */
export async function toArcFacts(
  db: HearbackDb,
  threadIds: readonly string[],
): Promise<Mutation[]> {
  const facts: Mutation[] = [];
  for (const id of threadIds) {
    const story = (await db.stories.get(id))?.body;
    const arc = story && growArc(story, await loadArc(db, id));
    if (arc) facts.push({ kind: 'story.notice', args: { id, arc } });
  }
  return facts;
}
