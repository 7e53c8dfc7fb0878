import * as fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { aMatch, aPost } from '../testing/builders.ts';
import { createTestClock } from '../testing/test-server.ts';
import { grantClaim, lapseClaims, passClaim, releaseClaim, renewClaim } from './claims.ts';
import type { Sql } from './database.ts';
import { migrate } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import { insertTeam } from './teams.ts';
import { insertThread } from './threads.ts';

const LEASE_MS = 30;
const teamId = 'team';
const clock = createTestClock();
// In memory, so only what goes through `transaction` sees it.
const store = openSqlite(':memory:', clock);
let threads = 0;

beforeAll(async () => {
  await migrate(store);
  await store.transaction((tx) => insertTeam(tx, { id: teamId, name: 'Team', epoch: 'e' }));
});

async function makeThread(): Promise<string> {
  threads += 1;
  const post = aPost({ id: `${threads}` });
  const id = `x:${threads}`;
  await store.transaction((tx) =>
    insertThread(tx, teamId, { id, post, match: aMatch(), seenBy: 'm' }),
  );
  return id;
}

/** What a lock with leases is, in three lines of state. */
interface Model {
  holder: string | null;
  until: number;
  fence: number;
}

interface Step {
  who: string;
  ms: number;
  threadId: string;
}

/** Does one thing to the store and to the model; what the store said beside what the model says. */
type Act = (tx: Sql, model: Model, step: Step) => Promise<[said: unknown, right: unknown]>;

const keyOf = ({ who, threadId }: Step) => ({ teamId, threadId, memberId: who, deviceId: who });

const grant =
  (isForced: boolean): Act =>
  async (tx, model, step) => {
    const isFree = model.holder === null || model.until <= clock.now();
    const claim = await grantClaim(tx, keyOf(step), LEASE_MS, isForced);
    if (!isFree && !(isForced && model.holder !== step.who)) return [claim, null];
    const from = isForced && model.holder !== step.who ? model.holder : null;
    model.holder = step.who;
    model.until = clock.now() + LEASE_MS;
    model.fence += 1;
    return [claim, toClaim(model, from === null ? {} : { from })];
  };

const pass =
  (isLead: boolean): Act =>
  async (tx, model, step) => {
    const isTheirs = model.holder !== 'dee' && (isLead || model.holder === step.who);
    const wish = { fence: model.fence, to: 'dee', note: 'Yours', isLead };
    const claim = await passClaim(tx, keyOf(step), LEASE_MS, wish);
    if (!isTheirs) return [claim, null];
    model.holder = 'dee';
    model.until = clock.now() + LEASE_MS;
    model.fence += 1;
    return [claim, toClaim(model, { from: step.who, note: 'Yours' })];
  };

const toClaim = ({ holder, fence, until }: Model, more: object) => ({
  memberId: holder,
  fence,
  since: clock.now(),
  leaseUntil: until,
  ...more,
});

const renew =
  (age: number): Act =>
  async (tx, model, step) => {
    const claim = await renewClaim(tx, keyOf(step), LEASE_MS, model.fence - age);
    if (model.holder !== step.who || age > 0) return [claim, null];
    model.until = clock.now() + LEASE_MS;
    return [claim?.leaseUntil, model.until];
  };

const acts: Record<string, Act> = {
  take: grant(false),
  takeOver: grant(true),
  handOver: pass(false),
  handOverAsLead: pass(true),
  renew: renew(0),
  renewUnderAnOlderFence: renew(1),
  release: async (tx, model, step) => {
    const isReleased = await releaseClaim(tx, keyOf(step), model.fence);
    const isRight = model.holder === step.who;
    if (isRight) model.holder = null;
    return [isReleased, isRight];
  },
  sweep: async (tx, model, { threadId }) => {
    const lapsed = await lapseClaims(tx, teamId);
    const isLapsed = model.holder !== null && model.until <= clock.now();
    // Told once only: a second sweep may find nothing.
    return [lapsed.includes(threadId) && !isLapsed, false];
  },
  wait: async (_tx, _model, { ms }) => {
    clock.advance(ms);
    return [null, null];
  },
};

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    who: fc.constantFrom('ada', 'ben', 'cem', 'dee'),
    ms: fc.nat(LEASE_MS),
  }),
  { maxLength: 40 },
);

it(
  'grants as a lock with leases would, over any course of events',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (course) => {
        const threadId = await makeThread();
        const model: Model = { holder: null, until: 0, fence: 0 };
        for (const { act, ...step } of course) {
          const run = acts[act] as Act;
          const [said, right] = await store.transaction((tx) =>
            run(tx, model, { ...step, threadId }),
          );
          expect(said).toEqual(right);
        }
      }),
      { numRuns: 300 },
    );
  },
);
