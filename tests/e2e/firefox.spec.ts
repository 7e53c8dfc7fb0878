import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { startServer } from '#server/listen.ts';
import type { RunningServer } from '#server/listen.ts';
import { silentLogger } from '#server/log.ts';
import { findFirefox } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';

const ID = 'hearback@hearback.example';
/** Firefox gives each installation a random address; tests fix it. */
const UUID = '3f5c2f0e-5a1e-4f4c-9d0a-6a3d5f0b7c11';
const own = (path: string) => `moz-extension://${UUID}${path}`;

const firefoxPath = findFirefox();

let folder: string;
let server: RunningServer;
let firefox: Browser;

test.beforeEach(async () => {
  test.skip(firefoxPath === null, 'No Firefox here: the path in Firefox is not tried');
  folder = mkdtempSync(join(tmpdir(), 'hearback-firefox-'));
  server = await startServer({ port: 0, data: join(folder, 'team.sqlite'), log: silentLogger });
  firefox = await launch({
    browser: 'firefox',
    executablePath: firefoxPath ?? '',
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      // Grants what is asked for in a real click, without the prompt that a headless browser cannot answer.
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
    },
  });
  await firefox.installExtension(buildExtension('firefox'));
});

test.afterEach(async () => {
  await firefox?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function openOwn(path: string): Promise<Page> {
  const page = await firefox.newPage();
  // Loads of moz-extension pages are not reported over BiDi, so what is on them is waited for instead.
  await page.goto(own(path), { waitUntil: [] });
  return page;
}

const press = (page: Page, label: string) => page.locator(`::-p-text(${label})`).click();

async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
}

test('the path on the practice page works in Firefox', async () => {
  test.setTimeout(120_000);
  const welcome = await openOwn('/options.html#welcome');
  await fill(welcome, 'Invite link', server.ownerLink ?? '');
  await fill(welcome, 'Your name', 'Ana');
  await welcome.locator('form button[type="submit"]').click();
  await welcome.locator('::-p-text(What do people call you?)').wait();
  await fill(welcome, 'Name', 'Acme');
  await press(welcome, 'Continue');
  await welcome.locator('::-p-text(Where do you answer?)').wait();
  await press(welcome, 'Finish');

  const opened = new Promise<Page>((resolve) => {
    firefox.once(
      'targetcreated',
      (target) => void target.page().then((page) => page && resolve(page)),
    );
  });
  await press(welcome, 'Open the practice page');
  await opened;
  const practice = await firefox.newPage();
  await practice.goto(`${server.url}/practice?as=ana_acme`);
  // The chips stand in closed shadow roots; their hosts are ours alone.
  await practice.waitForSelector('article div[style*="initial"]');

  const panel = await openOwn('/options.html#about');
  const tabId = await panel.evaluate(async (url) => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
    };
    const tabs = await browser.tabs.query({});
    return tabs.find((tab) => tab.url === url)?.id ?? null;
  }, practice.url());
  await panel.goto(own(`/sidepanel.html?tab=${tabId}`), { waitUntil: [] });
  await press(panel, 'lena_k');
  await panel.locator('::-p-text(Nobody from the team has answered)').wait();
  await press(panel, 'Claim');
  await panel.locator('::-p-text(You have it)').wait();

  await practice.bringToFront();
  await practice.locator('#p-1 button[data-act="open"]').click();
  await panel.bringToFront();
  await press(panel, 'Insert');
  await panel.locator('::-p-text(It is in the reply box)').wait();
  const text = await practice.$eval('#p-1 textarea', (box) => box.value);
  // She greeted nobody, so nobody is greeted; what the page gets is what the panel showed.
  expect(text).toMatch(/^That is nearly always the small steam hole/);

  await practice.bringToFront();
  await practice.locator('#p-1 form button[type="submit"]').click();
  await panel.bringToFront();
  await panel.locator('::-p-text(You answered)').wait();
  await panel.locator('::-p-text(Story)').click();
  await panel.locator('::-p-text(Save story)').click();
  await panel.locator('::-p-text(Story saved)').wait();
});
