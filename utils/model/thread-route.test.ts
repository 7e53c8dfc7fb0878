import { expect, test } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { deskSchema } from './desk.ts';
import { changeRoute } from './thread-route.ts';

const by = { memberId: 'ana', at: 5 };

test('a rule says something only where nothing has been said', () => {
  const ruled = changeRoute(undefined, { deskId: 'press', ruleId: 'r1' }, by);
  expect(ruled).toEqual({ deskId: 'press', ruleId: 'r1', by: 'ana', at: 5 });
  expect(changeRoute(ruled, { deskId: 'sales', ruleId: 'r2' }, by)).toBe(ruled);
});

test('a person changes what a rule said, and what is not named stays', () => {
  const ruled = changeRoute(undefined, { deskId: 'press', priority: 'high', ruleId: 'r1' }, by);
  const told = changeRoute(ruled, { priority: null, assignee: 'ben' }, { memberId: 'cem', at: 9 });
  expect(told).toEqual({ deskId: 'press', assignee: 'ben', by: 'cem', at: 9 });
});

test('what a person took away is not said again by a rule', () => {
  const emptied = changeRoute(changeRoute(undefined, { deskId: 'a' }, by), { deskId: null }, by);
  expect(emptied).toEqual({ by: 'ana', at: 5 });
  expect(changeRoute(emptied, { deskId: 'a', ruleId: 'r1' }, by)).toBe(emptied);
});

test.each([
  ['an unknown time zone', { timeZone: 'Europe/Atlantis' }],
  ['a day that is none', { holidays: ['2026-02-30'] }],
  ['an end before its beginning', { week: [{ day: 1, from: 600, to: 540 }] }],
])('a desk with %s is refused', (_what, part) => {
  const desk = aDesk();
  expect(deskSchema.safeParse(desk).success).toBe(true);
  const broken = { ...desk, hours: { ...desk.hours, ...part } };
  expect(deskSchema.safeParse(broken).success).toBe(false);
});
