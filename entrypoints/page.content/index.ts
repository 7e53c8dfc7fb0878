import { defineContentScript } from 'wxt/utils/define-content-script';
import { logError } from '#utils/platform/log.ts';
import { startPageLife } from './page-life.ts';
import './quiet-start.ts';

/** Set in our own world of a page, so that a second injection does not run beside the first. */
const RUNNING = Symbol.for('hearback.running');

export default defineContentScript({
  // Registered at run time for the sites that a person has granted; nowhere else is any code of ours.
  registration: 'runtime',
  matches: [],
  async main(ctx) {
    const world = globalThis as { [RUNNING]?: boolean };
    if (world[RUNNING]) return;
    world[RUNNING] = true;
    await waitUntilOpened();
    const url = () => new URL(location.href);
    try {
      const end = await startPageLife(document, url, window !== window.top);
      ctx.onInvalidated(() => {
        end();
        world[RUNNING] = false;
      });
    } catch (error) {
      logError('could not start on this page', error);
      world[RUNNING] = false;
    }
  },
});

/** Chromium prepares pages that nobody may ever open; they are left alone until somebody does. */
async function waitUntilOpened(): Promise<void> {
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering !== true) return;
  await new Promise((resolve) =>
    document.addEventListener('prerenderingchange', resolve, { once: true }),
  );
}
