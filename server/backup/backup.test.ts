import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '../listen.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { runCli, spawnCli, startByCli } from '../testing/test-cli.ts';
import { joinAs, toDevice } from '../testing/test-device.ts';
import { isSqliteFile } from './sqlite-file.ts';
import { countRows, tables } from './tables.ts';

// Each command is a process of its own, and they start slowly on a busy machine.
vi.setConfig({
  testTimeout: 120_000 + Number(process.env.HEARBACK_KILLS ?? 0) * 5_000,
  hookTimeout: 60_000,
});

let folder: string;
let data: string;
let saved: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-backup-'));
  data = join(folder, 'team.sqlite');
  saved = join(folder, 'saved');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A team with some history, its server still running. */
async function startTeam(databaseUrl?: string) {
  const server = await startByCli(databaseUrl === undefined ? { data } : { databaseUrl });
  const device = await joinAs(server.ownerLink ?? '', 'Ada Example');
  await device.push(aSighting({ id: '1' }), aReply(), aSighting({ id: '2', text: 'Ünï \u0000' }));
  return { server, device };
}

const run = (...args: string[]) => runCli([...args, '--data', data]);

async function readEpochs(place: { data: string; databaseUrl?: string }): Promise<string[]> {
  const store = await openStore(place);
  const rows = await store.all('SELECT epoch FROM team ORDER BY team_id');
  await store.close();
  return rows.map(({ epoch }) => String(epoch));
}

async function count(place: { data: string; databaseUrl?: string }) {
  const store = await openStore(place);
  const counts = await countRows(store);
  await store.close();
  return counts;
}

it('knows every table that the migrations make', async () => {
  const store = await openStore({ data });
  const rows = await store.all("SELECT name FROM sqlite_master WHERE type = 'table'");
  await store.close();
  // These say of the one database what it is, and not what is in it.
  const own = new Set(['migration', 'lineage']);
  const names = rows.map(({ name }) => String(name)).filter((name) => !own.has(name));
  expect(Object.keys(tables).sort()).toEqual(names.sort());
});

it('backs up beside a running server into one sound file that only its owner reads', async () => {
  const { server, device } = await startTeam();
  const { code, out } = await run('backup', '--to', saved);
  await device.push(aSighting({ id: 'later' }));
  await server.end();
  expect([code, out]).toMatchObject([0, expect.stringContaining('thread 2, reply 1')]);
  expect(isSqliteFile(saved)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('saved'))).toEqual(['saved']);
});

it('writes over no file', async () => {
  writeFileSync(saved, 'mine');
  const { code, err } = await run('backup', '--to', saved);
  expect([code, err]).toMatchObject([1, expect.stringContaining('exists already')]);
  expect(readFileSync(saved, 'utf8')).toBe('mine');
});

it('restores under a new epoch, keeping the data of before', async () => {
  const { server, device } = await startTeam();
  await run('backup', '--to', saved);
  await device.push(aSighting({ id: 'later' }));
  const refused = await run('restore', '--from', saved);
  expect([refused.code, refused.err]).toMatchObject([
    1,
    expect.stringContaining('Another Hearback server is using'),
  ]);
  await server.end();

  const { code, out } = await run('restore', '--from', saved);
  expect(code).toBe(0);
  const kept = /in (\S+\.sqlite\.before-restore-\S+)\./.exec(out)?.[1] ?? '';
  expect((await count({ data: kept })).thread).toBe(3);
  expect(await readEpochs({ data })).not.toEqual(await readEpochs({ data: kept }));

  const again = await startByCli({ data });
  const back = toDevice(again.origin, device.joined);
  const stale = await back.ask('GET', `/v1/pull?epoch=${device.joined.epoch}&seq=0&mark=`);
  expect(stale).toMatchObject({ status: 410, body: { code: 'reset' } });
  const { rows } = await back.snapshot();
  expect(rows.filter(({ kind }) => kind === 'thread')).toHaveLength(2);
  const { body } = await back.ask('GET', '/v1/me');
  expect(body).toMatchObject({ lastMid: 3 });
  await again.end();
});

it.each([
  ['garbage', 'not a database'],
  ['a cut file', ''],
])('restores no %s, touching nothing', async (what, text) => {
  const { server } = await startTeam();
  await run('backup', '--to', saved);
  await server.end();
  const whole = readFileSync(saved);
  writeFileSync(saved, what === 'garbage' ? text : whole.subarray(0, whole.length / 2));
  const before = await readEpochs({ data });
  const { code, err } = await run('restore', '--from', saved);
  expect(code).toBe(1);
  expect(err).not.toContain('    at ');
  expect(await readEpochs({ data })).toEqual(before);
});

/** Kills of each command in the test below; `HEARBACK_KILLS=200` for a long run. */
const KILLS = Number(process.env.HEARBACK_KILLS ?? 10);

it('leaves a usable store when a restore or a backup is killed at any moment', async () => {
  const { server, device } = await startTeam();
  // Enough to copy that kills fall into the work, not only before and after it.
  const long = 'My Acme kettle. '.repeat(600);
  for (let from = 0; from < 300; from += 60) {
    const posts = Array.from({ length: 60 }, (_, n) =>
      aSighting({ id: `l${from + n}`, text: long }),
    );
    await device.push(...posts);
  }
  await run('backup', '--to', saved);
  await server.end();
  const expected = (await count({ data })).thread;
  expect(expected).toBe(302);
  const toArgs = (command: 'restore' | 'backup', to: string) =>
    command === 'restore'
      ? ['restore', '--from', saved, '--data', data]
      : ['backup', '--to', to, '--data', data];
  const killed = { restore: 0, backup: 0 };
  for (const command of ['restore', 'backup'] as const) {
    const started = performance.now();
    expect((await runCli(toArgs(command, join(folder, 'whole')))).code).toBe(0);
    const wholeMs = performance.now() - started;
    for (let round = 0; round < KILLS; round += 1) {
      const child = spawnCli(toArgs(command, join(folder, `killed-${round}`)));
      // Spread over the whole of it: the first third is the start of the process.
      const timer = setTimeout(
        () => child.kill('SIGKILL'),
        wholeMs * (0.3 + (0.75 * (round + 0.5)) / KILLS),
      );
      await once(child, 'exit');
      clearTimeout(timer);
      if (child.signalCode === 'SIGKILL') killed[command] += 1;
      expect((await count({ data })).thread).toBe(expected);
      // Whatever has its final name is whole.
      for (const name of readdirSync(folder).filter((one) => /^killed-\d+$/.test(one))) {
        expect((await count({ data: join(folder, name) })).thread).toBe(expected);
      }
    }
  }
  expect([killed.restore, killed.backup].every((kills) => kills >= KILLS / 3)).toBe(true);
  const { code } = await run('doctor');
  expect(code).toBe(0);
});

onPostgres(() => {
  const createDatabase = async () => (await needPostgres()).createDatabase();

  it('backs up and restores PostgreSQL, into an empty database alone', async () => {
    const env = { DATABASE_URL: await createDatabase() };
    const { server, device } = await startTeam(env.DATABASE_URL);
    const backedUp = await runCli(['backup', '--to', saved], env);
    expect(backedUp).toMatchObject({ code: 0, err: '' });
    await device.push(aSighting({ id: 'later' }));
    await server.end();

    const refused = await runCli(['restore', '--from', saved], env);
    expect([refused.code, refused.err]).toMatchObject([1, expect.stringContaining('--force')]);
    const before = await readEpochs({ data, databaseUrl: env.DATABASE_URL });
    expect((await runCli(['restore', '--from', saved, '--force'], env)).code).toBe(0);
    const place = { data, databaseUrl: env.DATABASE_URL };
    expect((await count(place)).thread).toBe(2);
    expect(await readEpochs(place)).not.toEqual(before);

    const other = { DATABASE_URL: await createDatabase() };
    expect((await runCli(['restore', '--from', saved], other)).code).toBe(0);
    const restored = await count({ data, databaseUrl: other.DATABASE_URL });
    expect(restored).toEqual(await count(place));
  });

  it('restores no lines that were changed or cut short', async () => {
    const env = { DATABASE_URL: await createDatabase() };
    const { server } = await startTeam(env.DATABASE_URL);
    await runCli(['backup', '--to', saved], env);
    await server.end();
    const lines = readFileSync(saved, 'utf8').split('\n');
    const spoiled = [
      lines.slice(0, -3).join('\n'),
      lines.filter((_, index) => index !== 4).join('\n'),
      lines.join('\n').replace('Ada', 'Eve'),
    ];
    for (const text of spoiled) {
      writeFileSync(saved, text);
      const { code, err } = await runCli(['restore', '--from', saved, '--force'], env);
      expect([code, err]).toMatchObject([1, expect.stringContaining('damaged')]);
    }
    expect((await count({ data, databaseUrl: env.DATABASE_URL })).thread).toBe(2);
  });

  it('moves a team from SQLite to PostgreSQL with its numbers, its marks, its tokens', async () => {
    const { server, device } = await startTeam();
    const { changes } = await device.pull();
    const databaseUrl = await createDatabase();
    const busy = await run('migrate-to-postgres', '--to', databaseUrl);
    expect(busy.code).toBe(1);
    await server.end();
    const before = readFileSync(data);
    const moved = await run('migrate-to-postgres', '--to', databaseUrl);
    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(data).equals(before)).toBe(true);
    expect((await run('migrate-to-postgres', '--to', databaseUrl)).code).toBe(1);

    const again = await startByCli({ databaseUrl });
    const [epoch = ''] = await readEpochs({ data, databaseUrl });
    const back = toDevice(again.origin, { ...device.joined, epoch }, device.mid);
    expect(epoch).not.toBe(device.joined.epoch);
    expect((await back.pull()).changes).toEqual(changes);
    await back.push(aSighting({ id: 'after' }));
    expect((await back.pull()).changes.at(-1)?.seq).toBe((changes.at(-1)?.seq ?? 0) + 1);
    await again.end();
  });
});

it('names PostgreSQL for backups of it', async () => {
  writeFileSync(saved, '{"hearback":"backup","tables":1}\n');
  const { code, err } = await run('restore', '--from', saved);
  expect([code, err]).toMatchObject([1, expect.stringContaining('set DATABASE_URL')]);
  expect(existsSync(data)).toBe(false);
});
