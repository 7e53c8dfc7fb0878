import { chromium, type Browser } from '@playwright/test';
import { chromiumFlags } from '#scripts/browsers.ts';

/** Starts a headless Chromium that asks nothing of the network by itself. */
export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, chromiumSandbox: false, args: chromiumFlags });
}
