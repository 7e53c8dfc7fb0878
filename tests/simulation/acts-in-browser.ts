/** What a person, or bad luck, does in one browser. */
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Claim } from '#utils/model/thread.ts';
import { olderDialect } from './older-dialect.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { Act } from './steps.ts';
import type { World } from './world.ts';

/** Begins an act; what it waits for goes on in the world's own time. */
export async function actInBrowser(world: World, browser: SimBrowser, act: Act): Promise<void> {
  const { line, engine, db } = browser;
  switch (act.do) {
    case 'killWorker':
      world.scheduler.afterTasks(act.inTasks, () => {
        if (world.isHealed) return;
        if (browser.isAlive()) world.noteFault('killWorker');
        browser.kill();
      });
      return;
    case 'wakeWorker':
      return browser.wake();
    case 'partition':
      if (!line.isCut) world.noteFault('partition');
      line.isCut = true;
      return;
    case 'heal':
      line.isCut = false;
      return;
    case 'faultRequest':
      line.nextRequest = act.fault;
      return;
    case 'faultFrame':
      line.nextFrame = act.fault;
      return;
    case 'jumpClock':
      world.noteFault('jumpClock');
      return browser.shiftClock(act.ms);
    default:
      break;
  }
  if (!browser.isAlive()) return;
  switch (act.do) {
    case 'sync':
      void engine.sync();
      return;
    case 'tidy':
      world.noteFault('tidy');
      void browser.tidy().catch((error: unknown) => noteFailed(world, browser, db, error));
      return;
    case 'claim':
    case 'releaseStale':
      void askClaim(world, browser, act).catch(() => undefined);
      return;
    default:
      void record(world, browser, act);
  }
}

/** A worker that is ended in the middle, even if another one has started since, may leave its act undone. */
async function record(world: World, browser: SimBrowser, act: Act): Promise<void> {
  const { db } = browser;
  try {
    await world.witness.record(world, browser, act);
  } catch (error) {
    noteFailed(world, browser, db, error);
  }
}

function noteFailed(world: World, browser: SimBrowser, db: HearbackDb, error: unknown): void {
  if (!browser.isAlive() || browser.db !== db) return;
  world.witness.violations.push(`failed: ${String(error)}`);
}

async function askClaim(
  world: World,
  browser: SimBrowser,
  act: Extract<Act, { do: 'claim' | 'releaseStale' }>,
): Promise<void> {
  const threadId = `x:${act.thread}`;
  const row = await browser.db.threads.get(threadId);
  const claim: Claim | null = row?.body.claim ?? null;
  const fence = claim?.fence ?? row?.body.fence ?? 0;
  if (act.do === 'releaseStale') {
    world.noteFault('staleFence');
    await browser.claim({ action: 'release', threadId, fence: Math.max(0, fence - 1) });
    return;
  }
  const { action } = act;
  const mate = world.browsers.find(({ memberId }) => memberId !== browser.memberId);
  const isPlain = action === 'take' || action === 'takeOver';
  const isOlder = browser.line.dialect === olderDialect;
  if (action === 'handOver' && isOlder) return;
  await browser.claim({
    action,
    threadId,
    ...(isPlain ? {} : { fence }),
    ...(action === 'handOver' && mate ? { to: mate.memberId, note: 'Yours' } : {}),
  });
}
