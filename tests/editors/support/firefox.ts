import { type Browser as Firefox, launch } from 'puppeteer-core';
import type { Built } from './build.ts';
import type { Browser, Tab } from './driver.ts';

/**
 * Drives Firefox over WebDriver BiDi with the test extension unpacked. Only the tab in front has the focus
 * there, so that every tab is that of a Firefox of its own.
 */
export async function startFirefox({ extension }: Built, path: string): Promise<Browser> {
  const started: Firefox[] = [];
  return {
    async newTab() {
      const firefox = await launch({ browser: 'firefox', executablePath: path, headless: true });
      started.push(firefox);
      await firefox.installExtension(extension);
      return openTab(firefox);
    },
    async close() {
      await Promise.all(started.map((firefox) => firefox.close()));
    },
  };
}

async function openTab(firefox: Firefox): Promise<Tab> {
  const [front = await firefox.newPage()] = await firefox.pages();
  const page = await firefox.newPage();
  return {
    goto: async (url) => {
      await page.bringToFront();
      await page.goto(url);
    },
    evaluate: async <T>(script: string) => (await page.evaluate(script)) as T,
    press: async (key, held) => {
      if (held) await page.keyboard.down(held);
      await page.keyboard.press(key);
      if (held) await page.keyboard.up(held);
    },
    takeFocus: () => front.bringToFront(),
    type: (text) => page.keyboard.type(text),
  };
}
