import { type KeyInput, launch } from 'puppeteer-core';
import type { Built } from './build.ts';
import type { Browser, Tab } from './driver.ts';

/** Starts Firefox over WebDriver BiDi with the test extension unpacked. */
export async function startFirefox({ extension }: Built, path: string): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
  });
  await browser.installExtension(extension);
  const newTab = async (): Promise<Tab> => {
    const page = await browser.newPage();
    return {
      goto: async (url) => void (await page.goto(url)),
      evaluate: async <T>(script: string) => (await page.evaluate(script)) as T,
      pressWithControl: async (key: KeyInput) => {
        await page.keyboard.down('Control');
        await page.keyboard.press(key);
        await page.keyboard.up('Control');
      },
      type: (text) => page.keyboard.type(text),
    };
  };
  return { newTab, close: () => browser.close() };
}
