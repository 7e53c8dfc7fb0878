import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createHub } from '../hub.ts';
import type { LiveHubOptions } from '../hub.ts';
import { silentLogger } from '../log.ts';
import { openSqlite } from '../store/sqlite.ts';
import { createTestClock } from '../testing/test-server.ts';
import { openSocket } from '../testing/test-socket.ts';
import type { TestSocket } from '../testing/test-socket.ts';

/** A hub behind a bare HTTP server; its address. */
const serve = async (options?: Partial<LiveHubOptions>) => (await serveHttp(options)).url;

async function serveHttp(
  options: Partial<LiveHubOptions> = {},
): Promise<{ url: string; http: Server; held: Set<Socket> }> {
  const clock = createTestClock();
  const store = openSqlite(':memory:', clock);
  const http = createServer();
  const publicUrl = () => 'http://team.example';
  const hub = createHub({ store, clock, log: silentLogger, publicUrl, ...options });
  hub.attach(http);
  const held = new Set<Socket>();
  http.on('connection', (socket) => {
    held.add(socket);
    socket.once('close', () => held.delete(socket));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await hub.close();
    http.close();
  });
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, http, held };
}

/** Resolves when all sockets are gone that the server holds now. */
const whenGone = (held: Set<Socket>) => Promise.all([...held].map((one) => once(one, 'close')));

const askToUpgrade = (path: string, more = '') =>
  `GET ${path} HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${more}\r\n`;

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

it.each([
  ['another address', '/nowhere', '', '404'],
  ['a page', '/v1/live', 'Origin: https://evil.example\r\n', '403'],
  ['one stranger too many', '/v1/live', '', '503'],
])('keeps no socket of %s that it refused, though the peer leaves its end open', async (...of) => {
  const [, path, more, status] = of;
  const { url, held } = await serveHttp({ strangersMax: { inAll: 0, perAddress: 0 } });
  const { hostname: host, port } = new URL(url);
  const answers = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const raw = connect({ host, port: Number(port), allowHalfOpen: true });
      onTestFinished(() => void raw.destroy());
      raw.write(askToUpgrade(path, more));
      return text(raw);
    }),
  );
  expect(answers.filter((answer) => answer.includes(status))).toHaveLength(20);
  await whenGone(held);
  expect(held.size).toBe(0);
});

it('ends one it refused that does not read the answer', async () => {
  const { http } = await serveHttp();
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  // Its window is full: what is written is never taken.
  const stuck = new Duplex({ read: () => undefined, write: () => undefined });
  http.emit('upgrade', { url: '/nowhere', headers: {} }, stuck, Buffer.alloc(0));
  expect(stuck.destroyed).toBe(false);
  vi.advanceTimersByTime(1_000);
  expect(stuck.destroyed).toBe(true);
});

it('ends a socket whose peer does not answer the close', async () => {
  const { url, held } = await serveHttp({ closeWithinMs: 1 });
  const socket = await openSocket(url);
  const gone = whenGone(held);
  socket.send({ type: 'hb' });
  // Reads nothing any more, the close neither.
  socket.ws.pause();
  await gone;
  expect(held.size).toBe(0);
  socket.ws.terminate();
});

it('counts a stranger who was not let in until the socket is gone', async () => {
  const failed = Promise.withResolvers<void>();
  const log = { ...silentLogger, error: () => failed.resolve() };
  const strangersMax = { inAll: 1, perAddress: 1 };
  // The store has no tables, so that nobody gets in.
  const url = await serve({ log, strangersMax, closeWithinMs: 60_000 });
  const socket = await openSocket(url);
  const token = `team.${'x'.repeat(43)}`;
  socket.send({ type: 'hello', token, cursor: { epoch: '', seq: 0, mark: '' } });
  socket.ws.pause();
  await failed.promise;
  await expect(openSocket(url)).rejects.toThrow('503');
  socket.ws.terminate();
});
