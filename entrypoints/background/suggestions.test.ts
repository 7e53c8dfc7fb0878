import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { aLibraryEntry, aPost } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { eventually, PATIENT_TEST_MS } from '#tests/support/eventually.ts';
import { loadPieces } from '#utils/db/library-pieces.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { LIBRARY_BUCKETS } from '#utils/model/library-bucket.ts';
import { ANSWER_MODEL_FORMAT } from '#utils/replies/answers/answer-model.ts';
import { INDEX_FORMAT } from '#utils/replies/index/entry-words.ts';
import type { Piece } from '#utils/replies/index/library-index.ts';
import { createSuggester } from '#utils/replies/suggest.ts';
import { toRuleIntent } from '#utils/triage/rule-intent.ts';
import { createSuggestionDesk } from './suggestions.ts';

vi.setConfig({ testTimeout: PATIENT_TEST_MS });

const context = { brandName: 'Acme', memberName: 'Bo', now: 0, names: {} };
const post = aPost({ text: 'My kettle display blinks, how do I reset it?' });

/** It waits for its index, however busy the machine is. */
const aDesk = (db: HearbackDb) => createSuggestionDesk(db, PATIENT_TEST_MS);
const anEntry = (id: string, more: Partial<LibraryEntry> = {}) =>
  aLibraryEntry({ id, question: 'reset a kettle\ndisplay blinks', ...more });
const put = (db: HearbackDb, ...entries: LibraryEntry[]) =>
  db.library.bulkPut(
    entries.map((body) => ({ id: body.id, seq: 1, at: body.at, body, base: body })),
  );
const idsOf = async (db: HearbackDb) =>
  (await aDesk(db).suggest(post, context)).map(({ entryId }) => entryId);
const keptOf = (db: HearbackDb) =>
  loadPieces(db, LIBRARY_BUCKETS, { piece: INDEX_FORMAT, answers: ANSWER_MODEL_FORMAT });

async function keptIds(db: HearbackDb): Promise<string[]> {
  const { pieces } = await keptOf(db);
  return [...pieces.values()].flatMap((piece) => {
    const { reply, snippet } = piece as Piece;
    return [...reply.ids, ...snippet.ids];
  });
}

describe('a desk for suggestions', () => {
  test('finds what is in the library, and what is written later', async () => {
    const db = emptyDb();
    const desk = aDesk(db);
    expect(await desk.suggest(post, context)).toEqual([]);
    await put(db, anEntry('s1'));
    expect((await desk.suggest(post, context)).map(({ entryId }) => entryId)).toEqual(['s1']);
    await db.library.delete('s1');
    expect(await desk.suggest(post, context)).toEqual([]);
  });

  test('reads no entry again for the index once it was kept', async () => {
    const db = emptyDb();
    await put(db, anEntry('s1'), anEntry('s2', { question: 'lost lid', title: 'Lids', tags: [] }));
    await aDesk(db).catchUp();
    const next = aDesk(db);
    const read = vi.spyOn(db.library, 'bulkGet');
    await next.suggest(post, context);
    expect(read.mock.calls).toEqual([[['s1']]]);
  });

  test('goes on where a worker was stopped', async () => {
    const db = emptyDb();
    await put(db, anEntry('s1'));
    await aDesk(db).catchUp();
    await put(db, anEntry('s1', { question: 'lost lid' }), anEntry('s2'));
    expect(await idsOf(db)).toEqual(['s2']);
  });

  test('begins anew with another team’s library', async () => {
    const db = emptyDb();
    const desk = aDesk(db);
    await put(db, anEntry('s1'));
    await desk.catchUp();
    await db.library.clear();
    await put(db, anEntry('s2'));
    expect((await desk.suggest(post, context)).map(({ entryId }) => entryId)).toEqual(['s2']);
    await desk.catchUp();
    expect(await keptIds(db)).toEqual(['s2']);
  });

  test('does without a kept piece that is broken', async () => {
    const db = emptyDb();
    await put(db, anEntry('s1'));
    await aDesk(db).catchUp();
    await db.libraryPieces.toCollection().modify((row) => {
      if (row.name.startsWith('piece')) row.value = { reply: { ids: ['s1'] } };
    });
    expect(await idsOf(db)).toEqual(['s1']);
  });

  test('learns from enough answers, keeps it, and learns anew once something was deleted', async () => {
    const db = emptyDb();
    const words = 'lid base cord handle switch steam filter lamp'.split(' ');
    const replies = Array.from({ length: 240 }, (_, at): LibraryEntry => {
      const word = words[at % words.length] as string;
      const more = { question: `the ${word} is broken`, text: `Spare ${word} on its way.`, at };
      const { title: _none, ...reply } = anEntry(`r${at}`, { kind: 'reply', ...more });
      return reply;
    });
    await put(db, ...replies);
    const desk = aDesk(db);
    await desk.catchUp();
    const first = (await keptOf(db)).answers;
    expect(first).toMatchObject({ replies: 240 });
    await desk.catchUp();
    expect((await keptOf(db)).answers).toEqual(first);
    await db.library.delete('r7');
    expect((await keptOf(db)).answers).toBeUndefined();
    await desk.catchUp();
    expect((await keptOf(db)).answers).toMatchObject({ replies: 239 });
  });

  test('follows the library by itself', async () => {
    const db = emptyDb();
    const stop = aDesk(db).follow();
    try {
      await put(db, anEntry('s1'));
      await eventually(async () => expect(await keptIds(db)).toEqual(['s1']));
    } finally {
      stop();
    }
  });
});

const step = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), id: fc.nat(4), topic: fc.nat(2) }),
  fc.record({ kind: fc.constant('delete' as const), id: fc.nat(4) }),
  fc.constant({ kind: 'clear' as const }),
  fc.constant({ kind: 'catchUp' as const }),
  fc.constant({ kind: 'suggest' as const }),
  fc.constant({ kind: 'restart' as const }),
);
const questions = ['display blinks', 'lost lid', 'kettle leaks'];

test('whatever happens to a library, what is kept knows of nothing that is gone, and suggestions are of what is there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const db = emptyDb();
      let desk = aDesk(db);
      const library = new Map<string, LibraryEntry>();
      for (const one of steps) {
        if (one.kind === 'put') {
          const entry = anEntry(`s${one.id}`, { question: questions[one.topic] ?? '' });
          library.set(entry.id, entry);
          await put(db, entry);
        }
        if (one.kind === 'delete') {
          library.delete(`s${one.id}`);
          await db.library.delete(`s${one.id}`);
        }
        if (one.kind === 'clear') {
          library.clear();
          await db.library.clear();
        }
        if (one.kind === 'catchUp') await desk.catchUp();
        if (one.kind === 'suggest') await desk.suggest(post, context);
        if (one.kind === 'restart') desk = aDesk(db);
        for (const id of await keptIds(db)) expect([...library.keys()]).toContain(id);
      }
      const found = await desk.suggest(post, context);
      const wanted = createSuggester([...library.values()], { intentOf: toRuleIntent }).suggest(
        post,
        context,
      );
      expect(found.map(({ confidence }) => confidence)).toEqual(
        wanted.map(({ confidence }) => confidence),
      );
      await desk.catchUp();
      expect((await keptIds(db)).toSorted()).toEqual([...library.keys()].toSorted());
      await db.delete();
    }),
    { numRuns: 25 },
  );
});
