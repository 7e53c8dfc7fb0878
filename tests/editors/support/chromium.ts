import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags } from '#scripts/browsers.ts';
import type { Built } from './build.ts';
import type { Browser, Tab } from './driver.ts';

/** Starts Chromium with the test extension unpacked. */
export async function startChromium({ folder, extension }: Built, path: string): Promise<Browser> {
  const context = await chromium.launchPersistentContext(join(folder, 'chromium'), {
    executablePath: path,
    headless: false,
    args: [
      '--headless=new',
      ...chromiumFlags,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const [front] = context.pages();
  const newTab = async (): Promise<Tab> => {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    // Playwright makes every tab believe that it has the focus.
    const pretendFocus = (enabled: boolean) =>
      protocol.send('Emulation.setFocusEmulationEnabled', { enabled });
    return {
      goto: async (url) => {
        await pretendFocus(true);
        await page.goto(url);
      },
      evaluate: (script) => page.evaluate(script),
      press: (key, held) => page.keyboard.press(held ? `${held}+${key}` : key),
      takeFocus: async () => {
        await pretendFocus(false);
        await front?.bringToFront();
      },
      type: (text) => page.keyboard.type(text),
    };
  };
  return { newTab, close: () => context.close() };
}
