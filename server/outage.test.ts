/** The database is away for a while: nothing is said yes to, nothing ends, and all goes on afterwards (F14). */
import { createServer, connect } from 'node:net';
import type { Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { aSnippet } from './testing/builders.ts';
import { needPostgres, onPostgres } from './testing/on-each-store.ts';
import type { TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import { goLive } from './testing/test-socket.ts';

/** One push under a fixed number, so that it may be repeated. */
const pushOnce = (device: TestDevice, mid: number) =>
  device.ask('POST', '/v1/push', {
    epoch: device.joined.epoch,
    ackMid: 0,
    mutations: [{ mid, mutation: aSnippet(`s${mid}`) }],
  });

onPostgres(() => {
  it(
    'answers 503 while the database is down, and takes the same again',
    { timeout: 60_000 },
    async () => {
      const postgres = await needPostgres();
      const team = await startTestTeam({ store: 'postgres' });
      onTestFinished(() => team.end());
      const live = await goLive(team.owner);
      expect((await pushOnce(team.member, 1)).status).toBe(200);

      await postgres.crash();
      const away = await pushOnce(team.member, 2);
      expect([away.status, away.headers.get('retry-after')]).toEqual([503, '5']);
      expect((await team.member.ask('GET', '/healthz')).status).toBe(503);
      await postgres.start();

      expect((await team.member.ask('GET', '/healthz')).status).toBe(200);
      expect((await pushOnce(team.member, 1)).body).toMatchObject({
        results: [{ mid: 1, ok: true }],
      });
      expect((await pushOnce(team.member, 2)).body).toMatchObject({
        results: [{ mid: 2, ok: true }],
      });
      const { changes } = await team.owner.pull();
      const ids = changes.filter(({ kind }) => kind === 'library').map(({ id }) => id);
      expect(ids).toEqual(['s1', 's2']);
      // The socket outlived it.
      for (;;) if ((await live.next('changes')).changes.some(({ id }) => id === 's2')) break;
    },
  );

  it('answers 503 when the line to the database goes silent', { timeout: 60_000 }, async () => {
    const direct = new URL(await (await needPostgres()).createDatabase());
    const line = await aLine(Number(direct.port));
    direct.port = `${line.port}`;
    const team = await startTestTeam({ databaseUrl: direct.href });
    onTestFinished(() => team.end());
    line.silence();
    expect((await pushOnce(team.member, 1)).status).toBe(503);
    line.heal();
    expect((await pushOnce(team.member, 1)).status).toBe(200);
  });
});

/** A line to a port that can go silent: it stays open and carries nothing. */
async function aLine(target: number) {
  const sockets = new Set<Socket>();
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => !isSilent && to.write(chunk));
      from.on('close', () => to.destroy());
      from.on('error', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    silence: () => void (isSilent = true),
    heal: () => void (isSilent = false),
  };
}
