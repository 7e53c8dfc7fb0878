import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { startServer } from '../listen.ts';
import type { RunningServer, StartOptions } from '../listen.ts';
import { silentLogger } from '../log.ts';
import { joinAs } from './test-device.ts';
import type { TestDevice } from './test-device.ts';

/** Limits that no test meets by accident. */
export const wideLimits = {
  device: { perSecond: 1e6, burst: 1e6 },
  join: { perSecond: 1e6, burst: 1e6 },
};

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
  owner: TestDevice;
  lead: TestDevice;
  member: TestDevice;
  /** Stops the server and removes its data. */
  end(): Promise<void>;
}

/** A real server on a file of its own, with an owner, a lead and a member who have joined. */
export async function startTestTeam(overrides: Partial<StartOptions> = {}): Promise<TestTeam> {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-test-'));
  const data = join(folder, 'team.sqlite');
  const clock = createTestClock();
  const server = await startServer({
    port: 0,
    data,
    clock,
    log: silentLogger,
    limits: wideLimits,
    ...overrides,
  });
  const owner = await joinAs(server.ownerLink ?? '', 'Ada Example');
  const lead = await joinAs((await server.invite('lead')).link, 'Ben Example');
  const member = await joinAs((await server.invite('member')).link, 'Cem Example');
  return {
    server,
    clock,
    data,
    owner,
    lead,
    member,
    end: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
