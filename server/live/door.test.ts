import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHub } from '../hub.ts';
import type { LiveHubOptions } from '../hub.ts';
import { silentLogger } from '../log.ts';
import { openSqlite } from '../store/sqlite.ts';
import { createTestClock } from '../testing/test-server.ts';
import { openSocket } from '../testing/test-socket.ts';
import type { TestSocket } from '../testing/test-socket.ts';

/** A hub behind a bare HTTP server. */
async function serve(options: Partial<LiveHubOptions> = {}): Promise<string> {
  const clock = createTestClock();
  const store = openSqlite(':memory:', clock);
  const http = createServer();
  const publicUrl = () => 'http://team.example';
  const hub = createHub({ store, clock, log: silentLogger, publicUrl, ...options });
  hub.attach(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await hub.close();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

it('closes a socket that never says hello', async () => {
  const socket = await openSocket(await serve({ helloWithinMs: 1 }));
  expect(await socket.closed).toBe(4401);
});

it.each([
  ['none', undefined, true],
  ['Chrome’s extension', `chrome-extension://${'a'.repeat(32)}`, true],
  ['Firefox’s extension', 'moz-extension://6a1f9d1e-0000-4000-8000-0123456789ab', true],
  ['the server’s own pages', 'http://team.example', true],
  ['a sandboxed page', 'null', false],
  ['nothing', '', false],
  ['a page', 'https://evil.example', false],
  ['a page of the same name elsewhere', 'http://team.example.evil.example', false],
  ['the same name at another port', 'http://team.example:81', false],
  ['no extension id', 'chrome-extension://short', false],
  ['a file', 'file://', false],
])('with the origin of %s (%s): let in %s', async (_, origin, isLetIn) => {
  const url = await serve();
  const opened = openSocket(url, origin === undefined ? {} : { origin }).then(
    ({ ws }) => {
      ws.terminate();
      return 'in';
    },
    (error: Error) => error.message,
  );
  expect(await opened).toContain(isLetIn ? 'in' : '403');
});

it('takes no more strangers from one address, and forgets those who left', async () => {
  const url = await serve({ strangersMax: { inAll: 10, perAddress: 2 } });
  const first = await openSocket(url);
  await openSocket(url);
  await expect(openSocket(url)).rejects.toThrow('503');
  first.ws.terminate();
  await first.closed;
  const again = (): Promise<TestSocket> => openSocket(url).catch(again);
  expect((await again()).ws.readyState).toBe(1);
});

it('takes no more strangers in all, from whatever addresses', async () => {
  const url = await serve({ strangersMax: { inAll: 2, perAddress: 9 }, trustedProxies: 1 });
  const from = (address: string) => openSocket(url, { 'x-forwarded-for': address });
  await from('192.0.2.1');
  await from('192.0.2.2');
  await expect(from('192.0.2.3')).rejects.toThrow('503');
});

it('counts by the address in front of a proxy that is trusted', async () => {
  const url = await serve({ strangersMax: { inAll: 9, perAddress: 1 }, trustedProxies: 1 });
  const from = (address: string) => openSocket(url, { 'x-forwarded-for': address });
  await from('192.0.2.1');
  await from('192.0.2.2');
  await expect(from('198.51.100.9, 192.0.2.2')).rejects.toThrow('503');
});
