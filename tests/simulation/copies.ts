/** Two browsers that began as one folder. */
import { loadSyncState } from '#utils/db/meta.ts';
import { toTroubleKind } from '#utils/db/trouble.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { World } from './world.ts';

/** With more browsers than this, nobody copies a profile. */
const COPIES_FROM = 9;

/**
 * Two copies of a profile share one token until the server has told them apart. When one of them changes it before
 * that, the other is signed out ten minutes later, as a thief would be, and keeps what it has until its person is back.
 */
export async function noteSignedOutCopies({ browsers, scheduler }: World): Promise<void> {
  const originals = new Set(browsers.map(({ copyOf }) => copyOf));
  for (const browser of browsers) {
    if (browser.copyOf === null && !originals.has(browser.name)) continue;
    const state = await scheduler.drive(loadSyncState(browser.db));
    if (toTroubleKind(state) === 'signedOut') browser.isRevoked = true;
  }
}

/** Somebody copies the folder of a closed browser, and both are opened. */
export async function copyProfile(world: World, original: SimBrowser): Promise<void> {
  if (original.copyOf || original.isRevoked || world.browsers.length > COPIES_FROM) return;
  if (world.browsers.some(({ copyOf }) => copyOf === original.name)) return;
  world.noteFault('copyProfile');
  original.kill();
  original.wake();
  const copy = world.openBrowser(`${original.name}-copy`, original.role);
  copy.kill();
  copy.wake();
  world.browsers.push(copy);
  copy.line.dialect = original.line.dialect;
  for (;;) {
    try {
      await world.scheduler.drive(copy.copyFrom(original));
      break;
    } catch (error) {
      // Killed while it was read, by a step before this one: nothing was copied.
      if (original.isAlive()) throw error;
      original.wake();
    }
  }
  copy.engine.connect();
}
