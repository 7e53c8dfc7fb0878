import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createHub } from '../hub.ts';
import { silentLogger } from '../log.ts';
import { openSqlite } from '../store/sqlite.ts';
import { createTestClock } from '../testing/test-server.ts';
import { openSocket } from '../testing/test-socket.ts';

const publicUrl = () => 'http://localhost';

it('closes a socket that never says hello', async () => {
  const clock = createTestClock();
  const store = openSqlite(':memory:', clock);
  const http = createServer();
  const hub = createHub({ store, clock, log: silentLogger, publicUrl, helloWithinMs: 1 });
  hub.attach(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    hub.close();
    http.close();
  });
  const socket = await openSocket(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  expect(await socket.closed).toBe(4401);
});
