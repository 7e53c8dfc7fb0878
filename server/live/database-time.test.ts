import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import { createSecret, hashSecret } from '../auth.ts';
import { createHub } from '../hub.ts';
import type { LiveHub } from '../hub.ts';
import { silentLogger } from '../log.ts';
import type { Database } from '../store/database.ts';
import { insertDevice } from '../store/devices.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestContext } from '../testing/test-context.ts';
import { createTestClock } from '../testing/test-server.ts';
import { openSocket } from '../testing/test-socket.ts';
import { createDatabaseTime } from './database-time.ts';

const HOUR_MS = 3_600_000;

describe('the time of the database', () => {
  const database = createTestClock(5 * HOUR_MS);
  let asked = 0;
  let isAway = false;
  const store = {
    get: async () => {
      asked += 1;
      if (isAway) throw new Error('away');
      return { now: database.now() };
    },
  } as unknown as Database;
  const errors: unknown[] = [];
  beforeEach(() => {
    asked = 0;
    isAway = false;
    errors.length = 0;
  });

  it('is asked for once a heartbeat, however many look', async () => {
    const clock = createTestClock(0);
    const time = createDatabaseTime(store, clock, (error) => errors.push(error));
    await Promise.all([time.look(), time.look()]);
    await time.look();
    expect([asked, time.now()]).toEqual([1, database.now()]);
    clock.advance(HEARTBEAT_MS);
    database.advance(2 * HEARTBEAT_MS);
    await time.look();
    expect([asked, time.now()]).toEqual([2, database.now()]);
  });

  it('is asked for again when the clock here was set back', async () => {
    const clock = createTestClock(2 * HOUR_MS);
    const time = createDatabaseTime(store, clock, (error) => errors.push(error));
    await time.look();
    clock.advance(-HOUR_MS);
    await time.look();
    expect(time.now()).toBe(database.now());
  });

  it('goes on from the last look while the database is away', async () => {
    const clock = createTestClock(0);
    const time = createDatabaseTime(store, clock, (error) => errors.push(error));
    await time.look();
    clock.advance(HEARTBEAT_MS);
    isAway = true;
    await time.look();
    expect([time.now(), errors.length]).toEqual([database.now() + HEARTBEAT_MS, 1]);
  });
});

onEachStore((kind) => {
  let context: TestContext;
  let hub: LiveHub;
  const server = createServer();
  const ahead = createTestClock(1_700_000_000_000 + HOUR_MS);
  beforeEach(async () => {
    context = await createTestContext(kind);
    const { store, publicUrl } = context;
    hub = createHub({ store, clock: ahead, log: silentLogger, publicUrl, tickMs: 0 });
    hub.attach(server);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(async () => {
    await hub.close();
    server.close();
    await context.close();
  });

  it('stands in frames, not the time of the machine that the server runs on', async () => {
    const { teamId, memberId } = await context.createTeam();
    const token = createSecret(teamId);
    const tokenHash = hashSecret(token);
    await insertDevice(context.store, { teamId, deviceId: 'd', memberId, name: '', tokenHash });
    const { port } = server.address() as AddressInfo;
    const socket = await openSocket(`http://127.0.0.1:${port}`);
    socket.send({ type: 'hello', token, cursor: { epoch: '', seq: 0, mark: '' } });
    expect((await socket.next('ready')).serverTime).toBe(context.clock.now());
    ahead.advance(HEARTBEAT_MS);
    context.clock.advance(HEARTBEAT_MS);
    await hub.tick();
    expect((await socket.next('hb')).serverTime).toBe(context.clock.now());
    socket.ws.terminate();
  });
});
