/** The two browsers of the comparison: one with the built extension, joined to a team, and one without. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { startServer } from '#server/listen.ts';
import { silentLogger } from '#server/log.ts';
import { chromiumFlags, needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import { walkThroughOnboarding } from '#scripts/drive/onboarding.ts';
import { launchTeammate } from '#scripts/drive/teammate.ts';
import { siteFacts } from '#utils/sites/facts.ts';

export interface Browsers {
  withUs: BrowserContext;
  without: BrowserContext;
  /** Where the addresses of our scripts begin. */
  origin: string;
  close(): Promise<void>;
}

const BFCACHE_OFF = '--disable-back-forward-cache';
const brand = { name: 'Acme', handles: ['acmecare'], contextWords: ['kettle', 'lid'] };

/** Starts both; X, YouTube and this machine's own pages are granted to the extension. */
export async function startBrowsers(): Promise<Browsers> {
  const chromiumPath = needChromium(() => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'hearback-awkward-'));
  const server = await startServer({
    port: 0,
    data: join(folder, 'team.sqlite'),
    log: silentLogger,
    // All pages together show more mentions than one reads in an hour.
    sightingsPerHour: 10_000,
  });
  const teammate = await launchTeammate({
    chromiumPath,
    extensionDir: buildExtension('chrome'),
    profileDir: join(folder, 'with-us'),
    headless: true,
    withoutFlags: [BFCACHE_OFF],
  });
  const sites = (['x', 'youtube'] as const).map((id) => ({
    label: new RegExp(`^Read ${siteFacts[id].name}$`),
    patterns: siteFacts[id].origins,
  }));
  const inviteLink = server.ownerLink ?? '';
  await walkThroughOnboarding(teammate, { inviteLink, name: 'Ana', brand, sites });
  const without = await chromium.launchPersistentContext(join(folder, 'without'), {
    executablePath: chromiumPath,
    headless: true,
    viewport: { width: 1280, height: 900 },
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--enable-automation', BFCACHE_OFF],
    args: [...chromiumFlags],
  });
  return {
    withUs: teammate.context,
    without,
    origin: `chrome-extension://${teammate.extensionId}/`,
    async close() {
      await teammate.close();
      await without.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
