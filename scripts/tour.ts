/**
 * `npm start`: builds the extension, starts the team server, and opens a browser that has joined the team on the
 * practice page. Without a display it walks the whole path in headless Chromium instead, says step by step what
 * happened, keeps pictures under `data/tour/`, and goes on serving. `--once` ends after the tour.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { startServer } from '#server/listen.ts';
import type { RunningServer } from '#server/listen.ts';
import { silentLogger } from '#server/log.ts';
import { needChromium } from './browsers.ts';
import { buildBoard } from './build-board.ts';
import { buildExtension } from './build-extension.ts';
import { pressInChip, waitForChips } from './drive/chips.ts';
import { walkThroughOnboarding } from './drive/onboarding.ts';
import { launchTeammate } from './drive/teammate.ts';
import type { Teammate } from './drive/teammate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const dataDir = join(root, 'data');
const DEFAULT_PORT = 4747;

const isOnce = process.argv.includes('--once');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const isHeadless = isOnce || !hasDisplay || process.argv.includes('--headless');

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Step {
  name: string;
  ms: number;
  isDone: boolean;
  note: string;
}

const steps: Step[] = [];

/** Runs one step and tells how it went and how long it took. A failed step ends the tour. */
async function step<T>(name: string, work: () => Promise<T> | T): Promise<T> {
  const start = performance.now();
  const finish = (isDone: boolean, note: string) => {
    const ms = Math.round(performance.now() - start);
    steps.push({ name, ms, isDone, note });
    say(`${isDone ? '✓' : '✗'} ${name} (${ms} ms)${note === '' ? '' : `\n    ${note}`}`);
  };
  try {
    const result = await work();
    finish(true, '');
    return result;
  } catch (error) {
    finish(false, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

async function startTeamServer(data: string): Promise<RunningServer> {
  const named = process.env['HEARBACK_PORT'];
  const options = { data, log: silentLogger };
  if (named) return startServer({ ...options, port: Number(named) });
  try {
    return await startServer({ ...options, port: DEFAULT_PORT });
  } catch (error) {
    // Another program has the usual port: any free one serves a try-out as well.
    if (!/in use|taken/i.test(String(error))) throw error;
    return startServer({ ...options, port: 0 });
  }
}

const acme = { name: 'Acme', handles: ['acmecare'], contextWords: ['support', 'lid'] };

async function joinTeam(teammate: Teammate, inviteLink: string, name: string, isFirst: boolean) {
  return walkThroughOnboarding(teammate, {
    inviteLink,
    name,
    brand: isFirst ? acme : null,
    sites: [],
  });
}

/** The whole path with two teammates, in headless browsers, with a picture of each screen. */
async function walkTheTour(chromiumPath: string, extensionDir: string): Promise<void> {
  const tourDir = join(dataDir, 'tour');
  rmSync(tourDir, { recursive: true, force: true });
  mkdirSync(tourDir, { recursive: true });
  const pictures: string[] = [];
  const picture = async (page: Page, name: string) => {
    const path = join(tourDir, `${String(pictures.length + 1).padStart(2, '0')}-${name}.png`);
    await page.screenshot({ path });
    pictures.push(path);
  };
  const server = await step('Team server started for the tour', () =>
    startServer({ port: 0, data: join(tourDir, 'tour.sqlite'), log: silentLogger }),
  );
  const launch = (name: string) =>
    launchTeammate({
      chromiumPath,
      extensionDir,
      profileDir: join(tourDir, `profile-${name}`),
      headless: true,
    });
  const open: Teammate[] = [];
  try {
    const ana = await step('Browser opened with the extension (Ana)', () => launch('ana'));
    open.push(ana);
    await step('Ana joined, named the brand and finished the first run', async () => {
      const page = await joinTeam(ana, server.ownerLink ?? '', 'Ana', true);
      await picture(page, 'ready');
    });
    const anaPage = await step('Practice page opened from the first run', async () => {
      const [page] = await Promise.all([
        ana.context.waitForEvent('page'),
        ana.context
          .pages()
          .find((one) => one.url().endsWith('#welcome'))
          ?.getByRole('button', { name: 'Open the practice page' })
          .click(),
      ]);
      await page.waitForLoadState();
      return page;
    });
    await step('Mentions spotted, each with a chip', async () => {
      await waitForChips(
        anaPage,
        (chips) => chips.filter(({ state }) => state === 'open').length >= 3,
      );
      await picture(anaPage, 'spotted');
    });
    const ben = await step('Second browser opened (Ben) and joined by invite', async () => {
      const teammate = await launch('ben');
      open.push(teammate);
      await joinTeam(teammate, (await server.invite('member')).link, 'Ben', false);
      return teammate;
    });
    const benPage = await ben.context.newPage();
    await step('Ben sees the same mentions on his page', async () => {
      await benPage.goto(`${server.url}/practice?as=ben_acme`);
      await waitForChips(benPage, (chips) => chips.length >= 3);
    });
    await step('Ana claimed the first mention', async () => {
      await anaPage.bringToFront();
      await pressInChip(anaPage, ({ state }) => state === 'open', /^Claim$/);
      await waitForChips(anaPage, ([first]) => first?.state === 'mine');
    });
    await step('Ben’s chip says that Ana has it', async () => {
      await waitForChips(benPage, ([first]) => first?.state === 'theirs');
      await picture(benPage, 'teammate-has-it');
    });
    const panel = await step('Panel opened on the thread, with suggestions', async () => {
      const page = await ana.openPanel(anaPage);
      await page.setViewportSize({ width: 400, height: 860 });
      await page
        .getByRole('button', { name: /lena_k/ })
        .first()
        .click();
      await page.getByRole('button', { name: 'Insert', exact: true }).first().waitFor();
      await picture(page, 'panel');
      return page;
    });
    await step('Suggestion inserted into the page’s own reply box', async () => {
      await anaPage.bringToFront();
      await anaPage.getByRole('button', { name: 'Reply' }).first().click();
      await panel.bringToFront();
      await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
      await panel.getByText('It is in the reply box', { exact: false }).waitFor();
      await anaPage.bringToFront();
      await picture(anaPage, 'inserted');
    });
    await step('Reply sent by hand, noticed by Hearback', async () => {
      await anaPage.getByRole('button', { name: 'Post reply' }).first().click();
      await waitForChips(anaPage, ([first]) => first?.state === 'answered');
      await picture(anaPage, 'answered');
    });
    await step('Answered for Ben too', async () => {
      await waitForChips(benPage, ([first]) => first?.state === 'answered');
      await benPage.bringToFront();
      await picture(benPage, 'answered-for-ben');
    });
    await step('Customer story saved', async () => {
      await panel.bringToFront();
      await panel.getByRole('button', { name: 'Story', exact: true }).click();
      await panel
        .getByLabel('What makes it a good story?')
        .fill('Asked first, and kept the kettle.');
      await panel.getByRole('button', { name: 'Save story' }).click();
      await panel.getByText('Story saved', { exact: false }).first().waitFor();
      await picture(panel, 'story');
    });
  } finally {
    for (const teammate of open) await teammate.close().catch(() => null);
    await server.close();
    say('');
    if (pictures.length > 0) say(`Pictures:\n${pictures.map((path) => `  ${path}`).join('\n')}`);
  }
}

/** A browser with a window, joined to the team, on the practice page. */
async function openWindow(
  chromiumPath: string,
  extensionDir: string,
  server: RunningServer,
): Promise<Teammate> {
  const teammate = await step('Browser opened with the extension', () =>
    launchTeammate({
      chromiumPath,
      extensionDir,
      profileDir: join(dataDir, 'profile'),
      headless: false,
    }),
  );
  await step('Joined the team', async () => {
    const options = await teammate.openOwn('/options.html#team');
    const hasJoined = options.getByText('Server: ', { exact: false });
    const mustJoin = options.getByLabel('Invite link');
    await hasJoined.or(mustJoin).first().waitFor();
    const isNew = await mustJoin.isVisible();
    await options.close();
    if (!isNew) return;
    // The first person is the owner; a profile that was thrown away comes back as a lead.
    const link = server.ownerLink ?? (await server.invite('lead')).link;
    await joinTeam(teammate, link, 'You', server.ownerLink !== null);
  });
  await step('Practice page opened', async () => {
    const welcome = teammate.context.pages().find((page) => page.url().endsWith('#welcome'));
    const button = welcome?.getByRole('button', { name: 'Open the practice page' });
    if (button && (await button.isVisible())) {
      await Promise.all([teammate.context.waitForEvent('page'), button.click()]);
      await welcome?.close();
    } else {
      const page = await teammate.context.newPage();
      await page.goto(`${server.url}/practice?brand=${acme.name}`);
    }
    for (const page of teammate.context.pages())
      if (page.url() === 'about:blank') await page.close();
  });
  return teammate;
}

async function main(): Promise<void> {
  say('Hearback: every customer hears back, from one of us, once, well.\n');
  const chromiumPath = await step('Chromium found', () => needChromium(say));
  const extensionDir = await step('Extension built', () => buildExtension('chrome'));
  await step('Board built', () => buildBoard());
  let hasFailed = false;
  if (isHeadless) {
    await walkTheTour(chromiumPath, extensionDir).catch(() => {
      hasFailed = true;
    });
    const ms = steps.reduce((total, { ms: own }) => total + own, 0);
    say(
      `\n${hasFailed ? 'The tour stopped early' : 'The tour is complete'}: ${steps.length} steps, ${ms} ms.`,
    );
    if (isOnce) {
      process.exitCode = hasFailed ? 1 : 0;
      return;
    }
  }
  const server = await step('Team server started', () =>
    startTeamServer(join(dataDir, 'hearback.sqlite')),
  );
  if (!isHeadless) await openWindow(chromiumPath, extensionDir, server);
  say(
    `\nTeam server: ${server.url}   Practice page: ${server.url}/practice   Board: ${server.url}/board`,
  );
  if (isHeadless && server.ownerLink) say(`Owner’s invite link (once): ${server.ownerLink}`);
  say(`Extension to load by hand: ${extensionDir}\nCtrl-C stops.`);
  const stop = () => {
    void server.close().finally(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

await main().catch((error: unknown) => {
  say(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
