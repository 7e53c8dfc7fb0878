/** The team's texts as they read to one customer, by the team's reply guide. */
import { readGuide } from '#utils/db/guide.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { detectLanguage } from '#utils/platform/language.ts';
import { toFirstName, toHandle } from '#utils/replies/variables.ts';
import { personalize } from '#utils/voice/personalize.ts';

/** Each with what was changed and why; order and everything else stay. */
export async function toPersonal<T extends { text: string }>(
  db: HearbackDb,
  { thread, brandName, me, names }: ThreadView,
  texts: readonly T[],
): Promise<(T & { changes: string[] })[]> {
  const { post, match } = thread;
  const [guide, brand, ...found] = await Promise.all([
    readGuide(db),
    db.brands.get(match.brandId),
    ...[post, ...texts].map(async ({ text }) => [text, await detectLanguage(text)] as const),
  ]);
  const languages = new Map(found);
  const [domain] = brand?.body.domains ?? [];
  const values = {
    name: toFirstName(post.author),
    handle: toHandle(post.author),
    brand: brandName,
    me: (me && names[me.id]) ?? '',
    ...(domain === undefined ? {} : { link: `https://${domain}` }),
  };
  return texts.map((one) => {
    const { text, changes } = personalize(one.text, {
      post,
      guide,
      values,
      languageOf: (asked) => languages.get(asked) ?? null,
    });
    return { ...one, text, changes: changes.map(({ reason }) => reason) };
  });
}
