import { expect, test, vi } from 'vitest';
import { createLiveChannel } from './live.ts';

test('an attempt that was overtaken by a stop does not use the old token', async () => {
  const opened: string[] = [];
  class Socket extends EventTarget {
    constructor(url: string) {
      super();
      opened.push(url);
    }
    close() {}
  }
  vi.stubGlobal('WebSocket', Socket);
  const hellos: ((server: string) => void)[] = [];
  const channel = createLiveChannel({
    hello: () =>
      new Promise((resolve) => {
        hellos.push((server) =>
          resolve({ server, token: 't', cursor: { epoch: 'e', seq: 0, mark: '' } }),
        );
      }),
    onFrame: () => undefined,
    onState: () => undefined,
    onUnauthorized: () => undefined,
    onWake: () => undefined,
    wait: () => Promise.reject(new Error('not asked')),
    pull: async () => undefined,
    now: () => 0,
    random: () => 0,
  });
  channel.start();
  channel.stop();
  channel.start();
  hellos[1]?.('https://new.example');
  hellos[0]?.('https://old.example');
  await vi.waitFor(() => expect(opened).toEqual(['wss://new.example/v1/live']));
  channel.stop();
  vi.unstubAllGlobals();
});

/** Opens nothing that lives; tells when it was opened. */
function aWorldWithoutSockets(random: () => number) {
  vi.useFakeTimers();
  const openedAt: number[] = [];
  const asked: number[] = [];
  class Socket extends EventTarget {
    constructor() {
      super();
      openedAt.push(Date.now());
      queueMicrotask(() => this.dispatchEvent(new CloseEvent('close')));
    }
    close() {}
  }
  class CloseEvent extends Event {
    readonly code = 1006;
  }
  vi.stubGlobal('WebSocket', Socket);
  const channel = createLiveChannel({
    hello: async () => ({
      server: 'https://team.example',
      token: 't',
      cursor: { epoch: 'e', seq: 0, mark: '' },
    }),
    wait: (_request, signal) =>
      new Promise((_resolve, reject) => {
        asked.push(Date.now());
        signal.addEventListener('abort', () => reject(new Error('broken off')));
      }),
    pull: async () => undefined,
    onFrame: () => undefined,
    onState: () => undefined,
    onUnauthorized: () => undefined,
    onWake: () => undefined,
    now: () => Date.now(),
    random,
  });
  const end = () => {
    channel.stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  };
  return { channel, openedAt, asked, end };
}

const gaps = (times: readonly number[]) =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

test('waits between tries spread from nothing to a ceiling that doubles up to 30 s', async () => {
  for (const [share, expected] of [
    [0, [50, 50, 50, 50]],
    [0.5, [250, 500, 1_000, 2_000]],
    [1, [500, 1_000, 2_000, 4_000]],
  ] as const) {
    const { channel, openedAt, end } = aWorldWithoutSockets(() => share);
    channel.start();
    await vi.advanceTimersByTimeAsync(200_000);
    expect(gaps(openedAt).slice(0, 4)).toEqual(expected);
    expect(Math.max(...gaps(openedAt))).toBeLessThanOrEqual(30_000);
    end();
  }
});

test('a blocked WebSocket is tried again every five minutes while questions stand in', async () => {
  const { channel, openedAt, asked, end } = aWorldWithoutSockets(() => 0);
  channel.start();
  const looking = setInterval(() => channel.beat(), 20_000);
  channel.beat();
  await vi.advanceTimersByTimeAsync(11 * 60_000);
  clearInterval(looking);
  expect(asked).toHaveLength(1);
  expect(gaps(openedAt)).toEqual([50, 300_000, 300_000]);
  end();
});

test('nobody is asked while nobody looks', async () => {
  const { channel, asked, end } = aWorldWithoutSockets(() => 0);
  channel.start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toEqual([]);
  end();
});
