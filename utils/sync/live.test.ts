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
