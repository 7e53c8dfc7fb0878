import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWordDiff } from './word-diff.ts';

const tell = (was: string, now: string) =>
  toWordDiff(was, now)
    .map(({ text, kind }) => (kind === 'same' ? text : `${kind === 'new' ? '+' : '-'}[${text}]`))
    .join('');

test.each([
  ['Back within 30 days.', 'Back within 14 days.', 'Back within -[30]+[14] days.'],
  ['Hold it.', 'Please hold it.', '-[Hold]+[Please hold] it.'],
  ['', 'New', '+[New]'],
  ['Old', '', '-[Old]'],
  ['Same', 'Same', 'Same'],
  ['', '', ''],
  ['三十天内退货', '十四天内退货', '-[三十]+[十四]天内退货'],
])('%s → %s', (was, now, told) => {
  expect(tell(was, now)).toBe(told);
});

test('without what is new it is the older text, white space aside', () => {
  const bare = (text: string) => text.replace(/\s+/gu, '');
  const word = fc.constantFrom('a', 'b', ' ', '\n', '.', 'ß', '🙂', '<b>', 'long', "don't");
  const text = fc.array(word, { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, text, (was, now) => {
      const parts = toWordDiff(was, now);
      const of = (left: string) =>
        bare(parts.flatMap((part) => (part.kind === left ? [] : [part.text])).join(''));
      expect(of('new')).toBe(bare(was));
      expect(of('gone')).toBe(bare(now));
    }),
  );
});

test('texts that have nothing in common are told at once', () => {
  const [was, now] = ['a', 'b'].map((one) =>
    Array.from({ length: 3_000 }, (_, at) => `${one}${at}`).join(' '),
  );
  expect(toWordDiff(was ?? '', now ?? '').map(({ kind }) => kind)).toEqual(['gone', 'new']);
});
