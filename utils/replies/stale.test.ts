import { expect, test } from 'vitest';
import { aLibraryEntry } from '#tests/support/builders.ts';
import { toStale } from './stale.ts';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;
const none = { sent: 0, kept: 0, happy: 0, unhappy: 0, dismissed: 0, lastAt: NOW };
const stale = (more: object) => toStale(aLibraryEntry({ kind: 'snippet', at: NOW, ...more }), NOW);

test.each([
  ['rewritten', { uses: { ...none, sent: 4, kept: 1.9 } }],
  [null, { uses: { ...none, sent: 4, kept: 2 } }],
  [null, { uses: { ...none, sent: 3, kept: 0 } }],
  ['unhappy', { uses: { ...none, unhappy: 4, happy: 3 } }],
  [null, { uses: { ...none, unhappy: 4, happy: 4 } }],
  ['dismissed', { uses: { ...none, dismissed: 4 } }],
  [null, { uses: { ...none, dismissed: 4, sent: 4, kept: 4 } }],
  ['unused', { at: NOW - 181 * DAY }],
  [null, { at: NOW - 179 * DAY }],
  [null, { at: NOW - 181 * DAY, uses: { ...none, sent: 1, kept: 1, lastAt: NOW - DAY } }],
  [null, { at: NOW - 181 * DAY, kind: 'reply' }],
  [null, { at: NOW - 181 * DAY, state: 'retired' }],
] as const)('is %s for %j', (why, more) => {
  expect(stale(more)).toBe(why);
});
