/**
 * What one call costs over HTTP on this machine: a claim, pushes of one team and of many, and a cold start.
 * `--claims 500`, `--pushes 1000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createId, createSecret, hashSecret } from '#server/auth.ts';
import { openStore } from '#server/listen.ts';
import { insertDevice } from '#server/store/devices.ts';
import { saveMember } from '#server/store/members.ts';
import { insertTeam } from '#server/store/teams.ts';
import { aSighting, aSnippet } from '#server/testing/builders.ts';
import { startPrivatePostgres } from '#server/testing/private-postgres.ts';
import { toDevice } from '#server/testing/test-device.ts';
import type { TestDevice } from '#server/testing/test-device.ts';
import { percentile, readFlag, startChild } from './child-server.ts';
import { keep, printTable } from './measure.ts';

const CLAIMS = readFlag('claims', 200);
const PUSHES = readFlag('pushes', 4_800);
const WRITERS = 24;
const TEAMS = 100;
const BATCH = 200;
const BATCHES = 12;

const member = { id: 'ada', name: 'Ada Example', role: 'owner' as const, handles: [] };

type Env = Record<string, string>;

/** Makes teams beside the server, each with one device: a server makes only its first one. */
async function makeTeams(env: Env, origin: string, devicesOf: number[]): Promise<TestDevice[][]> {
  const store = await openStore({ data: env.BENCH_DATA ?? '', databaseUrl: env.DATABASE_URL });
  const teams: TestDevice[][] = [];
  await store.transaction(async (tx) => {
    for (const count of devicesOf) {
      const [teamId, epoch] = [createId(), createId()];
      await insertTeam(tx, { id: teamId, name: 'Team', epoch });
      await saveMember(tx, teamId, member);
      const devices: TestDevice[] = [];
      for (let n = 0; n < count; n += 1) {
        const [token, deviceId] = [createSecret(teamId), createId()];
        const tokenHash = hashSecret(token);
        await insertDevice(tx, { teamId, deviceId, memberId: 'ada', name: '', tokenHash });
        const team = { id: teamId, name: 'Team' };
        devices.push(toDevice(origin, { token, deviceId, member, team, epoch }));
      }
      teams.push(devices);
    }
  });
  await store.close();
  return teams;
}

/** The time of each claim and release, one after the other, ms. */
async function timeClaims(device: TestDevice): Promise<number[]> {
  await device.push(aSighting({ id: '1' }));
  const times: number[] = [];
  for (let n = 0; n < CLAIMS; n += 1) {
    const startedAt = performance.now();
    const { claim } = await device.claim({ action: 'take', threadId: 'x:1' });
    times.push(performance.now() - startedAt);
    await device.claim({ action: 'release', threadId: 'x:1', fence: claim?.fence ?? 0 });
  }
  return times.slice(Math.min(20, CLAIMS >> 1));
}

/** Pushes a second with all devices at once. */
async function ratePushes(devices: readonly TestDevice[], pushes: number, batch: number) {
  const each = Math.ceil(pushes / devices.length);
  const startedAt = performance.now();
  await Promise.all(
    devices.map(async (device, name) => {
      for (let n = 0; n < each; n += 1) {
        const ids = Array.from({ length: batch }, (_, index) => `r${name}-${n}-${index}-${batch}`);
        await device.push(...ids.map(aSnippet));
      }
    }),
  );
  return (each * devices.length) / ((performance.now() - startedAt) / 1_000);
}

async function timeStart(env: Env): Promise<number> {
  const startedAt = performance.now();
  const server = await startChild('serve.ts', env);
  const seconds = (performance.now() - startedAt) / 1_000;
  await server.kill();
  return seconds;
}

async function measure(store: string, env: Env) {
  const firstStart = await timeStart(env);
  const server = await startChild('serve.ts', env);
  const devicesOf = [WRITERS, ...Array.from({ length: TEAMS }, () => 1)];
  const [one = [], ...many] = await makeTeams(env, server.url, devicesOf);
  const claims = await timeClaims(one[0] as TestDevice);
  const figures = {
    store,
    'claim p50 ms': percentile(claims, 0.5).toFixed(1),
    'claim p99 ms': percentile(claims, 0.99).toFixed(1),
    'pushes/s, one team': Math.round(await ratePushes(one, PUSHES, 1)),
    [`pushes/s, ${TEAMS} teams`]: Math.round(await ratePushes(many.flat(), PUSHES, 1)),
    [`facts/s by ${BATCH}`]: Math.round(
      (await ratePushes(one.slice(0, 3), BATCHES, BATCH)) * BATCH,
    ),
    'first start s': firstStart.toFixed(2),
  };
  await server.kill();
  return { ...figures, 'start with data s': (await timeStart(env)).toFixed(2) };
}

const folder = mkdtempSync(join(tmpdir(), 'hearback-round-trip-'));
const postgres = await startPrivatePostgres();
try {
  const rows = [
    await measure('SQLite', { BENCH_DATA: join(folder, 'team.sqlite') }),
    await measure('PostgreSQL', { DATABASE_URL: await postgres.createDatabase() }),
  ];
  printTable(rows);
  keep('round-trip', { WRITERS, TEAMS, BATCH, rows });
} finally {
  await postgres.end();
  rmSync(folder, { recursive: true, force: true });
}
