/** Data and servers of older versions (reliability.md F39). */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it, onTestFinished } from 'vitest';
import { createSecret, hashSecret } from '../auth.ts';
import { startServer } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { needPostgres, onEachStore } from '../testing/on-each-store.ts';
import { ask, toDevice, toOutcomes } from '../testing/test-device.ts';
import { createTestClock } from '../testing/test-server.ts';
import { writeAsVersionOne, writeVersionOne } from '../testing/version-one.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

const folder = new URL('./migrations/', import.meta.url);

/** Databases out there have had these files; a change comes in a new one. */
const shipped: Record<string, string> = {
  '001-first-tables.sql': '4700b4cce770de8a',
  '002-reliability.sql': '2225a7f1209c5856',
  '003-sightings.sql': 'eda8fb1061edf877',
};

it('changes no migration that databases have had', () => {
  const hashes = Object.fromEntries(
    readdirSync(folder).map((name) => {
      const text = readFileSync(new URL(name, folder));
      return [name, createHash('sha256').update(text).digest('hex').slice(0, 16)];
    }),
  );
  expect(hashes).toMatchObject(shipped);
});

onEachStore((store) => {
  /** A place with the data of version 1, and the tokens of its two browsers. */
  async function aPlaceOfVersionOne() {
    const path = mkdtempSync(join(tmpdir(), 'hearback-version-'));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    const data = join(path, 'team.sqlite');
    const databaseUrl =
      store === 'postgres' ? await (await needPostgres()).createDatabase() : undefined;
    const clock = createTestClock();
    const open = async () =>
      databaseUrl === undefined ? openSqlite(data, clock) : openPostgres(databaseUrl, clock);
    const [ada, ben] = [createSecret('t'), createSecret('t')];
    const database = await open();
    const hashes = { ada: hashSecret(ada), ben: hashSecret(ben) };
    await database.transaction((tx) => writeVersionOne(tx, hashes));
    await database.close();
    const start = () => startServer({ port: 0, data, databaseUrl, clock, log: silentLogger });
    return { open, start, tokens: { ada, ben }, data };
  }

  /** The device of a token, as its browser knows itself. */
  async function toDeviceOf(origin: string, token: string) {
    const me = (await ask(origin, 'GET', '/v1/me', { token })).body as {
      lastMid: number;
      deviceId: string;
    };
    const joined = { token, epoch: 'epoch-1', deviceId: me.deviceId };
    return toDevice(origin, joined as never, me.lastMid);
  }

  it('goes on with a team of version 1 as if nothing had happened', async () => {
    const { start, tokens } = await aPlaceOfVersionOne();
    const server = await start();
    onTestFinished(() => server.close());
    const [ada, ben] = [
      await toDeviceOf(server.url, tokens.ada),
      await toDeviceOf(server.url, tokens.ben),
    ];
    expect(ben.mid).toBe(3);
    const { rows, cursor } = await ada.snapshot();
    expect(rows.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'thread x:1',
      'thread x:2',
      'reply x:9',
      'brand acme',
      'member ada',
      'member ben',
    ]);
    const page = await ask(server.url, 'GET', '/v1/pull?epoch=epoch-1&seq=3&mark=mark-3', {
      token: tokens.ben,
    });
    expect(page).toMatchObject({ status: 200, body: { more: false, retentionDays: 90 } });
    const renewal = { action: 'renew', threadId: 'x:1', fence: 4 } as const;
    expect(await ben.claim(renewal)).toMatchObject({ granted: true, claim: { fence: 4 } });
    expect(
      toOutcomes(await ben.push(aSighting({ id: 'new' }), aReply({ threadId: 'x:1' }))),
    ).toEqual(['ok', 'ok']);
    expect((await ada.pull(cursor)).changes.length).toBeGreaterThan(0);
    expect((await ben.ask('POST', '/v1/devices/rotate', {})).status).toBe(200);
    expect((await ada.ask('POST', '/v1/erase', { postKey: 'x:2' })).status).toBe(200);
  });

  it('serves beside a server of version 1, which writes the same tables', async () => {
    const { open, start, tokens } = await aPlaceOfVersionOne();
    const server = await start();
    onTestFinished(() => server.close());
    const old = await open();
    const token = createSecret('t');
    const given = await old.transaction((tx) => writeAsVersionOne(tx, hashSecret(token)), 't');
    await old.close();
    expect(given).toEqual(['member', 0, 1, 7]);
    const cem = await toDeviceOf(server.url, token);
    expect(toOutcomes(await cem.push(aSighting({ id: 'by-cem' })))).toEqual(['ok']);
    const ada = await toDeviceOf(server.url, tokens.ada);
    const { changes } = await ada.pull({ epoch: 'epoch-1', seq: 6, mark: 'mark-6' });
    expect(changes.map(({ seq, id }) => [seq, id])).toEqual([
      [7, 'l1'],
      [8, 'x:by-cem'],
    ]);
    const guard = await ada.ask('POST', '/v1/guard', { threadId: 'x:3', knownReplyIds: [] });
    expect(guard.body).toMatchObject({ claim: { memberId: 'cem' }, replies: [{ id: 'x:10' }] });
  });

  it.runIf(store === 'sqlite')(
    'lets a server of version 1 go on that has its statements ready',
    async () => {
      const { start, data } = await aPlaceOfVersionOne();
      const old = new DatabaseSync(data);
      onTestFinished(() => old.close());
      const ready = old.prepare('SELECT * FROM thread WHERE team_id = ? AND id = ?');
      expect(ready.get('t', 'x:1')).toMatchObject({ holder: 'ben', fence: 4 });
      await (await start()).close();
      expect(ready.get('t', 'x:1')).toMatchObject({ holder: 'ben', fence: 4, seq: 4 });
    },
  );
});
