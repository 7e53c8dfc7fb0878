import type { HearbackDb } from '#utils/db/schema.ts';
import { send } from '#utils/messages/send.ts';
import { openTab } from '#utils/platform/active-tab.ts';
import { starterSnippets } from '#utils/replies/starter-snippets.ts';

/**
 * Opens the team's practice page with its own brand in it. An empty library first gets a few snippets for that
 * page, so that a newcomer sees a suggestion at once; they carry the tag `practice` and can be deleted.
 */
export async function openPractice(
  db: HearbackDb,
  server: string,
  brand: string,
  name: string | undefined,
): Promise<void> {
  if ((await db.library.count()) === 0) {
    for (const snippet of starterSnippets) await send('library.save', snippet);
  }
  const query = new URLSearchParams(brand === '' ? {} : { brand });
  // Handles have no spaces; the page takes any other sign.
  if (name) query.set('as', name.trim().toLowerCase().replaceAll(/\s+/g, '_'));
  await openTab(`${server}/practice?${query}`);
}
