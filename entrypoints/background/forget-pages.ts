import { logError } from '#utils/platform/log.ts';
import { forgetIntents } from './intent-memory.ts';
import { forgetAllThreads } from './page-memory.ts';
import { forgetSites } from './sites.ts';
import { forgetTeaching } from './teach-memory.ts';

/** Ends the reading of pages and forgets what was read of them, as after leaving a team. Never throws. */
export async function forgetPages(): Promise<void> {
  try {
    await forgetAllThreads();
    await forgetIntents(null);
    await forgetTeaching(null);
  } catch (error) {
    logError('forgetting pages failed', error);
  }
  await forgetSites();
}
