/** The team's texts as they read to one customer, by the team's reply guide. */
import { readGuide } from '#utils/db/guide.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { toFirstName, toHandle, type VariableValues } from '#utils/replies/variables.ts';
import { personalize } from '#utils/voice/personalize.ts';

/** What the variables of a text stand for in this thread. */
export async function readValues(
  db: HearbackDb,
  { thread: { post, match }, brandName, me, names }: ThreadView,
): Promise<VariableValues> {
  const brand = await db.brands.get(match.brandId);
  const [domain] = brand?.body.domains ?? [];
  return {
    name: toFirstName(post.author),
    handle: toHandle(post.author),
    brand: brandName,
    me: (me && names[me.id]) ?? '',
    ...(domain === undefined ? {} : { link: `https://${domain}` }),
  };
}

/** Each with what was changed and why; order and everything else stay. */
export async function toPersonal<T extends { text: string }>(
  db: HearbackDb,
  view: ThreadView,
  texts: readonly T[],
): Promise<(T & { changes: string[] })[]> {
  const { post } = view.thread;
  const [guide, values, members, ...found] = await Promise.all([
    readGuide(db),
    readValues(db, view),
    db.members.toArray(),
    ...[post, ...texts].map(async ({ text }) => [text, await detectLanguage(text)] as const),
  ]);
  const languages = new Map(found);
  return texts.map((one) => {
    const { text, changes } = personalize(one.text, {
      post,
      guide,
      values,
      teammates: members.map(({ body }) => body.name),
      languageOf: (asked) => languages.get(asked) ?? null,
    });
    return { ...one, text, changes: changes.map(({ reason }) => reason) };
  });
}
