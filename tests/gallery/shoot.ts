import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { serveGallery } from './serve.ts';

/*
 * node tests/gallery/shoot.ts [component …]: saves one picture per component and theme to data/gallery/, and
 * runs axe over each state alone, in light and dark. Exits with 1 when axe or the page finds fault.
 */
const OUT = 'data/gallery';
/** Height of one picture, px: small enough to be looked at in full size. */
const SLICE = 1_400;
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const skipsAxe = process.argv.includes('--no-axe');

const { address, server } = await serveGallery();
const browser = await chromium.launch({
  executablePath: needChromium((line) => process.stdout.write(`${line}\n`)),
  args: chromiumFlags,
});
let faults = 0;
try {
  mkdirSync(OUT, { recursive: true });
  const context = await browser.newContext({ timezoneId: 'UTC', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => tell(`page error: ${error.message}`));
  await open(page, '');
  const contents = await page.$$eval('[data-component]', (sections) =>
    sections.map((section) => ({
      component: section.getAttribute('data-component') ?? '',
      states: [...section.querySelectorAll('[data-state]')].map(
        (link) => link.getAttribute('data-state') ?? '',
      ),
    })),
  );
  if (contents.length === 0) tell('The gallery is empty.');
  for (const { component, states } of contents) {
    if (wanted.length > 0 && !wanted.includes(component)) continue;
    for (const theme of ['light', 'dark']) await shoot(page, component, states, theme);
  }
} finally {
  await browser.close();
  await server.close();
}
process.stdout.write(faults === 0 ? 'No faults.\n' : `${faults} faults.\n`);
process.exitCode = faults === 0 ? 0 : 1;

async function shoot(page: Page, component: string, states: string[], theme: string) {
  await page.setViewportSize({ width: 1_280, height: 800 });
  await open(page, `?component=${component}&theme=${theme}`);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += SLICE) {
    await page.screenshot({
      path: `${OUT}/${component}.${theme}.${top / SLICE}.png`,
      fullPage: true,
      clip: { x: 0, y: top, width: 1_280, height: Math.min(SLICE, height - top) },
    });
  }
  if (skipsAxe) return;
  await page.setViewportSize({ width: 900, height: 800 });
  for (const state of states) {
    await open(page, `?component=${component}&state=${state}&theme=${theme}`);
    const { violations } = await new AxeBuilder({ page })
      // A component alone is not a page: it has no heading of the first level and no landmarks.
      .disableRules(['page-has-heading-one', 'region', 'landmark-one-main'])
      .analyze();
    for (const { id, help, nodes } of violations) {
      tell(`${component} ${state} ${theme}: ${id}: ${help}: ${nodes[0]?.html.slice(0, 200) ?? ''}`);
    }
  }
}

async function open(page: Page, query: string) {
  await page.goto(`${address}${query}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
}

function tell(fault: string) {
  faults += 1;
  process.stdout.write(`${fault}\n`);
}
