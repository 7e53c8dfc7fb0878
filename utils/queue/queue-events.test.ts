import { describe, expect, test } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { aReply, aThread } from '#tests/support/builders.ts';
import type { Thread } from '#utils/model/thread.ts';
import { toDeskClocks } from './clocks.ts';
import { ESCALATE_AFTER_MS, findEvents, isQuiet, mayHaveEvent } from './queue-events.ts';
import type { QueueWatch } from './queue-events.ts';

const MINUTE = 60_000;
const seenAt = Date.UTC(2026, 10, 2, 8);
const always = { timeZone: 'UTC', week: [], holidays: [] };
const clocks = toDeskClocks([aDesk({ hours: always, firstReply: 60, nextReply: 100 })]);
const watch = (part: Partial<QueueWatch> = {}): QueueWatch => ({
  from: seenAt,
  to: seenAt + 50 * MINUTE,
  memberId: 'me',
  isLead: true,
  clocks,
  ...part,
});
const route = (part: object = {}) => ({ deskId: 'support', by: 'ana', at: seenAt - 1, ...part });
const thread = (part: Partial<Thread> = {}) =>
  aThread({ seenAt, claim: null, route: route(), ...part });
const claim = (memberId: string, minutes: number) => ({
  memberId,
  fence: 1,
  since: seenAt,
  leaseUntil: seenAt + minutes * MINUTE,
});
const kindsOf = (part: Partial<Thread>, over: Partial<QueueWatch> = {}, replies = [] as never[]) =>
  findEvents({ thread: thread(part), replies }, watch(over)).map(({ kind }) => kind);

describe('clocks', () => {
  test('warn in their time, and not again', () => {
    expect(kindsOf({})).toEqual(['warned']);
    expect(kindsOf({}, { to: seenAt + 44 * MINUTE })).toEqual([]);
    expect(kindsOf({}, { from: seenAt + 45 * MINUTE, to: seenAt + 59 * MINUTE })).toEqual([]);
  });

  test('of being soon and being late in one time the worse is told', () => {
    expect(kindsOf({}, { to: seenAt + 90 * MINUTE })).toEqual(['breached']);
  });

  test('concern leads and whoever it is for, nobody else', () => {
    expect(kindsOf({}, { isLead: false })).toEqual([]);
    expect(kindsOf({ route: route({ assignee: 'me' }) }, { isLead: false })).toEqual(['warned']);
    expect(kindsOf({ claim: claim('me', 600) }, { isLead: false })).toEqual(['warned']);
  });

  test('while somebody has it, leads hear only that it is late', () => {
    const held = { claim: claim('ana', 600) };
    expect(kindsOf(held)).toEqual([]);
    expect(kindsOf(held, { to: seenAt + 61 * MINUTE })).toEqual(['breached']);
  });

  test('are stopped by a public answer', () => {
    const reply = aReply({ at: seenAt + MINUTE });
    expect(kindsOf({}, { to: seenAt + 90 * MINUTE }, [reply] as never[])).toEqual([]);
  });

  test('are silent for what is put off, settled or set aside', () => {
    const snooze = { until: seenAt + 999 * MINUTE, by: 'ana', at: seenAt };
    expect(kindsOf({ snooze })).toEqual([]);
    expect(kindsOf({ outcome: 'setAside' })).toEqual([]);
  });
});

describe('claims that are left', () => {
  const lapsed = { memberId: 'ana', since: seenAt, leaseUntil: seenAt + 10 * MINUTE };

  test('are first their holder’s', () => {
    const over = { memberId: 'ana', isLead: false };
    expect(kindsOf({ lapsed, route: undefined as never }, over)).toEqual(['left']);
    expect(kindsOf({ lapsed, route: undefined as never }, { to: seenAt + 39 * MINUTE })).toEqual(
      [],
    );
  });

  test('are the leads’ after half an hour', () => {
    const to = lapsed.leaseUntil + ESCALATE_AFTER_MS;
    expect(kindsOf({ lapsed, route: undefined as never }, { to })).toEqual(['escalated']);
    expect(kindsOf({ lapsed, route: undefined as never }, { to, isLead: false })).toEqual([]);
  });
});

test('what somebody else or a rule gives to me is told, what I take myself is not', () => {
  const at = seenAt + MINUTE;
  const given = (part: object) =>
    kindsOf({ route: { by: 'ana', at, assignee: 'me', ...part } }, { isLead: false });
  expect(given({})).toEqual(['forMe']);
  expect(given({ by: 'me' })).toEqual([]);
  expect(given({ by: 'me', ruleId: 'r' })).toEqual(['forMe']);
  expect(given({ assignee: 'ben' })).toEqual([]);
});

test('replies are read only of threads that may have an event', () => {
  expect(mayHaveEvent({ thread: thread() }, watch())).toBe(true);
  expect(mayHaveEvent({ thread: thread({ route: undefined as never }) }, watch())).toBe(false);
  expect(mayHaveEvent({ thread: thread() }, watch({ to: seenAt + MINUTE }))).toBe(false);
  const followUps = [{ id: 'x:5', text: 'And?', permalink: null, at: seenAt }];
  expect(mayHaveEvent({ thread: thread({ followUps }) }, watch({ to: seenAt + MINUTE }))).toBe(
    true,
  );
});

test.each([
  [23 * 60, 22 * 60, 7 * 60, true],
  [6 * 60, 22 * 60, 7 * 60, true],
  [7 * 60, 22 * 60, 7 * 60, false],
  [12 * 60, 12 * 60, 13 * 60, true],
  [13 * 60, 12 * 60, 13 * 60, false],
  [8 * 60, 8 * 60, 8 * 60, false],
])('minute %d is quiet between %d and %d: %s', (minute, from, to, quiet) => {
  expect(isQuiet(minute, { from, to })).toBe(quiet);
});
