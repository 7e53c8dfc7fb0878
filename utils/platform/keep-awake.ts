import { browser } from './browser.ts';

/**
 * Tells the browser that the worker is in use. In Firefox a socket's frames do not count, a call of the extension's
 * own interface does (reliability.md §0.6); elsewhere it is harmless.
 */
export async function keepAwake(): Promise<void> {
  try {
    await browser.runtime.getPlatformInfo();
  } catch {
    // Then it sleeps, and goes on when it is woken.
  }
}
