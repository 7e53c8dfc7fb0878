import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { AppLimits } from '../http/limits.ts';
import { startServer } from '../listen.ts';
import type { RunningServer, StartOptions } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { needPostgres } from './on-each-store.ts';
import type { StoreKind } from './on-each-store.ts';
import { joinAs } from './test-device.ts';
import type { TestDevice } from './test-device.ts';

/** Limits that no test meets by accident. */
export const wideLimits: AppLimits = {
  device: { perSecond: 1e6, burst: 1e6 },
  team: { perSecond: 1e6, burst: 1e6 },
  stranger: { perSecond: 1e6, burst: 1e6 },
  join: { perSecond: 1e6, burst: 1e6 },
  invite: { perSecond: 1e6, burst: 1e6 },
};

/** New threads of one device, more than any test reports. */
export const MANY_SIGHTINGS = 1_000_000;

/** A clock that stands until it is told to go on. */
export interface TestClock extends Clock {
  advance(ms: number): void;
}

/** A standing clock at a round moment. */
export function createTestClock(start = 1_700_000_000_000): TestClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}

export interface TestTeam {
  server: RunningServer;
  clock: TestClock;
  data: string;
  /** Where the data is instead of in the file. */
  databaseUrl: string | undefined;
  owner: TestDevice;
  lead: TestDevice;
  member: TestDevice;
  /** Stops the server and removes its data. */
  end(): Promise<void>;
}

/**
 * A real server on a file or a PostgreSQL database of its own, with an owner, a lead and a member who have joined.
 * `postgres` within `onEachStore` or `onPostgres`.
 */
export async function startTestTeam(
  options: Partial<StartOptions> & { store?: StoreKind } = {},
): Promise<TestTeam> {
  const { store = 'sqlite', ...overrides } = options;
  const databaseUrl =
    store === 'postgres' ? await (await needPostgres()).createDatabase() : overrides.databaseUrl;
  const folder = mkdtempSync(join(tmpdir(), 'hearback-test-'));
  const data = join(folder, 'team.sqlite');
  const clock = createTestClock();
  const server = await startServer({
    port: 0,
    data,
    databaseUrl,
    clock,
    log: silentLogger,
    limits: wideLimits,
    sightingsPerHour: MANY_SIGHTINGS,
    ...overrides,
  });
  const owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
  const lead = await joinAs((await server.invite('lead')).link, 'Ben Example');
  const member = await joinAs((await server.invite('member')).link, 'Cem Example');
  return {
    server,
    clock,
    data,
    databaseUrl,
    owner,
    lead,
    member,
    end: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
