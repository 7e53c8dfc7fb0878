import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SendConflict } from '#utils/model/send-conflict.ts';
import { createSendGuard } from './send-guard.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const reply: SendConflict = { kind: 'reply', key: 'reply x:2', by: 'Ben', at: 0, permalink: null };
const typing: SendConflict = { kind: 'typing', key: 'typing ben', by: 'Ben', since: 0 };

function aGuard({ isQuiet = false, isAway = false } = {}) {
  const known: SendConflict[] = [];
  const asked: string[] = [];
  let unanswered = 0;
  const guard = createSendGuard({
    now: () => Date.now(),
    ask(_, phase) {
      asked.push(phase);
      // A server that is away says nothing at all.
      return isAway
        ? new Promise(() => undefined)
        : Promise.resolve({ outcome: 'answered', view: null });
    },
    take: () => undefined,
    conflictsOf: () => known,
    isQuiet: () => isQuiet,
    onChange: () => undefined,
    onUnanswered: () => {
      unanswered += 1;
    },
  });
  return { guard, known, asked, unanswered: () => unanswered };
}

async function anOpenGuard(part: Parameters<typeof aGuard>[0] = {}) {
  const made = aGuard(part);
  made.guard.open('x:1');
  await vi.advanceTimersByTimeAsync(3_000);
  return made;
}

describe('the send guard', () => {
  test('asks when the box is entered, not again at once', async () => {
    const { guard, asked } = aGuard();
    guard.open('x:1');
    guard.open('x:1');
    guard.typed();
    expect(asked).toEqual(['focus']);
  });

  test('asks again when the box is entered later', async () => {
    const { guard, asked } = await anOpenGuard();
    guard.open('x:1');
    expect(asked).toEqual(['focus', 'focus']);
  });

  test('asks again while the person writes on', async () => {
    const { guard, asked } = await anOpenGuard();
    await vi.advanceTimersByTimeAsync(20_000);
    guard.typed();
    guard.typed();
    expect(asked).toEqual(['focus', 'focus']);
  });

  test('lets a press pass at once when nothing is known', async () => {
    const { guard } = await anOpenGuard();
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('clear');
  });

  test('holds one press for a reply that nobody has seen, the second passes', async () => {
    const { guard, known } = await anOpenGuard();
    known.push(reply);
    expect(guard.press()).toBe(false);
    expect(guard.warning().isHeld).toBe(true);
    known.push({ ...reply, key: 'reply x:3' });
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('warned');
  });

  test('never holds two presses in a row, whatever a page makes up', async () => {
    const { guard, known } = await anOpenGuard();
    const passed = Array.from({ length: 20 }, (_, turn) => {
      known.push({ ...reply, key: `reply x:${turn + 2}` });
      return guard.press();
    });
    expect(passed.some((isPassed, at) => !isPassed && passed[at + 1] === false)).toBe(false);
  });

  test('does not hold for what the person had time to read', async () => {
    const { guard, known } = await anOpenGuard();
    known.push(reply);
    guard.noteShown();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('warned');
  });

  test('holds for what was shown too late to be read', async () => {
    const { guard, known } = await anOpenGuard();
    known.push(reply);
    guard.noteShown();
    await vi.advanceTimersByTimeAsync(500);
    expect(guard.press()).toBe(false);
  });

  test('does not hold for what was dismissed', async () => {
    const { guard, known } = await anOpenGuard();
    known.push(reply);
    guard.dismiss();
    expect(guard.press()).toBe(true);
  });

  test('never holds for somebody who only types', async () => {
    const { guard, known } = await anOpenGuard();
    known.push(typing);
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('clear');
  });

  test('never holds where nothing may be shown', async () => {
    const { guard, known } = await anOpenGuard({ isQuiet: true });
    known.push(reply);
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('warned');
  });

  test('never waits for a server that is away', async () => {
    const { guard, unanswered } = await anOpenGuard({ isAway: true });
    expect(guard.press()).toBe(true);
    expect(guard.proof().guard?.found).toBe('noAnswer');
    expect(unanswered()).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(unanswered()).toBe(1);
  });

  test('tells near Send that the server is away', async () => {
    const { guard } = await anOpenGuard({ isAway: true });
    guard.near();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(guard.warning().isUnanswered).toBe(true);
  });

  test('counts its window from the last answer before the press', async () => {
    const { guard } = await anOpenGuard();
    const saidAt = Date.now();
    guard.near();
    guard.near();
    await vi.advanceTimersByTimeAsync(400);
    guard.press();
    await vi.advanceTimersByTimeAsync(400);
    expect(guard.proof().guard?.since).toBe(saidAt);
  });

  test('lets every press pass without a box', () => {
    const { guard, known } = aGuard();
    known.push(reply);
    expect(guard.press()).toBe(true);
    expect(guard.proof()).toEqual({});
  });
});
