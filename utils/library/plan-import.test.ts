import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { toParsedLibrary } from '#utils/replies/import-library.ts';
import { planImport } from './plan-import.ts';

interface Row {
  text: string;
  title?: string;
  question?: string;
  tags?: string[];
}
const rows = (...all: Row[]) =>
  toParsedLibrary({
    records: all.map((row, at) => ({ line: at + 1, tags: [], ...row })),
    skipped: [],
  }).entries;
const known = aLibraryEntry({ id: 'one', lang: 'en', question: 'It stopped' });

test('a text that nobody has is new', () => {
  const { fresh, changed } = planImport(rows({ text: 'Wait.', title: 'Wait' }), [known]);
  expect(fresh.map(({ text }) => text)).toEqual(['Wait.']);
  expect(changed).toEqual([]);
});

test('the same text is the same entry, white space and case aside', () => {
  const text = ` ${known.text.toUpperCase()}  `;
  expect(planImport(rows({ text }), [known])).toMatchObject({ same: 1, fresh: [], changed: [] });
});

test('another title or a further tag changes it, and takes nothing away', () => {
  const [told] = planImport(rows({ text: known.text, title: 'Restart', tags: ['kettle'] }), [
    known,
  ]).changed;
  expect(told?.was).toBe(known);
  expect(told?.now).toMatchObject({
    id: 'one',
    title: 'Restart',
    text: known.text,
    question: 'It stopped',
    tags: ['reset', 'kettle'],
    lang: 'en',
  });
});

test('the same title with another text changes the text, and its language is looked at anew', () => {
  const [told] = planImport(rows({ text: 'Halten.', title: ' reset ' }), [known]).changed;
  expect(told?.now).toMatchObject({ id: 'one', text: 'Halten.' });
  expect(told?.now.lang).toBeUndefined();
});

test('a title that two have tells nothing', () => {
  const two = aLibraryEntry({ id: 'two', text: 'Wait.' });
  expect(planImport(rows({ text: 'New.', title: 'Reset' }), [known, two]).fresh).toHaveLength(1);
});

test('two texts under one title change one entry at most', () => {
  const plan = planImport(rows({ text: 'A.', title: 'Reset' }, { text: 'B.', title: 'Reset' }), [
    known,
  ]);
  expect([plan.changed.length, plan.fresh.length]).toEqual([1, 1]);
});

test('what the team has rewritten since stays', () => {
  const [told] = rows({ text: 'Old words.', title: 'Reset' });
  const rewritten = aLibraryEntry({ id: told?.id ?? '', text: 'New words.' });
  expect(planImport(rows({ text: 'Old words.', title: 'Reset' }), [rewritten]).older).toBe(1);
  const elsewhere = aLibraryEntry({
    id: 'x',
    text: 'New words.',
    earlier: [{ version: 1, text: 'Old words.', memberId: 'ana', at: 1 }],
  });
  expect(planImport(rows({ text: 'Old words.', title: 'Reset' }), [elsewhere]).older).toBe(1);
});

test('a reply keeps the post that it answered', () => {
  const reply = aLibraryEntry({ kind: 'reply', question: 'The post', threadId: 't' });
  const [told] = planImport(rows({ text: reply.text, title: 'T', question: 'Q' }), [reply]).changed;
  expect(told?.now).toMatchObject({ question: 'The post', title: 'T', threadId: 't' });
});

test('every entry of a file is counted once, and importing again changes nothing', () => {
  const short = fc.constantFrom('a', 'b', 'c', 'd');
  const row = fc.record({ text: short, title: short }, { requiredKeys: ['text'] });
  fc.assert(
    fc.property(fc.array(row), fc.array(row), (told, had) => {
      const before = had.map((one, at) => aLibraryEntry({ ...one, id: `k${at}` }));
      const entries = rows(...told);
      const plan = planImport(entries, before);
      const { fresh, changed, same, older } = plan;
      expect(fresh.length + changed.length + same + older).toBe(entries.length);
      expect(new Set(changed.map(({ was }) => was.id)).size).toBe(changed.length);
      const after = new Map(before.map((one) => [one.id, one]));
      for (const one of [...fresh, ...changed.map(({ now }) => now)]) {
        after.set(one.id, { ...aLibraryEntry(), ...one });
      }
      const again = planImport(entries, [...after.values()]);
      expect(again.fresh).toEqual([]);
    }),
  );
});
