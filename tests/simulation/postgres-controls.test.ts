/** The mistakes that need writers who overlap: two of them on one PostgreSQL, held at the very statement. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { expect, test } from 'vitest';
import { createApp } from '#server/app.ts';
import { createHub } from '#server/hub.ts';
import { openStore, startServer } from '#server/listen.ts';
import { noNotifier } from '#server/live/notifier.ts';
import { silentLogger } from '#server/log.ts';
import { appendChanges } from '#server/store/changes.ts';
import type { Database, Sql } from '#server/store/database.ts';
import { insertTeam } from '#server/store/teams.ts';
import { aSighting } from '#server/testing/builders.ts';
import { needPostgres, onPostgres } from '#server/testing/on-each-store.ts';
import { joinAs, toDevice } from '#server/testing/test-device.ts';
import { createTestClock } from '#server/testing/test-server.ts';
import { goLive } from '#server/testing/test-socket.ts';
import { judgeAppends } from './linearizability/appends.ts';
import { pause } from './linearizability/callers.ts';
import { rewriteStatements } from './linearizability/rewritten-store.ts';

const TEAM = 'team';
/** A writer waits so long for the other, ms: where rows are locked, the other cannot go first and never comes. */
const HELD_MS = { locked: 400, free: 20_000 };

/** Polls after which a socket that was told nothing never will be. */
const ROUNDS = 60;

const serial = (sql: string) =>
  sql.startsWith('UPDATE team SET seq = seq + ?')
    ? `SELECT nextval('serial') + 0 * CAST(? AS BIGINT) AS seq, db_now() AS now, NULL AS mark
         WHERE CAST(? AS TEXT) || CAST(? AS TEXT) IS NOT NULL AND CAST(? AS BIGINT) > 0`
    : sql;

async function openTwo(rewrite: (sql: string) => string): Promise<[Database, Database]> {
  const databaseUrl = await (await needPostgres()).createDatabase();
  const open = async () => rewriteStatements(await openStore({ data: '', databaseUrl }), rewrite);
  const [one, other] = [await open(), await open()];
  await one.run('CREATE SEQUENCE serial');
  await insertTeam(one, { id: TEAM, name: 'Acme', epoch: 'e' });
  return [one, other];
}

/** Writes one change; `before` and `after` hold it at the numbering. */
async function write(
  store: Database,
  id: string,
  before: () => Promise<void>,
  after: () => Promise<void>,
): Promise<void> {
  await store.transaction(async (tx: Sql) => {
    // Takes part in the transaction from here on, as any write before the numbering does.
    await tx.run('INSERT INTO suppressed (team_id, hash, at) VALUES (?, ?, db_now())', [TEAM, id]);
    await before();
    const touched = { kind: 'library' as const, id, body: {}, reason: null };
    await appendChanges(tx, TEAM, [touched], { memberId: null, deviceId: null });
    await after();
  });
}

/** A moment that others wait for, but not for ever. */
function moment(heldMs: number) {
  let come: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => {
    come = resolve;
  });
  return { come, wait: () => Promise.race([reached, pause(heldMs)]) };
}

/** Reads behind its cursor while two writers overlap, and once more when they are done. */
async function overlap(rewrite: (sql: string) => string, filter: string): Promise<string[]> {
  const [one, other] = await openTwo(rewrite);
  try {
    const ids: string[] = [];
    let cursor = 0;
    const read = async () => {
      const rows = await one.all(
        `SELECT seq, id FROM change WHERE team_id = ? AND seq > ? ${filter} ORDER BY seq`,
        [TEAM, cursor],
      );
      for (const { id, seq } of rows) {
        ids.push(String(id));
        cursor = Number(seq);
      }
    };
    const heldMs = rewrite === serial ? HELD_MS.free : HELD_MS.locked;
    const [begun, numbered, committed] = [moment(heldMs), moment(heldMs), moment(heldMs)];
    // The first to begin is numbered last and commits first; the second is numbered in between.
    const first = write(
      one,
      'first',
      async () => {
        begun.come();
        await numbered.wait();
      },
      async () => undefined,
    ).then(committed.come);
    const second = begun.wait().then(() =>
      write(
        other,
        'second',
        async () => undefined,
        async () => {
          numbered.come();
          await committed.wait();
          await read();
        },
      ),
    );
    await Promise.all([first, second]);
    await read();
    const acknowledged = new Map([
      ['one', ['first']],
      ['other', ['second']],
    ]);
    return judgeAppends({ acknowledged, unsure: new Set(), read: new Map([['reader', ids]]) });
  } finally {
    await one.close();
    await other.close();
  }
}

const XMIN = `AND change.xmin::TEXT::BIGINT < pg_snapshot_xmin(pg_current_snapshot())::TEXT::BIGINT`;
const asIs = (sql: string) => sql;

onPostgres(() => {
  test('a serial cursor is caught', async () => {
    expect(await overlap(serial, '')).toEqual(['second of other is lost']);
  }, 60_000);

  test('a filter by xmin that is ordered by number is caught', async () => {
    expect(await overlap(serial, XMIN)).toEqual(['second of other is lost']);
  }, 60_000);

  test('the counter in the team’s row loses nothing in the same schedule', async () => {
    expect(await overlap(asIs, '')).toEqual([]);
  }, 60_000);

  test('notifications alone, without the poll, are caught', async () => {
    const noPoll = (sql: string) =>
      sql.startsWith('SELECT team_id, epoch, seq FROM team WHERE') ? `${sql} AND 1 = 0` : sql;
    expect(await isToldByOther(asIs)).toBe(true);
    expect(await isToldByOther(noPoll)).toBe(false);
  }, 60_000);
});

/** Two server processes whose notifications are all lost: is a socket of one told of what the other wrote? */
async function isToldByOther(rewrite: (sql: string) => string): Promise<boolean> {
  const databaseUrl = await (await needPostgres()).createDatabase();
  const writer = await startServer({ port: 0, data: '', databaseUrl, log: silentLogger });
  const store = rewriteStatements(await openStore({ data: '', databaseUrl }), rewrite);
  const clock = createTestClock();
  const http = createServer();
  const publicUrl = () => writer.url;
  const parts = { store, clock, log: silentLogger, publicUrl };
  const hub = createHub({ ...parts, notifier: noNotifier, tickMs: 0 });
  http.on('request', getRequestListener(createApp({ ...parts, hub }).fetch));
  hub.attach(http);
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = http.address() as AddressInfo;
  try {
    const device = await joinAs(writer.ownerLink ?? '', 'Ada Example');
    const socket = await goLive(toDevice(`http://127.0.0.1:${port}`, device.joined));
    clock.advance(2_500);
    await hub.tick();
    await device.push(aSighting());
    let isTold = false;
    for (let round = 0; round < ROUNDS && !isTold; round += 1) {
      clock.advance(2_500);
      await hub.tick();
      await pause(25);
      isTold = socket.waiting('changes').length + socket.waiting('poke').length > 0;
    }
    socket.ws.close();
    return isTold;
  } finally {
    await hub.close();
    http.closeAllConnections();
    http.close();
    await store.close();
    await writer.close();
  }
}
