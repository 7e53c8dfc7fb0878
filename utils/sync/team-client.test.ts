import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SlowLineError, TeamError, createTeamClient } from './team-client.ts';
import type { Fetch } from './team-client.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server whose answer is written by the test, byte by byte. */
function aWrittenAnswer() {
  let body: ReadableStreamDefaultController<Uint8Array> | null = null;
  const fetcher: Fetch = async () =>
    new Response(new ReadableStream({ start: (controller) => void (body = controller) }));
  const client = createTeamClient(fetcher, 'https://team.example', 'token');
  return {
    client,
    write: (text: string) => body?.enqueue(new TextEncoder().encode(text)),
    end: () => body?.close(),
  };
}

const cursor = { epoch: 'e', seq: 1, mark: 'm' };
const page = JSON.stringify({
  epoch: 'e',
  changes: [],
  next: cursor,
  more: false,
  head: 1,
  serverTime: 1,
});

/** What becomes of an answer; read at any time. */
function follow<T>(answer: Promise<T>) {
  const state: { value?: T; error?: unknown } = {};
  answer.then(
    (value) => (state.value = value),
    (error: unknown) => (state.error = error),
  );
  return state;
}

describe('waiting for an answer', () => {
  test('takes a page that comes slowly', async () => {
    const { client, write, end } = aWrittenAnswer();
    const asked = follow(client.pull(cursor, 500));
    for (const byte of page) {
      if (byte !== '"') await vi.advanceTimersByTimeAsync(500);
      write(byte);
    }
    await vi.advanceTimersByTimeAsync(9_000);
    end();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.value).toMatchObject({ head: 1 });
  });

  test('puts letters together that come in pieces', async () => {
    const client = createTeamClient(
      async () => {
        const text = JSON.stringify({ code: 'gap', message: 'Frau Müß' });
        const body = new ReadableStream<Uint8Array>({
          start(controller) {
            for (const byte of new TextEncoder().encode(text)) {
              controller.enqueue(new Uint8Array([byte]));
            }
            controller.close();
          },
        });
        return new Response(body, { status: 409 });
      },
      'https://team.example',
      'token',
    );
    await expect(client.me()).rejects.toThrow('Frau Müß');
  });

  test('gives up after ten seconds of silence before it', async () => {
    let signal: AbortSignal | null = null;
    const silent: Fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        signal = init.signal ?? null;
        signal?.addEventListener('abort', () => reject(signal?.reason));
      });
    const asked = follow(createTeamClient(silent, 'https://team.example', 'token').me());
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked.error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.error).toBeInstanceOf(SlowLineError);
    expect(asked.error).toMatchObject({ code: 'offline', hasBegun: false });
  });

  test('gives up after ten seconds of silence within it', async () => {
    const { client, write } = aWrittenAnswer();
    const asked = follow(client.pull(cursor, 500));
    await vi.advanceTimersByTimeAsync(5_000);
    write('{');
    await vi.advanceTimersByTimeAsync(9_999);
    expect(asked.error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.error).toMatchObject({ code: 'offline', hasBegun: true });
  });

  test('gives up a page after two minutes, however it comes', async () => {
    const { client, write } = aWrittenAnswer();
    const asked = follow(client.snapshot(null, 500));
    for (let second = 1; second < 120; second += 1) {
      await vi.advanceTimersByTimeAsync(1_000);
      write(' ');
    }
    expect(asked.error).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.error).toMatchObject({ code: 'offline', hasBegun: true });
  });

  test('gives a long push longer, but less than a worker may wait', async () => {
    const never: Fetch = (_url, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      });
    const client = createTeamClient(never, 'https://team.example', 'token');
    const push = (length: number) =>
      follow(
        client.push({
          epoch: 'e',
          ackMid: 0,
          mutations: [{ mid: 1, mutation: 'x'.repeat(length) }],
        }),
      );
    const [short, long, longest] = [push(0), push(40_000), push(500_000)];
    await vi.advanceTimersByTimeAsync(11_000);
    expect([short.error, long.error].map(Boolean)).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([long.error, longest.error].map(Boolean)).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(longest.error).toBeInstanceOf(SlowLineError);
  });

  test('counts a line that broke as no answer, not as a slow one', async () => {
    const client = createTeamClient(
      async () => {
        throw new TypeError('fetch failed');
      },
      'https://team.example',
      'token',
    );
    const asked = follow(client.me());
    await vi.advanceTimersByTimeAsync(0);
    expect(asked.error).toBeInstanceOf(TeamError);
    expect(asked.error).not.toBeInstanceOf(SlowLineError);
    expect(vi.getTimerCount()).toBe(0);
  });
});
