import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { deskSchema } from '#utils/model/desk.ts';
import { readDeskEdit, toDeskEdit, toNewDesk } from './desk-edit.ts';
import type { DeskEdit } from './desk-edit.ts';

const edit = (part: Partial<DeskEdit> = {}): DeskEdit => ({
  ...toNewDesk('support', 'Europe/Berlin'),
  name: 'Support',
  ...part,
});
const faultsOf = (part: Partial<DeskEdit>) => {
  const read = readDeskEdit(edit(part));
  return 'faults' in read ? read.faults : {};
};
const monday = (line: string) => {
  const read = readDeskEdit(edit({ days: { ...edit().days, 1: line } }));
  return 'desk' in read
    ? read.desk.hours.week.filter(({ day }) => day === 1)
    : read.faults.days?.[1];
};

test('a desk that is opened and saved stays as it is', () => {
  const minute = fc.integer({ min: 0, max: 1_439 });
  const span = fc.tuple(fc.integer({ min: 1, max: 7 }), minute, minute);
  fc.assert(
    fc.property(
      fc.array(span, { minLength: 1, maxLength: 5 }),
      fc.option(fc.integer({ min: 1, max: 100_000 })),
      (spans, firstReply) => {
        const week = spans
          .map(([day, a, b]) => ({ day, from: Math.min(a, b), to: Math.max(a, b) + 1 }))
          .sort((one, other) => one.day - other.day || one.from - other.from);
        const perDay = Map.groupBy(week, ({ day }) => day);
        fc.pre([...perDay.values()].every((some) => some.length <= 4));
        const desk = aDesk({ hours: { ...aDesk().hours, week }, firstReply });
        expect(readDeskEdit(toDeskEdit(desk))).toEqual({ desk });
      },
    ),
  );
});

test.each([1, 100_000])('a promise of %d minutes is kept', (firstReply) => {
  const desk = aDesk({ firstReply });
  expect(readDeskEdit(toDeskEdit(desk))).toEqual({ desk });
});

test('what can be saved is what the team can keep', () => {
  const read = readDeskEdit(edit({ holidays: '2026-12-25 Christmas\n\n2026-12-25\n2026-01-01' }));
  expect(read).toHaveProperty('desk');
  const { desk } = read as { desk: object };
  expect(deskSchema.parse(desk)).toEqual(desk);
  expect(desk).toMatchObject({ hours: { holidays: ['2026-01-01', '2026-12-25'] } });
});

test('around the clock is shown as whole days', () => {
  const always = toDeskEdit(aDesk({ hours: { ...aDesk().hours, week: [] } }));
  expect(always.days[7]).toBe('0:00–24:00');
});

describe('hours', () => {
  test.each([
    ['9-17', [{ day: 1, from: 540, to: 1_020 }]],
    ['9:30 to 12.15', [{ day: 1, from: 570, to: 735 }]],
    [
      '13–17, 9–12',
      [
        { day: 1, from: 540, to: 720 },
        { day: 1, from: 780, to: 1_020 },
      ],
    ],
    ['0–24', [{ day: 1, from: 0, to: 1_440 }]],
    ['', []],
    ['nine to five', expect.stringContaining('is no span of time')],
    ['9–25', expect.stringContaining('is no span of time')],
    ['9:75–12', expect.stringContaining('is no span of time')],
    ['22–6', expect.stringContaining('ends before it begins')],
    ['1–2,3–4,5–6,7–8,9–10', expect.stringContaining('Four spans')],
  ])('“%s” are read', (line, hours) => {
    expect(monday(line)).toEqual(hours);
  });

  test('of no day at all are refused: an empty week would mean around the clock', () => {
    const days = { 1: '', 2: '', 3: '', 4: '', 5: '', 6: '', 7: '' };
    expect(faultsOf({ days }).days?.[1]).toContain('Fill in one day');
  });
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
  [{ timeZone: '' }, 'timeZone'],
  [{ holidays: '2026-02-30' }, 'holidays'],
  [{ holidays: 'Christmas' }, 'holidays'],
  [{ firstReply: 'soon' }, 'firstReply'],
  [{ firstReply: '0' }, 'firstReply'],
  [{ nextReply: '3 days' }, 'nextReply'],
])('%j is told at its field', (part, field) => {
  expect(Object.keys(faultsOf(part))).toEqual([field]);
});

test.each([
  ['30', 30],
  ['30 min', 30],
  ['1.5h', 90],
  ['2 hours', 120],
  ['', null],
])('a promise of “%s” is read', (firstReply, minutes) => {
  expect(readDeskEdit(edit({ firstReply }))).toMatchObject({ desk: { firstReply: minutes } });
});
