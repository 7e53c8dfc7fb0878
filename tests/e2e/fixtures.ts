/** A real server, and teammates with real browsers and the built extension, cleaned up after each story. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { startServer } from '#server/listen.ts';
import type { RunningServer, StartOptions } from '#server/listen.ts';
import { silentLogger } from '#server/log.ts';
import { needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import { walkThroughOnboarding } from '#scripts/drive/onboarding.ts';
import type { NewPerson } from '#scripts/drive/onboarding.ts';
import { launchTeammate } from '#scripts/drive/teammate.ts';
import type { Teammate } from '#scripts/drive/teammate.ts';

export interface Team {
  /** The running server; changes when it is started again. */
  server: RunningServer;
  stopServer(): Promise<void>;
  /** Starts the server again on the same port and data; `over`: set otherwise. */
  restartServer(over?: Partial<StartOptions>): Promise<void>;
  /** Opens a teammate's browser; the same name again opens the same profile. */
  open(name: string, flags?: string[]): Promise<Teammate>;
  /** Where the profile of this name is kept. */
  profileDir(name: string): string;
  /** Opens a browser and walks it through the first run. The first to join is the owner and names the brand. */
  join(name: string, person?: Partial<NewPerson>): Promise<Teammate>;
}

const acme = { name: 'Acme', handles: ['acmecare'], contextWords: ['kettle', 'lid'] };

export const test = base.extend<{ team: Team }>({
  // Playwright wants the first argument destructured, even when nothing is taken from it.
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter's form
  team: async ({}, use) => {
    const chromiumPath = needChromium(() => undefined);
    const extensionDir = buildExtension('chrome');
    const folder = mkdtempSync(join(tmpdir(), 'hearback-e2e-'));
    const data = join(folder, 'team.sqlite');
    const start = (port: number, over: Partial<StartOptions> = {}) =>
      startServer({ port, data, log: silentLogger, ...over });
    const opened = new Set<Teammate>();
    let isServing = true;
    const team: Team = {
      server: await start(0),
      async stopServer() {
        isServing = false;
        await team.server.close();
      },
      async restartServer(over = {}) {
        team.server = await start(Number(new URL(team.server.url).port), over);
        isServing = true;
      },
      profileDir: (name) => join(folder, name),
      async open(name, flags = []) {
        const teammate = await launchTeammate({
          chromiumPath,
          extensionDir,
          profileDir: team.profileDir(name),
          headless: true,
          flags,
        });
        opened.add(teammate);
        teammate.context.once('close', () => opened.delete(teammate));
        return teammate;
      },
      async join(name, person = {}) {
        const teammate = await team.open(name);
        const ownerLink = opened.size === 1 ? team.server.ownerLink : null;
        const inviteLink = ownerLink ?? (await team.server.invite('member')).link;
        const page = await walkThroughOnboarding(teammate, {
          inviteLink,
          name,
          brand: ownerLink === null ? null : acme,
          sites: [],
          ...person,
        });
        await page.close();
        return teammate;
      },
    };
    await use(team);
    for (const teammate of opened) await teammate.close();
    if (isServing) await team.server.close();
    rmSync(folder, { recursive: true, force: true });
  },
});

export { expect } from '@playwright/test';
