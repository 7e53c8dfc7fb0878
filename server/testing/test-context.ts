import type { Mutation } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { createHub } from '../hub.ts';
import { silentLogger } from '../log.ts';
import type { Actor } from '../services/actor.ts';
import { pushFacts } from '../services/push.ts';
import { writeTeam } from '../services/team-write.ts';
import type { Database } from '../store/database.ts';
import { insertDevice } from '../store/devices.ts';
import { saveMember } from '../store/members.ts';
import { migrate } from '../store/migrate.ts';
import { insertTeam } from '../store/teams.ts';
import { openDatabase } from './open-database.ts';
import type { StoreKind } from './on-each-store.ts';
import { createTestClock, MANY_SIGHTINGS } from './test-server.ts';
import type { TestClock } from './test-server.ts';

/** The services on a real store, without a server around them: for many runs of one property. */
export interface TestContext extends Pick<ServerContext, 'store' | 'hub' | 'clock' | 'log'> {
  clock: TestClock;
  publicUrl: () => string;
  /** A new team with one owner. */
  createTeam(): Promise<TestActor>;
  close(): Promise<void>;
}

export interface TestActor extends Actor {
  /** Pushes facts under the next numbers. */
  push(...mutations: Mutation[]): Promise<void>;
}

/** Opens a store with its tables. `postgres` within `onEachStore`. */
export async function createTestContext(kind: StoreKind = 'sqlite'): Promise<TestContext> {
  const clock = createTestClock();
  const store = await openDatabase(kind, clock);
  await migrate(store);
  const publicUrl = () => 'http://localhost';
  const hub = createHub({ store, clock, log: silentLogger, publicUrl, tickMs: 0 });
  const base = { store, clock, log: silentLogger, hub, publicUrl };
  const context = { ...base, sightingsPerHour: MANY_SIGHTINGS };
  let teams = 0;
  return {
    ...context,
    createTeam: () => createTeam(context, `team-${(teams += 1)}`),
    close: async () => {
      hub.close();
      await store.close();
    },
  };
}

async function createTeam(
  context: ServerContext & { store: Database },
  teamId: string,
): Promise<TestActor> {
  const [memberId, deviceId, epoch] = ['ada', `device-${teamId}`, `epoch-${teamId}`];
  await context.store.transaction((tx) => insertTeam(tx, { id: teamId, name: 'Team', epoch }));
  await writeTeam(context, teamId, { memberId, deviceId: null }, async ({ tx, touch }) => {
    await saveMember(tx, teamId, { id: memberId, name: 'Ada', role: 'owner', handles: [] });
    await insertDevice(tx, { teamId, deviceId, memberId, name: '', tokenHash: teamId });
    touch('member', memberId);
  });
  const actor: Actor = { teamId, memberId, deviceId, role: 'owner' };
  let mid = 0;
  return {
    ...actor,
    async push(...mutations) {
      const numbered = mutations.map((mutation, index) => ({ mid: mid + index + 1, mutation }));
      mid += mutations.length;
      await pushFacts(context, actor, { epoch, ackMid: 0, mutations: numbered });
    },
  };
}
