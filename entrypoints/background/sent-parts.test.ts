import { describe, expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { loadDraft, loadSplit, saveDraft, saveSplit } from '#utils/db/drafts.ts';
import { noteSentPart } from './sent-parts.ts';

const first = 'Take off the lid first and let it cool for ten minutes.';
const second = 'Then rinse the kettle with lemon juice, see https://acme.example/lids';

async function aSplitDraft() {
  const db = emptyDb();
  await saveDraft(db, 'x:1', `${first} ${second}`);
  const parts = [first, second].map((text) => ({ text, used: text.length }));
  await saveSplit(db, 'x:1', { parts, limit: 60 });
  const sent = async () =>
    (await loadSplit(db, 'x:1'))?.parts.map(({ isSent = false }) => isSent) ?? null;
  return { db, sent };
}

describe('a draft in several posts', () => {
  test('goes on with the next one once the first was sent', async () => {
    const { db, sent } = await aSplitDraft();
    await noteSentPart(db, 'x:1', first);
    expect(await sent()).toEqual([true, false]);
  });

  test('knows a part in which a word was corrected and a link shortened', async () => {
    const { db, sent } = await aSplitDraft();
    await noteSentPart(db, 'x:1', 'Then please rinse the kettle with lemon juice, see t.co/a1');
    expect(await sent()).toEqual([false, true]);
  });

  test('takes nothing else for a part, nor what was sent in another thread', async () => {
    const { db, sent } = await aSplitDraft();
    await noteSentPart(db, 'x:1', 'Thanks for the kind words!');
    await noteSentPart(db, 'x:2', first);
    expect(await sent()).toEqual([false, false]);
  });

  test('marks one part for one reply, though both read the same', async () => {
    const { db, sent } = await aSplitDraft();
    const parts = [first, first].map((text) => ({ text, used: 1 }));
    await saveSplit(db, 'x:1', { parts, limit: 60 });
    await noteSentPart(db, 'x:1', first);
    expect(await sent()).toEqual([true, false]);
    await noteSentPart(db, 'x:1', first);
    expect(await sent()).toEqual([true, true]);
  });

  test('is one text again as soon as it is written on', async () => {
    const { db, sent } = await aSplitDraft();
    await saveDraft(db, 'x:1', `${first} ${second} Bye.`);
    expect(await sent()).toBeNull();
    expect(await loadDraft(db, 'x:1')).toMatch(/Bye\.$/);
  });
});
