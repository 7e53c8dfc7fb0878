import type { ThreadAids } from '#components/thread/thread-aids.ts';
import { openDb } from '#utils/db/open.ts';
import { toFirstName } from '#utils/replies/variables.ts';
import { toPermissionRequest } from '#utils/stories/ask-permission.ts';
import { useLiveQuery } from './use-live-query.ts';

/** Campaigns of the newest stories are offered again. */
const NEWEST = 100;
const TAGS_MAX = 500;

/** What helps with the chosen thread beside its own record. */
export function useThreadAids(threadId: string | null): ThreadAids {
  const db = openDb();
  const known = useLiveQuery(async () => {
    const [tags, newest, partners] = await Promise.all([
      db.stories.orderBy('body.tags').uniqueKeys(),
      db.stories.orderBy('savedAt').reverse().limit(NEWEST).toArray(),
      db.partners.toArray(),
    ]);
    return {
      tags: tags.slice(0, TAGS_MAX).map(String),
      campaigns: [...new Set(newest.flatMap(({ body }) => body.campaign ?? []))],
      partners: partners
        .map(({ body }) => body)
        .sort((one, other) => one.name.localeCompare(other.name)),
    };
  }, []);
  const request = useLiveQuery(async () => {
    const story = threadId === null ? undefined : (await db.stories.get(threadId))?.body;
    if (!story || story.permission !== 'none') return null;
    const [brand] = await db.brands.toArray();
    return toPermissionRequest({
      lang: story.post.lang,
      name: toFirstName(story.post.author),
      brand: brand?.body.name ?? '',
    });
  }, [threadId]);
  return {
    tags: known.value?.tags ?? [],
    campaigns: known.value?.campaigns ?? [],
    partners: known.value?.partners ?? [],
    request: request.value,
  };
}
