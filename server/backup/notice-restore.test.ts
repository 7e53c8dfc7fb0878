/** A server notices by itself that its data went back in time (docs/decisions/0012-noticing-a-restore.md). */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import { startServer } from '../listen.ts';
import { silentLogger } from '../log.ts';
import type { Logger } from '../log.ts';
import { StoreUnavailableError } from '../store/database.ts';
import type { Database } from '../store/database.ts';
import { migrate } from '../store/migrate.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import { insertTeam, loadTeam } from '../store/teams.ts';
import { aSighting } from '../testing/builders.ts';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { runCli } from '../testing/test-cli.ts';
import { createTestClock, startTestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';
import { backUpSqlite } from './sqlite-file.ts';
import { rotateIfBehind, watchPostgres, watchSqlite } from './notice-restore.ts';

// A failover copies a whole cluster and starts it, beside whatever else the machine does.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const clock = createTestClock();

/** A log that keeps what was told. */
function aLog(): Logger & { told: string[] } {
  const told: string[] = [];
  const note = (event: string, fields?: { code?: string | number }) =>
    void told.push([event, fields?.code].filter(Boolean).join(' '));
  return { told, info: note, error: note };
}

async function makeTeam(store: Database): Promise<void> {
  await migrate(store);
  const team = { id: 'team', name: 'Team', epoch: 'first' };
  await store.transaction((tx) => insertTeam(tx, team), 'team');
}

const readEpoch = async (store: Database) => (await loadTeam(store, 'team'))?.epoch;
/** How often the team's history was said to be another one. */
const countRestores = async (store: Database) =>
  Number((await store.get("SELECT COUNT(*) AS n FROM audit WHERE action = 'team.restored'"))?.n);

describe('a SQLite file', () => {
  let data: string;
  beforeEach(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-notice-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    data = join(folder, 'team.sqlite');
    const store = openSqlite(data, clock);
    await makeTeam(store);
    await store.close();
  });

  /** A server's life from start to end; what it ends with, and whether it is killed. */
  async function live(work: (store: Database) => unknown = () => undefined, isKilled = false) {
    const log = aLog();
    const store = openSqlite(data, clock);
    const watch = await watchSqlite(store, data, log);
    await work(store);
    const epoch = await readEpoch(store);
    if (!isKilled) await watch.close();
    await store.close();
    return { epoch, told: log.told };
  }

  const copy = () => copyFileSync(data, `${data}.copy`);
  const putBack = () => copyFileSync(`${data}.copy`, data);

  it('keeps its epoch over first and later starts, ends and kills', async () => {
    for (const isKilled of [false, true, true, false]) {
      expect(await live(undefined, isKilled)).toEqual({ epoch: 'first', told: [] });
    }
  });

  it('gets a new one when a copy is put back, once', async () => {
    await live();
    copy();
    await live();
    putBack();
    const { epoch, told } = await live();
    expect([epoch === 'first', told]).toEqual([false, ['restore.noticed']]);
    expect(await live()).toEqual({ epoch, told: [] });
    expect((await live(countRestores)).epoch).toBe(epoch);
  });

  it('gets a new one when a copy is put back that was taken beside a running server', async () => {
    await live(() => void backUpSqlite(data, `${data}.copy`));
    putBack();
    expect((await live()).epoch).not.toBe('first');
  });

  it('gets a new one when a copy of before the update is put back, or it comes alone', async () => {
    copy();
    await live();
    putBack();
    const { epoch } = await live();
    expect(epoch).not.toBe('first');
    rmSync(`${data}.lineage`);
    expect((await live()).epoch).not.toBe(epoch);
  });

  it('gets a new one although the first try was cut off', async () => {
    await live();
    copy();
    await live();
    putBack();
    const store = openSqlite(data, clock);
    const full = { ...store, transaction: () => Promise.reject(new StoreUnavailableError('full')) };
    const log = aLog();
    await watchSqlite(full, data, log);
    expect([await readEpoch(store), log.told]).toEqual(['first', ['restore.failed']]);
    await store.close();
    expect((await live()).epoch).not.toBe('first');
  });

  it('keeps it where a change of its name was cut off', async () => {
    await live();
    const store = openSqlite(data, clock);
    const full = { ...store, transaction: () => Promise.reject(new StoreUnavailableError('full')) };
    await watchSqlite(full, data, silentLogger);
    await store.close();
    expect(await live()).toEqual({ epoch: 'first', told: [] });
  });

  it('has one new epoch after a restore by the command line', async () => {
    await live();
    await runCli(['backup', '--data', data, '--to', `${data}.saved`]);
    await live();
    expect((await runCli(['restore', '--data', data, '--from', `${data}.saved`])).code).toBe(0);
    const store = openSqlite(data, clock);
    const epoch = await readEpoch(store);
    await store.close();
    expect(epoch).not.toBe('first');
    expect(await live()).toEqual({ epoch, told: [] });
  });

  it('is served with its name beside it, which changes with each life', async () => {
    const served = async () => {
      const server = await startServer({ port: 0, data, log: silentLogger });
      await server.close();
      return readFileSync(`${data}.lineage`, 'utf8');
    };
    expect(await served()).not.toBe(await served());
    writeFileSync(`${data}.lineage`, 'of another file\n');
    await served();
    expect((await live()).epoch).not.toBe('first');
    expect(existsSync(`${data}.lineage`)).toBe(true);
  });
});

it('gives new epochs once, whoever finds first that a history has become shorter', async () => {
  const store = openSqlite(':memory:', clock);
  onTestFinished(() => store.close());
  const memory: Database = {
    ...store,
    // The second connection of a file in memory sees another one.
    get: (sql, params) => store.transaction((tx) => tx.get(sql, params)),
  };
  await makeTeam(memory);
  const reached = { teamId: 'team', epoch: 'first', seq: 3 };
  expect(await rotateIfBehind(memory, { ...reached, seq: 0 })).toBe(false);
  expect(await rotateIfBehind(memory, reached)).toBe(true);
  expect(await rotateIfBehind(memory, reached)).toBe(false);
});

onPostgres(() => {
  async function aDatabase() {
    const url = await (await needPostgres()).createDatabase();
    const open = async () => {
      const store = await openPostgres(url, clock);
      onTestFinished(() => store.close());
      return store;
    };
    const store = await open();
    await makeTeam(store);
    return { url, open, store };
  }

  it('keeps its epoch while it is the same', async () => {
    const { store } = await aDatabase();
    const log = aLog();
    const watch = await watchPostgres(store, log);
    await watch.look();
    await (await watchPostgres(store, log)).look();
    await (await needPostgres()).crash();
    await (await needPostgres()).start();
    await watch.look();
    expect([await readEpoch(store), log.told]).toEqual(['first', []]);
  });

  it('gives a new one after a failover, once, however many servers there are', async () => {
    const postgres = await needPostgres();
    const { store, open } = await aDatabase();
    const stores = [store, await open(), await open()];
    const log = aLog();
    const watches = await Promise.all(stores.map((one) => watchPostgres(one, log)));
    await postgres.keepStandby();
    await postgres.failOver();
    await Promise.all(watches.map((watch) => watch.look()));
    await Promise.all(watches.map((watch) => watch.look()));
    expect(await readEpoch(store)).not.toBe('first');
    expect([await countRestores(store), log.told]).toEqual([1, ['restore.noticed']]);
    await watchPostgres(store, log);
    expect(log.told).toEqual(['restore.noticed']);
  });

  it('gives a new one when our tables were made anew, as a restored dump makes them', async () => {
    const { store } = await aDatabase();
    const { look } = await watchPostgres(store, silentLogger);
    await store.run('CREATE TABLE copied AS SELECT * FROM team');
    await store.run('ALTER TABLE team RENAME TO former');
    await store.run('ALTER TABLE copied RENAME TO team');
    await look();
    expect(await readEpoch(store)).not.toBe('first');
  });

  it('gives a new one at the next start when an admin says so, whatever it may see', async () => {
    const { store } = await aDatabase();
    await watchPostgres(store, silentLogger);
    await store.run(`UPDATE lineage SET value = '{"table":"another"}'`);
    await watchPostgres(store, silentLogger);
    await watchPostgres(store, silentLogger);
    expect(await countRestores(store)).toBe(1);
  });

  it('says once what it is not let see, goes on, and quarrels with no server that is', async () => {
    const { store } = await aDatabase();
    const blind: Database = {
      ...store,
      get: (sql, params) =>
        /pg_control|pg_walfile/.test(sql)
          ? Promise.reject(new Error('permission denied for function'))
          : store.get(sql, params),
    };
    const log = aLog();
    const [far, near] = [await watchPostgres(store, log), await watchPostgres(blind, log)];
    for (const { look } of [far, near, far, near]) await look();
    expect(log.told).toEqual(['restore.unnoticeable system', 'restore.unnoticeable timeline']);
    expect(await readEpoch(store)).toBe('first');
  });

  it('fails without a word of its own while the database is away', async () => {
    const { store } = await aDatabase();
    const { look } = await watchPostgres(store, silentLogger);
    const away: Database = {
      ...store,
      get: () => Promise.reject(new StoreUnavailableError('away')),
    };
    await expect(watchPostgres(away, silentLogger)).rejects.toThrow(StoreUnavailableError);
    await look();
  });

  it('tells live sockets of a failover that the server outlived', async () => {
    const postgres = await needPostgres();
    const team = await startTestTeam({ store: 'postgres' });
    onTestFinished(() => team.end());
    await postgres.keepStandby();
    await team.member.push(aSighting({ id: 'lost' }));
    const before = await team.member.pull();
    const live = await goLive(team.owner);
    // Before the failover: the word may come while that is still going on.
    const waiting = live.next('poke');
    await postgres.failOver();
    // By the test's clock, which moves on with each beat, the heads are read every two seconds.
    for (let isPoked = false; !isPoked;) {
      live.send({ type: 'hb' });
      team.clock.advance(HEARTBEAT_MS);
      isPoked = await Promise.race([waiting.then(() => true), live.next('hb').then(() => false)]);
    }
    const { epoch, seq, mark } = before.next;
    const query = new URLSearchParams({ epoch, seq: `${seq}`, mark });
    expect((await team.member.ask('GET', `/v1/pull?${query}`)).status).toBe(410);
    expect((await team.member.ask('GET', '/v1/me')).body).not.toMatchObject({ epoch });
  });
});
