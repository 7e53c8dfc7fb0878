/**
 * The live channel: from a push to the last of 1, 50 and 500 sockets beside a bare WebSocket broadcast, memory,
 * catching up on many changes, and everybody coming back after a restart. `--clients 2000`, `--backlog 20000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { aSnippet } from '#server/testing/builders.ts';
import { joinAs } from '#server/testing/test-device.ts';
import type { TestDevice } from '#server/testing/test-device.ts';
import { percentile, readFlag, startChild } from './child-server.ts';
import type { ChildServer } from './child-server.ts';
import { keep, printTable } from './measure.ts';

const SOCKETS = [1, 50, 500];
const MESSAGES = readFlag('messages', 200);
/** Sent before those that count, to both: what a process does for the first time takes longer. */
const WARM_UP = 30;
const CLIENTS = readFlag('clients', 2_000);
const BACKLOG = readFlag('backlog', 20_000);
/** As the server allows. */
const SOCKETS_PER_DEVICE = 10;
/** Full jitter of a client's first attempts (reliability.md §4.7), ms. */
const JITTER_MS = 30_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function connect(url: string, device: TestDevice | null): Promise<WebSocket> {
  const from = device === null ? '' : device.joined.deviceId;
  const headers = { 'x-forwarded-for': from };
  const ws = new WebSocket(`${url.replace('http', 'ws')}/v1/live`, { headers });
  await new Promise((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  if (!device) return ws;
  const { token, epoch } = device.joined;
  const isReady = new Promise((resolve, reject) => {
    ws.once('message', resolve);
    ws.once('close', reject);
  });
  ws.send(JSON.stringify({ type: 'hello', token, cursor: { epoch, seq: 0, mark: '' } }));
  await isReady;
  return ws;
}

/** Sends one message after the other; how long each took to reach each socket, ms. */
async function measureFanOut(
  sockets: readonly WebSocket[],
  isNews: (text: string) => boolean,
  say: (n: number) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = -WARM_UP; n < MESSAGES; n += 1) {
    const startedAt = performance.now();
    const heard = sockets.map(
      (ws) =>
        new Promise<void>((resolve) => {
          ws.on('message', function listen(raw) {
            if (!isNews(String(raw))) return;
            ws.off('message', listen);
            if (n >= 0) times.push(performance.now() - startedAt);
            resolve();
          });
        }),
    );
    await say(n);
    await Promise.all(heard);
    await pause(20);
  }
  return times;
}

async function compareFanOut(devices: readonly TestDevice[], server: ChildServer) {
  const echo = await startChild('echo.ts', {});
  const writer = devices[0] as TestDevice;
  const rows = [];
  for (const count of SOCKETS) {
    const bare = await Promise.all(Array.from({ length: count }, () => connect(echo.url, null)));
    const bareTimes = await measureFanOut(
      bare,
      () => true,
      async (n) => bare[0]?.send(`{"type":"changes","n":${n},"pad":"${'x'.repeat(400)}"}`),
    );
    for (const ws of bare) ws.terminate();
    const ours = await openMany(devices, count, server.url);
    const times = await measureFanOut(
      ours,
      (text) => text.startsWith('{"type":"changes"'),
      async (n) => void (await writer.push(aSnippet(`fan-${count}-${n}`))),
    );
    rows.push({
      sockets: count,
      'bare p50': percentile(bareTimes, 0.5).toFixed(1),
      'bare p99': percentile(bareTimes, 0.99).toFixed(1),
      'push to socket p50': percentile(times, 0.5).toFixed(1),
      p99: percentile(times, 0.99).toFixed(1),
      'server MB': server.readRss(),
    });
    for (const ws of ours) ws.terminate();
    await pause(300);
  }
  await echo.kill();
  return rows;
}

async function openMany(devices: readonly TestDevice[], count: number, url: string) {
  const sockets: WebSocket[] = [];
  for (let from = 0; from < count; from += 50) {
    const some = Array.from({ length: Math.min(50, count - from) }, (_, n) =>
      connect(url, devices[Math.floor((from + n) / SOCKETS_PER_DEVICE)] as TestDevice),
    );
    sockets.push(...(await Promise.all(some)));
  }
  return sockets;
}

async function measureCatchUp(writer: TestDevice) {
  const { next } = await writer.pull();
  for (let from = 0; from < BACKLOG; from += 200) {
    await writer.push(...Array.from({ length: 200 }, (_, n) => aSnippet(`late-${from + n}`)));
  }
  const startedAt = performance.now();
  const { changes } = await writer.pull(next);
  return { changes: changes.length, seconds: (performance.now() - startedAt) / 1_000 };
}

/** Everybody loses the line at once and comes back, each after a random wait, while somebody writes. */
async function measureReturn(devices: readonly TestDevice[], url: string) {
  const writer = devices[0] as TestDevice;
  const startedAt = performance.now();
  const state = { isOver: false };
  let failures = 0;
  const pushes: number[] = [];
  const writing = (async () => {
    while (!state.isOver) {
      const at = performance.now();
      await writer.push(aSnippet('steady'));
      pushes.push(performance.now() - at);
      await pause(100);
    }
  })();
  const clients = Array.from({ length: CLIENTS }, async (_, n) => {
    const device = devices[Math.floor(n / SOCKETS_PER_DEVICE)] as TestDevice;
    for (let attempt = 0; ; attempt += 1) {
      await pause(Math.random() * JITTER_MS);
      const ws = await connect(url, device).catch(() => null);
      if (ws) return ws;
      failures += 1;
    }
  });
  const sockets = await Promise.all(clients);
  const seconds = (performance.now() - startedAt) / 1_000;
  state.isOver = true;
  await writing;
  for (const ws of sockets) ws.terminate();
  return {
    clients: sockets.length,
    'all back after s': seconds.toFixed(1),
    'failed attempts': failures,
    'push p50 ms': percentile(pushes, 0.5).toFixed(1),
    'push p99 ms': percentile(pushes, 0.99).toFixed(1),
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), 'hearback-live-'));
const env = { BENCH_DATA: join(folder, 'team.sqlite'), BENCH_PORT: `${await findFreePort()}` };
let server = await startChild('serve.ts', env);
try {
  const owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
  const devices: TestDevice[] = [];
  for (let n = 0; n < Math.ceil(Math.max(CLIENTS, 500) / SOCKETS_PER_DEVICE); n += 1) {
    const { body } = await owner.ask('POST', '/v1/invites', { role: 'member' });
    devices.push(await joinAs((body as { link: string }).link, `Member ${n}`));
  }
  const fanOut = await compareFanOut(devices, server);
  process.stdout.write('From a push to each socket, ms\n');
  printTable(fanOut);
  const catchUp = await measureCatchUp(devices[1] as TestDevice);
  process.stdout.write(`${catchUp.changes} changes pulled in ${catchUp.seconds.toFixed(1)} s\n\n`);
  await server.kill();
  server = await startChild('serve.ts', env);
  const comeBack = await measureReturn(devices, server.url);
  printTable([comeBack]);
  keep('live', { fanOut, catchUp, comeBack });
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
