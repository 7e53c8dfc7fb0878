import { chmodSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openStore } from '../listen.ts';
import { aSighting } from '../testing/builders.ts';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { runCli } from '../testing/test-cli.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { checkClock } from './check-clock.ts';
import { checkSqliteFile } from './check-sqlite.ts';
import { checkTeams } from './check-teams.ts';
import type { Finding } from './finding.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam();
  await team.member.push(aSighting({ id: '1' }), aSighting({ id: '2' }));
});
afterAll(() => team.end());

/** What fails after something was done to the data, which is undone at the end. */
async function failuresAfter(...statements: string[]): Promise<string[]> {
  const store = await openStore(team, team.clock);
  const findings: Finding[] = [];
  const undo = new Error('undo');
  await store
    .transaction(async (tx) => {
      for (const statement of statements) await tx.run(statement);
      findings.push(...(await checkTeams(tx)));
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  await store.close();
  return findings.filter(({ level }) => level === 'fail').map(({ what }) => what);
}

it('finds nothing wrong with sound data, beside its running server', async () => {
  expect(await failuresAfter()).toEqual([]);
  const { code, out } = await runCli(['doctor', '--data', team.data]);
  expect([code, out]).toMatchObject([0, expect.stringContaining('ok    history without holes')]);
});

it.each([
  ["DELETE FROM change WHERE kind = 'thread' AND id = 'x:1'", /history without holes/],
  ['UPDATE team SET seq = seq - 1', /newer than the history/],
  ["UPDATE thread SET holder = 'm', fence = 0", /every claim/],
  ['UPDATE device SET last_mid = 0', /results of facts/],
  ["UPDATE member SET role = 'member'", /0 of them owners/],
])('tells when somebody did: %s', async (statement, words) => {
  expect((await failuresAfter(statement)).join()).toMatch(words);
});

it('tells of clocks that differ', async () => {
  const store = await openStore(team, team.clock);
  const later = { now: () => team.clock.now() + 60_000 };
  const findings = [await checkClock(store, team.clock), await checkClock(store, later)];
  await store.close();
  expect(findings.map(({ level }) => level)).toEqual(['ok', 'warn']);
});

it('tells of a file that others may read', () => {
  chmodSync(team.data, 0o644);
  const warned = checkSqliteFile(team.data).filter(({ level }) => level === 'warn');
  expect(warned.map(({ todo }) => todo).join()).toContain('chmod 600');
  chmodSync(team.data, 0o600);
  expect(checkSqliteFile(team.data).map(({ what }) => what)).toContain(
    'rights of the file are 600',
  );
});

it('tells of a damaged file without opening it as data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-doctor-'));
  const copy = join(folder, 'saved');
  await runCli(['backup', '--data', team.data, '--to', copy]);
  const file = openSync(copy, 'r+');
  const middle = Math.floor(statSync(copy).size / 2 / 4_096) * 4_096;
  writeSync(file, Buffer.alloc(8_192, 0x5a), 0, 8_192, middle);
  const { code, out } = await runCli(['doctor', '--data', copy]);
  expect([code, out]).toMatchObject([1, expect.stringContaining('fail')]);
  expect(out).toContain('Restore the last good backup.');
  rmSync(folder, { recursive: true, force: true });
});

it('tells that there is no data, with what to do', async () => {
  const { code, out } = await runCli(['doctor', '--data', '/nowhere/team.sqlite']);
  expect([code, out]).toMatchObject([1, expect.stringContaining('there is no data at')]);
});

onPostgres(() => {
  it('looks at the settings of PostgreSQL', async () => {
    const DATABASE_URL = await (await needPostgres()).createDatabase();
    const { out } = await runCli(['doctor'], { DATABASE_URL });
    expect(out).toMatch(/fsync is (?:on|off)/);
    expect(out).toMatch(/synchronous_commit is /);
    expect(out).toContain('no team yet');
    expect(out).not.toContain(DATABASE_URL);
  });

  it('shows no address, which may hold a password, when it cannot connect', async () => {
    const DATABASE_URL = 'postgres://ada:secret@127.0.0.1:1/none';
    const { code, out, err } = await runCli(['doctor'], { DATABASE_URL });
    expect(code).toBe(1);
    expect(out + err).not.toContain('secret');
  });
});
