import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { serveGallery } from './serve.ts';

/*
 * node tests/gallery/docs-pictures.ts: the pictures of docs/board.md, each view full, empty and failing, in light and
 * dark, from the gallery; to docs/images/board-*.jpg. Run it when a view changes its looks.
 */
const SIZE = { width: 1_280, height: 720 };
const views = {
  threads: ['Board', ['chosen', 'nobodyWaits', 'offline']],
  stories: ['Stories', ['chosen', 'empty', 'refused']],
  themes: ['Themes', ['chosen', 'empty', 'failed']],
  reports: ['Reports', ['byDay', 'empty', 'failed']],
  rules: ['Routing', ['rules', 'rulesEmpty', 'rulesChangedMeanwhile']],
} as const;

const { address, server } = await serveGallery();
const browser = await chromium.launch({
  executablePath: needChromium((line) => process.stdout.write(`${line}\n`)),
  args: chromiumFlags,
});
try {
  const context = await browser.newContext({ timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const [name, [component, states]] of Object.entries(views)) {
    const pictures: string[] = [];
    for (const state of states) {
      for (const theme of ['light', 'dark'])
        pictures.push(await shoot(page, { component, state, theme }));
    }
    await join(page, pictures, `docs/images/board-${name}.jpg`);
  }
} finally {
  await browser.close();
  await server.close();
}

async function shoot(page: Page, at: { component: string; state: string; theme: string }) {
  await page.setViewportSize(SIZE);
  await page.goto(`${address}?${new URLSearchParams(at).toString()}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  const box = await page.locator('main').last().boundingBox();
  if (!box) throw new Error(`Nothing to see: ${at.component} ${at.state}`);
  const clip = { ...box, height: Math.min(box.height, SIZE.height) };
  const picture = await page.screenshot({ type: 'png', clip, fullPage: true });
  return `data:image/png;base64,${picture.toString('base64')}`;
}

/** Two in a row, each as large as half of it. */
async function join(page: Page, pictures: readonly string[], path: string): Promise<void> {
  await page.goto('about:blank');
  await page.setViewportSize({ width: 1_600, height: 900 });
  const images = pictures.map((src) => `<img src="${src}" alt="">`).join('');
  await page.setContent(
    `<style>body{margin:0;padding:12px;background:#8894a0;display:grid;grid-template-columns:1fr 1fr;gap:12px}
    img{max-width:100%;border-radius:6px}</style>${images}`,
  );
  await page.screenshot({ path, fullPage: true, type: 'jpeg', quality: 78 });
}
