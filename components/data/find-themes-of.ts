/** Themes of a time from the local database, in slices that leave the page free. */
import { readThreadsSeen } from '#utils/db/report-data.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { send } from '#utils/messages/send.ts';
import type { Intent } from '#utils/model/intents.ts';
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import type { Thread } from '#utils/model/thread.ts';
import { createPace } from '#utils/platform/pace.ts';
import { themeSteps } from '#utils/themes/find-themes.ts';
import type { Period, ThemePost, Themes } from '#utils/themes/theme.ts';

/** The background judges so many at once between other work. */
const JUDGED_AT_ONCE = 100;
/** As many posts, the newest, are asked what they are: some seconds. */
const JUDGED_MAX = 3_000;
/** Of all the work, reading and judging are this part. */
const READ_SHARE = 0.4;

export interface FoundThemes {
  themes: Themes;
  /** By key, those that were looked at. */
  posts: ReadonlyMap<string, Post>;
  stories: Story[];
  /** When a post was written, ms. */
  timeOf: (id: string) => number | undefined;
  /** Of so many it was not worked out what they are. */
  unread: number;
}

/** Somebody asked for something else meanwhile. */
export class StoppedError extends Error {}

/** Finds them; `onProgress` is told 0…1. Rejects with `StoppedError` once `isOver` says so. */
export async function findThemesOf(
  db: HearbackDb,
  period: Period,
  { onProgress, isOver }: { onProgress: (done: number) => void; isOver: () => boolean },
): Promise<FoundThemes> {
  const giveWay = createPace();
  const goOn = async () => {
    if (isOver()) throw new StoppedError();
    await giveWay();
  };
  const before = period.from - (period.until - period.from);
  const read = { from: before, to: period.until };
  const all = await readThreadsSeen(db, read, { giveWay: goOn, onRead: () => undefined });
  const stories = (await db.stories.toArray()).map(({ body }) => body);
  const tags = new Map(stories.map(({ id, tags: own }) => [id, own]));
  const newest = all.toSorted((one, other) => other.seenAt - one.seenAt);
  const intents = await judge(newest.slice(0, JUDGED_MAX), async (done) => {
    onProgress(READ_SHARE * done);
    await goOn();
  });
  const known = new Map(all.map(({ id, post }) => [id, post]));
  const posts = all.flatMap((thread) =>
    isNoise(thread) ? [] : toThemePost(thread, intents.get(thread.id), tags.get(thread.id)),
  );
  // Stories of posts that are no mentions count too, by their tags and words.
  for (const { id, post, savedAt, tags: own } of stories) {
    if (known.has(id)) continue;
    known.set(id, post);
    posts.push(toThemePost({ id, post, seenAt: savedAt, brandId: '' }, undefined, own));
  }
  const times = new Map(posts.map(({ id, at }) => [id, at]));
  const brands = await db.brands.toArray();
  const ownNames = brands.flatMap(({ body }) => [body.name, ...body.names, ...body.handles]);
  const steps = themeSteps(posts, { period, ownNames });
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      const unread = Math.max(0, all.length - JUDGED_MAX);
      return { themes: value, posts: known, stories, timeOf: (id) => times.get(id), unread };
    }
    onProgress(READ_SHARE + (1 - READ_SHARE) * value);
    await goOn();
  }
}

/** What was set aside as nobody's business is none of the product's either. */
function isNoise({ outcome, label }: Thread): boolean {
  return outcome === 'setAside' || label?.intent === 'noise';
}

function toThemePost(
  {
    id,
    post,
    seenAt,
    match,
    brandId = match?.brandId ?? '',
  }: Pick<Thread, 'id' | 'post' | 'seenAt'> & { match?: Thread['match']; brandId?: string },
  intent: Intent | undefined,
  tags: readonly string[] | undefined,
): ThemePost {
  return {
    id,
    text: post.title === undefined ? post.text : `${post.title}\n${post.text}`,
    at: post.time ?? seenAt,
    brandId,
    site: post.site,
    ...(intent === undefined ? {} : { intent }),
    ...(tags === undefined ? {} : { tags }),
  };
}

/** What posts are, as people said or else as the background judges. */
async function judge(
  threads: readonly Thread[],
  onPart: (done: number) => Promise<void>,
): Promise<Map<string, Intent>> {
  const intents = new Map<string, Intent>();
  for (const { id, label } of threads) if (label?.intent) intents.set(id, label.intent);
  const ids = threads.flatMap(({ id }) => (intents.has(id) ? [] : id));
  for (let at = 0; at < ids.length; at += JUDGED_AT_ONCE) {
    const threadIds = ids.slice(at, at + JUDGED_AT_ONCE);
    const judged = await send('triage.load', { threadIds });
    for (const [id, { intent }] of Object.entries(judged)) if (intent) intents.set(id, intent);
    await onPart(Math.min(1, (at + JUDGED_AT_ONCE) / ids.length));
  }
  return intents;
}
