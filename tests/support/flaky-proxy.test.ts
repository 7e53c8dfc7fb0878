import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aFlakyProxy } from './flaky-proxy.ts';
import type { FlakyProxy } from './flaky-proxy.ts';

let asked: string[];
let line: FlakyProxy;
let end: () => Promise<unknown>;

beforeEach(async () => {
  asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(`answer ${asked.length}`);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`${data}`)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  line = await aFlakyProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  end = async () => {
    await line.close();
    sockets.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
});
afterEach(() => end());

const get = async (path = '/a', signal?: AbortSignal) =>
  (await fetch(`${line.url}${path}`, signal ? { signal } : {})).text();

/** An echo through the line; rejects when it cannot be opened. */
async function anEcho(): Promise<{ socket: WebSocket; heard: string[] }> {
  const socket = new WebSocket(line.url.replace('http', 'ws'));
  const heard: string[] = [];
  socket.addEventListener('message', (event) => heard.push(String(event.data)));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('not opened')));
  });
  return { socket, heard };
}

describe('the flaky proxy', () => {
  test('passes requests on until a rule fits', async () => {
    line.use({ fault: 'reset', path: '/b' });
    expect(await get('/a')).toBe('answer 1');
    await expect(get('/b')).rejects.toThrow();
    expect(asked).toEqual(['GET /a']);
  });

  test('loses the answer of what has reached the server, once', async () => {
    line.use({ fault: 'loseAnswer', times: 1 });
    await expect(get()).rejects.toThrow();
    expect(await get()).toBe('answer 2');
  });

  test('repeats a request', async () => {
    line.use({ fault: 'repeat', times: 1 });
    expect(await get()).toBe('answer 2');
  });

  test('answers as a captive portal', async () => {
    line.use({ fault: 'portal' });
    expect(await get()).toMatch(/<title>/);
    expect(asked).toEqual([]);
  });

  test('keeps a request waiting without a word', async () => {
    line.use({ fault: 'silence' });
    const stop = new AbortController();
    const answer = get('/a', stop.signal);
    await vi.waitFor(() => expect(line.count('/a')).toBe(1));
    stop.abort();
    await expect(answer).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  test('resets everything while it refuses, nothing once healed', async () => {
    const { socket } = await anEcho();
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve));
    line.use({ fault: 'refuse' });
    await closed;
    await expect(get()).rejects.toThrow();
    line.heal();
    expect(await get()).toBe('answer 1');
  });

  test('carries a WebSocket both ways', async () => {
    const { socket, heard } = await anEcho();
    socket.send('hello');
    await vi.waitFor(() => expect(heard).toEqual(['hello']));
    socket.close();
  });

  test('leaves an open WebSocket dead after silence, without closing it', async () => {
    const { socket, heard } = await anEcho();
    line.use({ fault: 'silence' });
    socket.send('lost');
    const stop = new AbortController();
    const answer = get('/a', stop.signal);
    await vi.waitFor(() => expect(line.count('/a')).toBe(1));
    stop.abort();
    await expect(answer).rejects.toThrow();
    line.heal();
    socket.send('lost too');
    expect(await get()).toBe('answer 1');
    expect(heard).toEqual([]);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test('refuses WebSockets alone', async () => {
    line.use({ fault: 'noUpgrade' });
    await expect(anEcho()).rejects.toThrow();
    expect(await get()).toBe('answer 1');
  });
});
