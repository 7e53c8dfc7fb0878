import { EventEmitter } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { silentLogger } from '../log.ts';
import type { AppEnv } from './env.ts';
import { toErrorAnswer } from './errors.ts';
import { limitAnswers } from './limit-answers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection whose peer reads nothing until told so: what leaves the process is faked, nothing of ours. */
function aPeer() {
  const socket = Object.assign(new EventEmitter(), { destroyed: false, destroy: () => undefined });
  socket.destroy = () => {
    socket.destroyed = true;
    socket.emit('close');
  };
  const outgoing = Object.assign(new EventEmitter(), { destroyed: false });
  const bindings = { incoming: { socket }, outgoing } as unknown as HttpBindings;
  return { socket, outgoing, bindings };
}

/** An app that answers two addresses to whatever device. */
function anApp() {
  const app = new Hono<AppEnv>();
  app.onError(toErrorAnswer(silentLogger));
  app.use(async (c, next) => {
    const deviceId = c.req.header('device') ?? 'laptop';
    c.set('actor', { teamId: 't', memberId: 'm', deviceId, role: 'member' });
    await next();
  });
  app.use(limitAnswers());
  app.get('/pull', (c) => c.text('long')).get('/snapshot', (c) => c.text('long'));
  app.get('/fails', () => {
    throw new Error('broken');
  });
  return async (peer: ReturnType<typeof aPeer> | null, path = '/pull', device = 'laptop') => {
    return app.request(path, { headers: { device } }, peer?.bindings);
  };
}

it('gives a device no fifth answer while it does not read four', async () => {
  const ask = anApp();
  const peers = [aPeer(), aPeer(), aPeer(), aPeer()];
  for (const peer of peers) expect((await ask(peer)).status).toBe(200);
  const refused = await ask(aPeer());
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('5');
  expect((await ask(aPeer(), '/pull', 'desktop')).status).toBe(200);
  expect((await ask(aPeer(), '/snapshot')).status).toBe(200);
  peers[0]?.outgoing.emit('close');
  expect((await ask(aPeer())).status).toBe(200);
  expect((await ask(aPeer())).status).toBe(429);
});

it('counts an answer out once, with its connection too', async () => {
  const ask = anApp();
  const peers = [aPeer(), aPeer(), aPeer(), aPeer()];
  for (const peer of peers) await ask(peer);
  peers[0]?.socket.emit('close');
  peers[0]?.outgoing.emit('close');
  expect([(await ask(aPeer())).status, (await ask(aPeer())).status]).toEqual([200, 429]);
});

it('counts none whose peer is gone already, nor what failed and was read', async () => {
  const ask = anApp();
  for (let n = 0; n < 9; n += 1) {
    const gone = aPeer();
    gone.outgoing.destroyed = true;
    expect((await ask(gone)).status).toBe(200);
    expect((await ask(null)).status).toBe(200);
    const failed = aPeer();
    expect((await ask(failed, '/fails')).status).toBe(500);
    failed.outgoing.emit('close');
    expect([failed.socket, failed.outgoing].map((one) => one.listenerCount('close'))).toEqual([
      0, 0,
    ]);
  }
});

it('cuts off who has read nothing for two minutes', async () => {
  const ask = anApp();
  const peer = aPeer();
  for (let n = 0; n < 4; n += 1) await ask(peer);
  vi.advanceTimersByTime(119_999);
  expect(peer.socket.destroyed).toBe(false);
  vi.advanceTimersByTime(1);
  expect(peer.socket.destroyed).toBe(true);
  expect((await ask(aPeer())).status).toBe(200);
  expect(vi.getTimerCount()).toBe(1);
});
