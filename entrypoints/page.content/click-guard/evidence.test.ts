import { describe, expect, test } from 'vitest';
import { ARRIVED_MS, PATIENCE_MS, SEEN_MS, judgePress } from './evidence.ts';
import type { Evidence } from './evidence.ts';

const AT = 100_000;

/** A press on a button that has stood there, seen, for long. */
const press = (over: Partial<Evidence> = {}) =>
  judgePress({
    now: AT,
    pressedAt: AT,
    seenSince: AT - 10_000,
    isHidden: false,
    lastHiddenAt: null,
    cameAt: AT - 20_000,
    movedAt: AT - 10_000,
    movedByPageAt: AT - 10_000,
    arrivedAt: AT - 1_000,
    wentThere: true,
    isTouch: false,
    isKeyboard: false,
    ...over,
  });

describe('a press', () => {
  test('on a button seen in one place counts', () => {
    expect(press()).toBe('go');
  });

  test('counts as soon as the pointer has gone there', () => {
    expect(press({ arrivedAt: AT })).toBe('go');
  });

  test.each([
    ['hidden now', { isHidden: true }],
    ['hidden a moment ago', { lastHiddenAt: AT - SEEN_MS + 1 }],
    ['moved by the page a moment ago', { movedAt: AT - 40, movedByPageAt: AT - 40 }],
    ['that came under the pointer', { arrivedAt: AT - ARRIVED_MS + 1, wentThere: false }],
    ['where no pointer ever was', { arrivedAt: null, wentThere: false }],
    ['that came where a pointer rests', { cameAt: AT - 400, wentThere: false }],
    ['that came where a finger taps', { cameAt: AT - 400, isTouch: true }],
    ['that moved after it', { now: AT + 200, movedAt: AT + 100 }],
  ])('on a button %s is refused', (_what, over) => {
    expect(press(over)).toBe('refuse');
  });

  test.each([
    ['not known to be seen', { seenSince: null }],
    ['seen for a moment', { seenSince: AT - 100 }],
    ['that has just come', { cameAt: AT - 50, movedAt: AT - 50, movedByPageAt: null }],
    ['just scrolled to', { movedAt: AT - 100 }],
  ])('on a button %s waits, then counts', (_what, over) => {
    expect(press(over)).toBe('wait');
    expect(press({ ...over, seenSince: AT - 100, now: AT + SEEN_MS })).toBe('go');
  });

  test('is refused when its evidence never comes', () => {
    expect(press({ seenSince: null, now: AT + PATIENCE_MS + 1 })).toBe('refuse');
  });

  test('by key waits until the focus has rested', () => {
    const key = { isKeyboard: true, wentThere: false };
    expect(press({ ...key, arrivedAt: AT - 10 })).toBe('wait');
    expect(press({ ...key, arrivedAt: AT - 10, now: AT + ARRIVED_MS })).toBe('go');
    expect(press({ ...key, arrivedAt: null, now: AT + PATIENCE_MS + 1 })).toBe('refuse');
  });
});
