import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { findContradictions } from './contradictions.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const uses = { sent: 4, kept: 3.6, happy: 0, unhappy: 0, dismissed: 0, lastAt: NOW - DAY };
const snippet = (text: string, more: Partial<LibraryEntry> = {}) =>
  aLibraryEntry({ id: 'one', kind: 'snippet', text, at: NOW - 300 * DAY, uses, ...more });
const sent = (texts: string[], daysAgo = 5) =>
  texts.map((text, at) =>
    aLibraryEntry({ id: `r${at}`, kind: 'reply', text, at: NOW - daysAgo * DAY }),
  );
const find = (entry: LibraryEntry, others: LibraryEntry[]) =>
  findContradictions([entry, ...others], NOW).get('one') ?? null;
const thrice = (text: string) => sent([text, text, text]);

const OLD = 'Hi {name}, you can send it back within 30 days. Sorry!';
const NEW = 'Hi Lena! You can send it back within 14 days 🙂';

test.each([
  ['a number', OLD, NEW, 'Hi {name}, you can send it back within 14 days. Sorry!'],
  [
    'a link',
    'See how to do it: https://acme.example/old.',
    'Hello, see how to do it: https://acme.example/new',
    'See how to do it: https://acme.example/new.',
  ],
  ['a price', 'A new lid costs $4.50 now', 'A new lid costs $5 now', 'A new lid costs $5 now'],
  [
    'a word',
    'Please hold the red button for five seconds.',
    'Please hold the blue button for five seconds.',
    'Please hold the blue button for five seconds.',
  ],
  [
    'a word more',
    'We answer within two days. Bye!',
    'We answer within two working days.',
    'We answer within two working days. Bye!',
  ],
  [
    'a word more at the end',
    'We answer within two days. Bye!',
    'We answer within two days at most',
    'We answer within two days at most. Bye!',
  ],
  [
    'a word less',
    'You can kindly send it back to us.',
    'You can send it back to us.',
    'You can send it back to us.',
  ],
  [
    'a word less at the end',
    'You can send it back to us free.',
    'You can send it back to us!',
    'You can send it back to us.',
  ],
])('%s that is another by now', (_, here, lately, text) => {
  expect(find(snippet(here), thrice(lately))).toMatchObject({ times: 3, of: 3, text });
});

test('tells the two parts, and how many replies have which', () => {
  const told = find(snippet(OLD), sent([NEW, NEW, NEW, NEW.replace('14', '30')]));
  expect(told).toMatchObject({
    here: 'you can send it back within 30 days',
    lately: 'You can send it back within 14 days',
    times: 3,
    of: 4,
  });
});

test.each([
  ['twice is a slip', snippet(OLD), sent([NEW, NEW])],
  ['half of them', snippet(OLD), sent([NEW, NEW, NEW, OLD, OLD, OLD].map((t) => t.slice(9)))],
  ['the same number', snippet(OLD), thrice(OLD)],
  ['other words', snippet(OLD), thrice('It arrives within 14 days, surely.')],
  ['long ago', snippet(OLD), sent([NEW, NEW, NEW], 91)],
  ['before the last change', snippet(OLD, { at: NOW - DAY }), thrice(NEW)],
  [
    'before the last version',
    snippet(OLD, { earlier: [{ version: 1, text: 'x', memberId: 'a', at: NOW - DAY }] }),
    thrice(NEW),
  ],
  ['retired', snippet(OLD, { state: 'retired' }), thrice(NEW)],
  ['an entry that nobody used', aLibraryEntry({ id: 'one', text: OLD, at: 1 }), thrice(NEW)],
  ['one that is always kept', snippet(OLD, { uses: { ...uses, kept: 4 } }), thrice(NEW)],
  [
    'what another snippet says on purpose',
    snippet(OLD),
    [...thrice(NEW), aLibraryEntry({ id: 'two', text: 'You can send it back within 14 days.' })],
  ],
  [
    'a short form, which Hearback makes itself',
    snippet('We are sorry that it can not be mended.'),
    thrice('We’re sorry that it can’t be mended.'),
  ],
  [
    'what a variable becomes',
    snippet('You can write to {me} at any time.'),
    thrice('You can write to Ana at any time.'),
  ],
  [
    'numbers that differ each time',
    snippet('Your order has the number 17 with us.'),
    sent([1, 2, 2, 3, 4].map((one) => `Your order has the number ${one} with us.`)),
  ],
])('nothing for %s', (_, entry, replies) => {
  expect(find(entry, replies)).toBeNull();
});

test('an edit that was taken over is not told again', () => {
  const word = fc.constantFrom('send', 'it', 'back', 'now', '30', '14', 'days', 'please', 'we');
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((all) => all.join(' '));
  const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => all.join('. '));
  fc.assert(
    fc.property(text, text, (here, lately) => {
      const replies = thrice(lately);
      const told = find(snippet(here), replies);
      if (!told) return;
      expect(told.text).not.toBe(here);
      expect(told.text).not.toMatch(/ {2}/u);
      const again = find(snippet(told.text), replies);
      expect(again?.text).not.toBe(told.text);
      expect(again?.here).not.toBe(told.here);
    }),
    { numRuns: 500 },
  );
});

test('a long text without a sentence costs little', () => {
  const text = '1.'.repeat(5_000);
  expect(find(snippet(text), thrice(text))).toBeNull();
});

test('what was sent before somebody said that the words are right says nothing', () => {
  const confirmed = (daysAgo: number) => snippet(OLD, { confirmedAt: NOW - daysAgo * DAY });
  expect(find(confirmed(6), thrice(NEW))).not.toBeNull();
  expect(find(confirmed(4), thrice(NEW))).toBeNull();
});
