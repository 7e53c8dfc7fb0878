import { describe, expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { toLibraryBucket } from '#utils/model/library-bucket.ts';
import {
  findNews,
  loadPieces,
  readDeletions,
  readEra,
  readNews,
  saveAnswers,
  savePiece,
} from './library-pieces.ts';
import { wipeTeamData } from './meta.ts';

const formats = { piece: 'p', answers: 'a' };
const bucket = toLibraryBucket('one');

async function aLibrary() {
  const db = emptyDb();
  const put = (id: string, text = 'Hold the button.') => {
    const body = aLibraryEntry({ id, text });
    return db.library.put({ id, seq: 1, at: body.at, body, base: body });
  };
  await put('one');
  const { era } = await loadPieces(db, 64, formats);
  const save = async (value: unknown, news = readNews(db, bucket)) =>
    savePiece(db, { bucket, era, format: 'p', value }, await news);
  const kept = async () => (await loadPieces(db, 64, formats)).pieces.get(bucket);
  return { db, put, save, kept, era };
}

describe('the news of the library', () => {
  test('name what was written, by whichever way', async () => {
    const { db, save } = await aLibrary();
    expect((await readNews(db, bucket)).map(({ id }) => id)).toEqual(['one']);
    expect(await save('piece')).toBe(true);
    expect(await findNews(db)).toBeNull();

    await db.library.update('one', { seq: 2 });
    expect(await findNews(db)).toBe(bucket);
    expect(await findNews(db, new Set([bucket]))).toBeNull();
    await save('piece');
    await db.library.toCollection().modify({ seq: 3 });
    expect(await findNews(db)).toBe(bucket);
    await save('piece');
    await db.transaction('rw', db.library, () => db.library.delete('one'));
    expect(await findNews(db)).toBe(bucket);
  });

  test('are not written when the write is taken back', async () => {
    const { db, save, put, kept } = await aLibrary();
    await save('piece');
    const fails = db.transaction('rw', db.library, async () => {
      await put('one', 'New.');
      await db.library.delete('one');
      throw new Error('no');
    });
    await expect(fails).rejects.toThrow('no');
    expect(await findNews(db)).toBeNull();
    expect(await kept()).toBe('piece');
  });
});

describe('a kept piece', () => {
  test('is not saved over what it was not told of', async () => {
    const { db, put, save, kept } = await aLibrary();
    const news = await readNews(db, bucket);
    await put('one', 'Changed meanwhile.');
    expect(await save('old', Promise.resolve(news))).toBe(false);
    expect(await kept()).toBeUndefined();
    expect(await findNews(db)).toBe(bucket);
    expect(await save('new')).toBe(true);
    expect(await kept()).toBe('new');
  });

  test('goes with any of its entries, with what was learned of the answers', async () => {
    const { db, save, kept } = await aLibrary();
    await save('piece');
    await saveAnswers(db, { deletions: await readDeletions(db), format: 'a', value: 'model' });
    expect((await loadPieces(db, 64, formats)).answers).toBe('model');
    await db.library.delete('one');
    expect(await kept()).toBeUndefined();
    expect((await loadPieces(db, 64, formats)).answers).toBeUndefined();
  });

  test('of another format is of no use', async () => {
    const { db, save } = await aLibrary();
    await save('piece');
    const other = await loadPieces(db, 64, { piece: 'q', answers: 'a' });
    expect(other.pieces.size).toBe(0);
  });

  test.each([
    ['emptied', (db: Awaited<ReturnType<typeof aLibrary>>['db']) => db.library.clear()],
    ['wiped with the account', wipeTeamData],
  ])('is gone with a library that is %s, and cannot come back', async (_, empty) => {
    const { db, save, put, era, kept } = await aLibrary();
    await save('piece');
    await empty(db);
    expect(await kept()).toBeUndefined();
    expect(await readEra(db)).not.toBe(era);
    await put('one');
    expect(await save('of the team before')).toBe(false);
  });
});

test('answers that were learned before a deletion are not kept', async () => {
  const { db } = await aLibrary();
  const deletions = await readDeletions(db);
  await db.library.delete('one');
  expect(await saveAnswers(db, { deletions, format: 'a', value: 'model' })).toBe(false);
  const after = await readDeletions(db);
  expect(await saveAnswers(db, { deletions: after, format: 'a', value: 'model' })).toBe(true);
});
