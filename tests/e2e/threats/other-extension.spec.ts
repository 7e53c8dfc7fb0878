/** T3: another extension finds nobody of ours to speak to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';

test('another extension finds nobody to speak to', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-other-'));
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Other',
      version: '1',
      background: { service_worker: 'worker.js' },
    }),
  );
  writeFileSync(join(folder, 'worker.js'), 'globalThis.isOther = true;');
  const browser = await launch({
    executablePath: needChromium(() => undefined),
    headless: true,
    pipe: true,
    enableExtensions: [buildExtension('chrome'), folder],
    args: chromiumFlags,
  });
  try {
    const workers = [];
    for (const path of ['background.js', 'worker.js']) {
      const target = await browser.waitForTarget(
        (one) => one.type() === 'service_worker' && one.url().endsWith(path),
      );
      workers.push({ url: target.url(), worker: await target.worker() });
    }
    const [own, other] = workers;
    const id = new URL(own?.url ?? '').host;
    const words = await other?.worker?.evaluate(`(async () => {
      try { return JSON.stringify(await chrome.runtime.sendMessage('${id}', { name: 'settings.load', request: null })); }
      catch (error) { return error.message; }
    })()`);
    expect(words).toContain('Receiving end does not exist');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
