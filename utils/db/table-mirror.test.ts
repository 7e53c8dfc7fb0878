import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aStory } from '#tests/support/builders.ts';
import { HearbackDb } from './schema.ts';
import type { StoryRow } from './schema.ts';
import { mirrorTable } from './table-mirror.ts';
import type { TableMirror } from './table-mirror.ts';

let db: HearbackDb;
let mirror: TableMirror<StoryRow>;
let count = 0;

const row = (id: string, note = ''): StoryRow => {
  const body = aStory({ id, note });
  return { id: body.id, seq: 1, body, base: body, savedAt: body.savedAt };
};
const begin = (over: object = {}) =>
  mirrorTable<StoryRow>(db, db.stories, {
    onChange: () => undefined,
    onError: (error) => {
      throw error;
    },
    giveWay: async () => undefined,
    ...over,
  });
const ids = () => [...mirror.rows.keys()].sort();

beforeEach(() => {
  db = new HearbackDb(`mirror-${count++}`);
});
afterEach(async () => {
  mirror.close();
  await db.delete();
});

it('reads all records, in pages', async () => {
  const rows = Array.from({ length: 1_234 }, (_, at) => row(String(at)));
  await db.stories.bulkPut(rows);
  mirror = begin();
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  expect(ids()).toEqual(rows.map(({ id }) => id).sort());
});

it('follows what is written, changed and removed', async () => {
  await db.stories.bulkPut([row('1'), row('2')]);
  mirror = begin();
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  // What has changed alone is read.
  const readAll = vi.spyOn(db.stories, 'orderBy');
  await db.stories.put(row('3'));
  await db.stories.put(row('1', 'New words'));
  await db.stories.delete('x:2');
  await vi.waitFor(() => expect(ids()).toEqual(['x:1', 'x:3']));
  expect(mirror.rows.get('x:1')?.body.note).toBe('New words');
  expect(readAll).not.toHaveBeenCalled();
});

it('follows what another page of ours has written', async () => {
  mirror = begin();
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  const other = new HearbackDb(db.name);
  await other.stories.put(row('4'));
  await vi.waitFor(() => expect(ids()).toEqual(['x:4']));
  other.close();
});

it('is empty when all is cleared', async () => {
  await db.stories.bulkPut([row('1'), row('2')]);
  mirror = begin();
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  await db.stories.clear();
  await vi.waitFor(() => expect(ids()).toEqual([]));
});

it('has what is wanted first before all the rest', async () => {
  await db.stories.bulkPut(Array.from({ length: 600 }, (_, at) => row(`a${at}`)));
  await db.stories.put(row('z'));
  const sizes: number[] = [];
  mirror = begin({
    first: () => db.stories.where('id').equals('x:z').toArray(),
    onChange: () => sizes.push(mirror.rows.size),
  });
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  expect(sizes[0]).toBe(1);
  expect(mirror.rows.size).toBe(601);
});

it('takes nothing more once it is closed', async () => {
  mirror = begin();
  await vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
  mirror.close();
  await db.stories.put(row('5'));
  const other = begin();
  await vi.waitFor(() => expect(other.isWhole()).toBe(true));
  other.close();
  expect(other.rows.size).toBe(1);
  expect(ids()).toEqual([]);
});
