import { describe, expect, test } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { aReply, aThread } from '#tests/support/builders.ts';
import { clockAt, toDeskClocks } from './clocks.ts';

const MINUTE = 60_000;
/** Monday, 16:00 in Berlin: an hour before the desk goes home. */
const monday = Date.parse('2026-11-23T15:00Z');
const clocks = toDeskClocks([aDesk(), aDesk({ id: 'free', firstReply: null })]);
const after = (text: string, at: number) => ({ id: `x:${at}`, text, permalink: null, at });
const seen = { seenAt: monday };

describe('a clock', () => {
  test('runs from the first sight of a mention, in working hours', () => {
    expect(clocks.of({ thread: aThread(seen), replies: [] }, 'support')).toEqual({
      kind: 'first',
      startedAt: monday,
      warnAt: Date.parse('2026-11-24T08:30Z'),
      dueAt: Date.parse('2026-11-24T09:00Z'),
    });
  });

  test('is stopped by an answer in public, not by a claim', () => {
    const claim = { memberId: 'ana', fence: 1, since: monday, leaseUntil: monday + MINUTE };
    const claimed = { thread: aThread({ ...seen, claim }), replies: [] };
    expect(clocks.of(claimed, 'support')).not.toBeNull();
    const answered = { thread: aThread(seen), replies: [aReply({ at: monday + MINUTE })] };
    expect(clocks.of(answered, 'support')).toBeNull();
  });

  test('runs again when the customer asks, and not when they thank', () => {
    const replies = [aReply({ at: monday })];
    const thanked = aThread({ ...seen, followUps: [after('Thank you so much', monday + MINUTE)] });
    expect(clocks.of({ thread: thanked, replies }, 'support')).toBeNull();
    const followUps = [after('Thanks', monday + MINUTE), after('Which lid?', monday + 2 * MINUTE)];
    const asked = { thread: aThread({ ...seen, followUps }), replies };
    expect(clocks.of(asked, 'support')).toMatchObject({
      kind: 'next',
      startedAt: monday + 2 * MINUTE,
      // Four working hours: one less two minutes today, the rest tomorrow from nine.
      dueAt: Date.parse('2026-11-24T11:02Z'),
    });
    // More words before an answer do not give more time.
    const again = {
      ...asked.thread,
      followUps: [...followUps, after('Hello?', monday + MINUTE * 9)],
    };
    expect(clocks.of({ thread: again, replies }, 'support')?.startedAt).toBe(monday + 2 * MINUTE);
  });

  test.each([
    ['of no desk', {}, ''],
    ['of a desk that was ended', {}, 'gone'],
    ['of a desk that promises no first answer', {}, 'free'],
    ['that is settled', { outcome: 'settled' as const }, 'support'],
    ['that is set aside', { outcome: 'setAside' as const }, 'support'],
  ])('does not run in a thread %s', (_what, part, desk) => {
    expect(clocks.of({ thread: aThread({ ...seen, ...part }), replies: [] }, desk)).toBeNull();
  });

  test('warns when three quarters are used up, and is breached when all is', () => {
    const clock = { warnAt: 10, dueAt: 20 };
    expect([9, 10, 19, 20].map((now) => clockAt(clock, now))).toEqual([
      'running',
      'warned',
      'warned',
      'breached',
    ]);
  });
});
