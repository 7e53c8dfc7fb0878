import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { KeptDraft } from '#utils/messages/payloads.ts';
import { createDraftKeeper } from './draft-keeper.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function aKeeper(kept: KeptDraft | null = null, failures = 0) {
  const done: string[] = [];
  let left = failures;
  const keeper = createDraftKeeper({
    now: () => Date.now(),
    load: () => Promise.resolve(kept),
    async save(threadId, text) {
      left -= 1;
      if (left >= 0) throw new Error('the worker was ended');
      done.push(`save ${threadId} ${text}`);
    },
    forget: (threadId) => done.push(`forget ${threadId}`),
    onChange: () => undefined,
  });
  return { keeper, done };
}

const kept = { text: 'Hold the button', at: 1_000 };

describe('a draft', () => {
  test('is saved once, in the first pause', async () => {
    const { keeper, done } = aKeeper();
    for (const text of ['H', 'Ho', 'Hol']) keeper.typed('x:1', text);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual(['save x:1 Hol']);
  });

  test('is saved though its writer never pauses', () => {
    const { keeper, done } = aKeeper();
    for (let at = 0; at < 30; at += 1) {
      keeper.typed('x:1', `${at}`);
      vi.advanceTimersByTime(100);
    }
    expect(done.length).toBeGreaterThan(0);
  });

  test('is saved at once when the page may end', () => {
    const { keeper, done } = aKeeper();
    keeper.typed('x:1', 'Hol');
    keeper.flush();
    expect(done).toEqual(['save x:1 Hol']);
  });

  test('is saved again when the worker was ended meanwhile', async () => {
    const { keeper, done } = aKeeper(null, 2);
    keeper.typed('x:1', 'Hol');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual(['save x:1 Hol']);
  });

  test('outlives a site that empties the box at Send, and a key let go after that', async () => {
    const { keeper, done } = aKeeper();
    keeper.open('x:1', '');
    keeper.typed('x:1', 'Hold the button');
    keeper.sending('x:1');
    keeper.typed('x:1', '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual(['save x:1 Hold the button']);
    keeper.typed('x:1', 'Again');
    keeper.typed('x:1', '');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done.at(-1)).toBe('forget x:1');
  });

  test('is forgotten when its writer empties the box', async () => {
    const { keeper, done } = aKeeper();
    keeper.typed('x:1', '@lena_k ');
    await vi.advanceTimersByTimeAsync(500);
    expect(done).toEqual(['forget x:1']);
  });

  test('is forgotten when it was sent, the last letters with it', async () => {
    const { keeper, done } = aKeeper();
    keeper.typed('x:1', 'Hold the button');
    keeper.sent('x:1');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual(['forget x:1']);
  });

  test('is forgotten behind the save that was under way when it was sent', async () => {
    const done: string[] = [];
    let keep: () => void = () => undefined;
    const keeper = createDraftKeeper({
      now: () => Date.now(),
      load: () => Promise.resolve(null),
      save: () => new Promise<void>((resolve) => (keep = resolve)),
      forget: () => done.push('forget'),
      onChange: () => undefined,
    });
    keeper.typed('x:1', 'Hold the button');
    keeper.flush();
    keeper.sent('x:1');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(done).toEqual([]);
    keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['forget']);
  });
});

describe('a kept draft', () => {
  test.each([
    ['', ''],
    ['@lena_k ', '@lena_k '],
    ['', '@lena_k '],
    ['Restored by the site', 'Restored by the site'],
  ])('outlives a key that types nothing: %j, then %j', async (stood, stands) => {
    const { keeper, done } = aKeeper(kept);
    keeper.open('x:1', stood);
    keeper.typed('x:1', stands);
    keeper.close();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual([]);
  });

  test('is offered still after a key that types nothing', async () => {
    const { keeper } = aKeeper(kept);
    keeper.open('x:1', '');
    await vi.advanceTimersByTimeAsync(0);
    keeper.typed('x:1', '');
    expect(keeper.offer()).toEqual(kept);
  });

  test('goes when something was typed over it, then taken away', async () => {
    const { keeper, done } = aKeeper(kept);
    keeper.open('x:1', '');
    keeper.typed('x:1', 'H');
    keeper.typed('x:1', '');
    await vi.advanceTimersByTimeAsync(500);
    expect(done).toEqual(['forget x:1']);
  });

  test('goes when what stood in the box is taken away', async () => {
    const { keeper, done } = aKeeper(kept);
    keeper.open('x:1', 'Hold the button');
    keeper.typed('x:1', '');
    await vi.advanceTimersByTimeAsync(500);
    expect(done).toEqual(['forget x:1']);
  });
});

describe('a draft of a thread that has gone', () => {
  test('is not offered any more', async () => {
    const { keeper, done } = aKeeper(kept);
    keeper.open('x:1', '');
    await vi.advanceTimersByTimeAsync(0);
    keeper.drop(new Set(['x:2']));
    expect(keeper.offer()).toEqual(kept);
    keeper.drop(new Set(['x:1']));
    expect([keeper.offer(), ...done]).toEqual([null]);
  });

  test('is not saved any more', async () => {
    const { keeper, done } = aKeeper();
    keeper.typed('x:1', 'Hold the button');
    keeper.drop(new Set(['x:1']));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(done).toEqual([]);
  });
});

test('what was typed before the box was noticed is kept', async () => {
  const { keeper, done } = aKeeper();
  keeper.open('x:1', 'Hold the button', true);
  keeper.typed('x:1', 'Hold the button');
  await vi.advanceTimersByTimeAsync(500);
  expect(done).toEqual(['save x:1 Hold the button']);
});

describe('the offer of a draft', () => {
  test('is made in an empty box, or one that the site began', async () => {
    for (const text of ['', '@lena_k ']) {
      const { keeper } = aKeeper(kept);
      keeper.open('x:1', text);
      await vi.advanceTimersByTimeAsync(0);
      expect(keeper.offer()).toEqual(kept);
    }
  });

  test('is not made where something stands in the box', async () => {
    const { keeper } = aKeeper(kept);
    keeper.open('x:1', 'Something else');
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.offer()).toBeNull();
  });

  test('stays while something else is typed, ends with the same words', async () => {
    const { keeper } = aKeeper(kept);
    keeper.open('x:1', '');
    await vi.advanceTimersByTimeAsync(0);
    keeper.typed('x:1', 'Hi');
    expect(keeper.offer()).toEqual(kept);
    keeper.typed('x:1', kept.text);
    expect(keeper.offer()).toBeNull();
  });

  test('ends with the box', async () => {
    const { keeper } = aKeeper(kept);
    keeper.open('x:1', '');
    await vi.advanceTimersByTimeAsync(0);
    keeper.close();
    expect(keeper.offer()).toBeNull();
  });

  test('forgets the draft only when that is asked for', async () => {
    const { keeper, done } = aKeeper(kept);
    keeper.open('x:1', '');
    await vi.advanceTimersByTimeAsync(0);
    keeper.settleOffer(false);
    expect(done).toEqual([]);
  });
});
