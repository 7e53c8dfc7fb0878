/**
 * Is a claim ever granted twice at once? 32 claimers race for 8 threads on each store, some of them pausing past
 * their lease. Time runs 20,000 times as fast, so that a lease of ten minutes is 30 ms. Grants are compared by the
 * store's own clock. `node tests/bench/claims.ts --attempts 1000000` for the long run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest } from '#utils/sync/wire.ts';
import type { ServerContext } from '#server/context.ts';
import { silentLogger } from '#server/log.ts';
import { createHub } from '#server/hub.ts';
import { openStore } from '#server/listen.ts';
import type { DataPlace } from '#server/listen.ts';
import { decideClaim } from '#server/services/claims.ts';
import type { Actor } from '#server/services/actor.ts';
import { StoreUnavailableError } from '#server/store/database.ts';
import { insertDevice } from '#server/store/devices.ts';
import { saveMember } from '#server/store/members.ts';
import { insertTeam } from '#server/store/teams.ts';
import { insertThread } from '#server/store/threads.ts';
import { aMatch, aPost } from '#server/testing/builders.ts';
import { startPrivatePostgres } from '#server/testing/private-postgres.ts';
import { readFlag } from './child-server.ts';
import { createRandom, keep, printTable } from './measure.ts';

const CLAIMERS = 32;
const THREADS = 8;
const ATTEMPTS = readFlag('attempts', 10_000);
/** PostgreSQL waits for the disk at each grant, so that a long run may want fewer there. */
const POSTGRES_ATTEMPTS = readFlag('postgres-attempts', ATTEMPTS);
const SPEED = 20_000;
const teamId = 'team';
const clock = { now: () => Math.floor(performance.now() * SPEED) };

/**
 * Lets `db_now()` of a PostgreSQL database run as fast, so that all pools share the database's own clock; made
 * before the first store is opened, it stays.
 */
async function quicken(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE FUNCTION db_now() RETURNS BIGINT LANGUAGE sql VOLATILE AS $now$
    SELECT ((EXTRACT(EPOCH FROM clock_timestamp()) - ${Math.floor(performance.timeOrigin / 1_000)})
      * 1000 * ${SPEED})::BIGINT $now$`);
  await client.end();
}

/** A holder under one fence: from the grant to the release, or to the end of the lease. */
interface Grant {
  fence: number;
  holder: string;
  from: number;
  until: number;
}

async function openContexts(place: DataPlace, processes: number): Promise<ServerContext[]> {
  const contexts: ServerContext[] = [];
  for (let n = 0; n < processes; n += 1) {
    const store = await openStore(place, place.databaseUrl ? undefined : clock);
    const publicUrl = () => 'http://localhost';
    const hub = createHub({ store, clock, log: silentLogger, publicUrl, tickMs: 0 });
    contexts.push({ store, clock, log: silentLogger, hub, publicUrl });
  }
  return contexts;
}

async function makeTeam({ store }: ServerContext): Promise<Actor[]> {
  const actors = Array.from({ length: CLAIMERS }, (_, n): Actor => {
    return { teamId, memberId: `member-${n}`, deviceId: `device-${n}`, role: 'member' };
  });
  await store.transaction(async (tx) => {
    await insertTeam(tx, { id: teamId, name: 'Team', epoch: 'e' });
    for (const { memberId, deviceId } of actors) {
      await saveMember(tx, teamId, { id: memberId, name: memberId, role: 'member', handles: [] });
      await insertDevice(tx, { teamId, deviceId, memberId, name: 'x', tokenHash: deviceId });
    }
    for (let n = 0; n < THREADS; n += 1) {
      const read = { post: aPost({ id: `${n}` }), match: aMatch(), seenBy: 'member-0' };
      await insertThread(tx, teamId, { id: `x:${n}`, ...read });
    }
  });
  return actors;
}

async function race(contexts: readonly ServerContext[], attemptsMax: number) {
  const actors = await makeTeam(contexts[0] as ServerContext);
  const grants = new Map<string, Map<number, Grant>>();
  const random = createRandom(7);
  let attempts = 0;
  let retries = 0;
  /** Two members who were told yes under one fence. */
  let sharedFences = 0;

  async function decide(context: ServerContext, actor: Actor, request: ClaimRequest) {
    for (;;) {
      try {
        return await decideClaim(context, actor, request);
      } catch (error) {
        if (!(error instanceof StoreUnavailableError)) throw error;
        retries += 1;
      }
    }
  }

  async function claimOn(context: ServerContext, actor: Actor): Promise<void> {
    while (attempts < attemptsMax) {
      attempts += 1;
      const threadId = `x:${random(THREADS)}`;
      const { granted, claim } = await decide(context, actor, { action: 'take', threadId });
      if (!granted || !claim) continue;
      const { fence } = claim;
      const known = grants.get(threadId) ?? new Map<number, Grant>();
      grants.set(threadId, known);
      const grant = known.get(fence) ?? {
        fence,
        holder: actor.memberId,
        from: claim.since,
        until: claim.leaseUntil,
      };
      if (grant.holder !== actor.memberId) sharedFences += 1;
      grant.until = Math.max(grant.until, claim.leaseUntil);
      known.set(fence, grant);
      // Some hold for a moment, some sleep on past the end of their lease.
      const isSleepy = random(8) === 0;
      await new Promise((resolve) => setTimeout(resolve, isSleepy ? 40 : random(3)));
      if (isSleepy) continue;
      const request = { action: 'release' as const, threadId, fence };
      const released = await decide(context, actor, request);
      if (released.granted) grant.until = Math.min(grant.until, released.serverTime);
    }
  }

  const startedAt = performance.now();
  await Promise.all(
    actors.map((actor, n) => claimOn(contexts[n % contexts.length] as ServerContext, actor)),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const all = [...grants.values()].map((known) =>
    [...known.values()].sort((a, b) => a.fence - b.fence),
  );
  return { attempts, retries, sharedFences, seconds, all };
}

/** Grants that began before the one in front of them was over. */
function countDoubles(grants: readonly Grant[]): number {
  return grants.filter(({ from }, index) => from < (grants[index - 1]?.until ?? 0)).length;
}

// The check itself must see a double.
const twice = [1, 2].map((fence) => ({ fence, holder: `${fence}`, from: fence, until: 9 }));
if (countDoubles(twice) !== 1) throw new Error('The check does not see doubles.');

const folder = mkdtempSync(join(tmpdir(), 'hearback-claims-'));
const postgres = await startPrivatePostgres();
const databaseUrl = await postgres.createDatabase();
await quicken(databaseUrl);
const rows = [];
try {
  const places: [string, DataPlace, number, number][] = [
    ['SQLite', { data: join(folder, 'team.sqlite') }, 1, ATTEMPTS],
    ['PostgreSQL', { data: '', databaseUrl }, 3, POSTGRES_ATTEMPTS],
  ];
  for (const [name, place, processes, attemptsMax] of places) {
    const contexts = await openContexts(place, processes);
    const { attempts, retries, sharedFences, seconds, all } = await race(contexts, attemptsMax);
    rows.push({
      store: `${name}, ${processes} pool${processes > 1 ? 's' : ''}`,
      attempts,
      grants: all.flat().length,
      'double grants': all.reduce((sum, grants) => sum + countDoubles(grants), 0),
      'shared fences': sharedFences,
      retries,
      'attempts/s': Math.round(attempts / seconds),
    });
    for (const { hub, store } of contexts) {
      await hub.close();
      await store.close();
    }
  }
} finally {
  await postgres.end();
  rmSync(folder, { recursive: true, force: true });
}
printTable(rows);
keep('claims', { CLAIMERS, THREADS, leaseMs: CLAIM_LEASE_MS / SPEED, rows });
process.exitCode = rows.every((row) => row['double grants'] + row['shared fences'] === 0) ? 0 : 1;
