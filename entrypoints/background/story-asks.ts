/** Whether a customer has just been asked if their story may be told. */
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Post } from '#utils/model/post.ts';
import { asksPermission } from '#utils/stories/ask-permission.ts';
import type { Mutation } from '#utils/sync/wire.ts';

const TEXT_MAX = 2_000;

/** The step to be noted where a reply that was sent asks that of a story nobody has asked of yet; nothing else. */
export async function toAskedFacts(
  db: HearbackDb,
  threadId: string,
  { text, permalink }: Pick<Post, 'text' | 'permalink'>,
): Promise<Mutation[]> {
  const story = (await db.stories.get(threadId))?.body;
  if (!story || story.permission !== 'none') return [];
  const brands = await db.brands.toArray();
  const names = brands.length === 0 ? [''] : brands.map(({ body }) => body.name);
  if (!names.some((name) => asksPermission(text, name))) return [];
  const evidence = { text: text.slice(0, TEXT_MAX), permalink };
  return [{ kind: 'story.consent', args: { id: threadId, state: 'asked', evidence } }];
}
