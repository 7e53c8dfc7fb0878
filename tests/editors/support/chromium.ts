import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Built } from './build.ts';
import type { Browser, Tab } from './driver.ts';

/** Starts Chromium with the test extension unpacked. */
export async function startChromium({ folder, extension }: Built, path: string): Promise<Browser> {
  const context = await chromium.launchPersistentContext(join(folder, 'chromium'), {
    executablePath: path,
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  const newTab = async (): Promise<Tab> => {
    const page = await context.newPage();
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: (script) => page.evaluate(script),
      pressWithControl: (key) => page.keyboard.press(`Control+${key}`),
      type: (text) => page.keyboard.type(text),
    };
  };
  return { newTab, close: () => context.close() };
}
