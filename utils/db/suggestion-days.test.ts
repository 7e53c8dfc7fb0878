import { expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { noteShown, noteSuggestionSent, readSuggestionDays } from './suggestion-days.ts';

test('a thread counts once a day, however often it is looked at', async () => {
  const db = emptyDb();
  for (const id of [1, 1, 2, 1]) await noteShown(db, id, '2026-11-23');
  await noteShown(db, 1, '2026-11-24');
  expect(await readSuggestionDays(db, '2026-11-23', '2026-11-23')).toEqual({
    shown: 2,
    used: 0,
    edited: 0,
  });
  expect((await readSuggestionDays(db, '2026-11-01', '2026-11-30')).shown).toBe(3);
});

test('one that was sent as it is was used, one with other words edited too', async () => {
  const db = emptyDb();
  for (const kept of [1, 0.99, 0.7, 0.3]) await noteSuggestionSent(db, kept, '2026-11-23');
  expect(await readSuggestionDays(db, '2026-11-23', '2026-11-23')).toEqual({
    shown: 0,
    used: 4,
    edited: 2,
  });
});

test('more than a year is forgotten, the oldest first', async () => {
  const db = emptyDb();
  const days = Array.from({ length: 402 }, (_, at) =>
    new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10),
  );
  for (const day of days) await noteSuggestionSent(db, 1, day);
  expect(await readSuggestionDays(db, '2025-01-01', '2025-01-02')).toEqual({
    shown: 0,
    used: 0,
    edited: 0,
  });
  expect((await readSuggestionDays(db, '2025-01-01', '2027-01-01')).used).toBe(400);
});
