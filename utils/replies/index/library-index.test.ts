import * as fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { toLibraryBucket } from '#utils/model/library-bucket.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { toStem, toWords } from '#utils/text/tokenize.ts';
import { INDEX_FORMAT, toEntryWords } from './entry-words.ts';
import { changePiece, isPiece, LibraryIndex } from './library-index.ts';

const aReply = (id: string, question: string, text = 'Hold it.'): LibraryEntry =>
  aLibraryEntry({ id, kind: 'reply', question, text, tags: [] });

function change(index: LibraryIndex, told: readonly LibraryEntry[], gone: string[] = []): void {
  for (const [bucket, ofBucket] of Map.groupBy(told, ({ id }) => toLibraryBucket(id))) {
    index.put(bucket, changePiece(index.pieceOf(bucket), new Set(), ofBucket.map(toEntryWords)));
  }
  for (const id of gone) {
    const bucket = toLibraryBucket(id);
    index.put(bucket, changePiece(index.pieceOf(bucket), new Set([id]), []));
  }
}

function anIndex(...entries: LibraryEntry[]): LibraryIndex {
  const index = new LibraryIndex();
  change(index, entries);
  return index;
}

/** Many words, so that lengths and rarities differ, few enough that texts share some. */
const aText = fc
  .array(
    fc.constantFrom(
      ...'kettle lid stopped stops leak Geräte 水壶坏了 чайник delivery tuesday late great a the @acme'.split(
        ' ',
      ),
    ),
    { maxLength: 14 },
  )
  .map((words) => words.join(' '));

describe('the index of the library', () => {
  test('finds what minisearch finds, with the same scores and words', () => {
    fc.assert(
      fc.property(fc.array(aText, { maxLength: 40 }), aText, (questions, asked) => {
        const entries = questions.map((question, n) => aReply(`x:${n}`, question));
        const stems = [...new Set(toWords(asked).map(toStem))];
        const search = new MiniSearch<LibraryEntry>({
          fields: ['question'],
          tokenize: toWords,
          processTerm: toStem,
        });
        search.addAll(entries);
        const options = { tokenize: () => stems, processTerm: (term: string) => term };
        const theirs = search.search('post', options);
        const ours = anIndex(...entries).find('reply', stems, questions.length + 1);
        const byId = new Map(ours.map((one) => [one.id, one]));
        expect(byId.size).toBe(theirs.length);
        for (const { id, score, terms } of theirs) {
          expect(byId.get(id)?.score).toBeCloseTo(score, 9);
          expect([...(byId.get(id)?.terms ?? [])].sort()).toEqual(terms.toSorted());
        }
        const scores = ours.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(anIndex(...entries).find('reply', stems, 3)).toEqual(ours.slice(0, 3));
      }),
      { numRuns: 150 },
    );
  });

  test('is after changes as if it had been so from the start', () => {
    const aChange = fc.record({
      told: fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), aText), { maxLength: 6 }),
      gone: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(aChange, { maxLength: 6 }), aText, (changes, asked) => {
        const grown = new LibraryIndex();
        const kept = new Map<string, LibraryEntry>();
        for (const { told, gone } of changes) {
          const entries = new Map(told.map(([n, text]) => [`x:${n}`, aReply(`x:${n}`, text)]));
          change(
            grown,
            [...entries.values()],
            gone.map((n) => `x:${n}`),
          );
          for (const [id, entry] of entries) kept.set(id, entry);
          for (const n of gone) kept.delete(`x:${n}`);
        }
        const fresh = anIndex(...kept.values());
        const stems = toWords(asked).map(toStem);
        const read = (index: LibraryIndex) =>
          index
            .find('reply', stems, 20)
            .map(({ id, score, terms }) => ({ id, score: score.toFixed(9), terms }));
        expect(read(grown)).toEqual(read(fresh));
        expect(grown.texts).toBe(kept.size);
        for (const stem of stems) expect(grown.textsWith(stem)).toBe(fresh.textsWith(stem));
      }),
    );
  });

  test('looks for each kind by itself', () => {
    const index = anIndex(
      aReply('x:1', 'the lid leaks'),
      aLibraryEntry({ id: 's', title: 'Lid', question: '' }),
    );
    expect(index.find('reply', ['lid'], 5).map(({ id }) => id)).toEqual(['x:1']);
    expect(index.find('snippet', ['lid'], 5).map(({ id }) => id)).toEqual(['s']);
    expect(index.textsWith('lid')).toBe(2);
  });

  test('finds an entry under its new kind alone', () => {
    const index = anIndex(aReply('x:1', 'the lid leaks'));
    change(index, [aLibraryEntry({ id: 'x:1', title: 'Lid', question: '' })]);
    expect(index.find('reply', ['lid'], 5)).toEqual([]);
    expect(index.find('snippet', ['lid'], 5)).toHaveLength(1);
    expect(index.texts).toBe(1);
  });

  test('counts handles in answers, which no word finds', () => {
    const index = anIndex(
      aReply('x:1', 'lid', 'Write to @AcmeHelp.'),
      aReply('x:2', 'lid', 'It is @acmehelp, @acmehelp'),
    );
    expect(index.textsWithHandle('@AcmeHelp')).toBe(2);
    expect(index.textsWithHandle('@ada')).toBe(0);
    expect(index.find('reply', ['acmehelp', 'write'], 5)).toEqual([]);
  });

  test('says that nothing is new when only other things of an entry changed', () => {
    const entry = aReply('x:1', 'the lid leaks');
    const piece = changePiece(new LibraryIndex().pieceOf(0), new Set(), [toEntryWords(entry)]);
    const used = {
      ...entry,
      uses: { sent: 1, kept: 1, happy: 0, unhappy: 0, dismissed: 0, lastAt: 1 },
    };
    expect(changePiece(piece, new Set(['x:2']), [toEntryWords(used)])).toBe(piece);
    expect(changePiece(piece, new Set(), [toEntryWords({ ...entry, text: '@ada' })])).not.toBe(
      piece,
    );
  });

  test('knows a piece that came back broken', () => {
    const piece = changePiece(new LibraryIndex().pieceOf(0), new Set(), [
      toEntryWords(aReply('x:1', 'lid')),
    ]);
    expect(isPiece(structuredClone(piece))).toBe(true);
    expect(isPiece({ reply: piece.reply })).toBe(false);
    expect(isPiece(null)).toBe(false);
  });

  test('holds no word as it was written', () => {
    const piece = changePiece(new LibraryIndex().pieceOf(0), new Set(), [
      toEntryWords(aReply('x:1', 'my address is Elm Street', 'Hi @ada')),
    ]);
    expect(JSON.stringify(piece)).not.toMatch(/elm|street|ada/i);
  });
});

// Kept pieces of another format are made anew. This changes when words are made in another way: then it shall.
test('the format follows how words are made', () => {
  expect(INDEX_FORMAT).toMatchInlineSnapshot(`"1-168pelcy4yu"`);
});
