/** One way to drive Chromium and Firefox with the built extension, so that both face the same attacks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { startServer } from '#server/listen.ts';
import type { RunningServer } from '#server/listen.ts';
import { silentLogger } from '#server/log.ts';
import { findFirefox, needChromium } from '#scripts/browsers.ts';
import { buildExtension } from '#scripts/build-extension.ts';
import { walkThroughOnboarding } from '#scripts/drive/onboarding.ts';
import { launchTeammate } from '#scripts/drive/teammate.ts';

/** What a person sees of a chip. */
export interface SeenInside {
  state: string;
  note: string;
  buttons: { label: string; x: number; y: number; width: number; height: number }[];
}

/** A page with what a hand and an eye can do to it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs in the page's own world, as its scripts do. */
  run<T>(script: string): Promise<T>;
  move(x: number, y: number, steps?: number): Promise<void>;
  down(): Promise<void>;
  up(): Promise<void>;
  wheel(deltaY: number): Promise<void>;
  key(key: string): Promise<void>;
  /** Looks through the closed roots of all chips, from the content script's world. */
  look(): Promise<SeenInside[]>;
  /** Runs in the content script's world; `script` is an expression and may be a promise. */
  runInContentWorld<T>(script: string): Promise<T>;
  close(): Promise<void>;
}

export interface Rig {
  name: 'chromium' | 'firefox';
  server: RunningServer;
  open(): Promise<Tab>;
  /** Runs in a page of the extension. */
  runInExtension<T>(script: string): Promise<T>;
  close(): Promise<void>;
}

const LOOK = `(() => {
  const inside = (node) => globalThis.chrome?.dom?.openOrClosedShadowRoot?.(node) ?? node.openOrClosedShadowRoot;
  return [...document.querySelectorAll('*')].flatMap((node) => {
    const chip = node instanceof HTMLElement ? inside(node)?.querySelector('.chip') : null;
    if (!chip) return [];
    return [{
      state: chip.dataset.state,
      note: chip.querySelector('.note')?.textContent ?? '',
      buttons: [...chip.querySelectorAll('button')].map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect();
        return { label: button.getAttribute('aria-label') ?? button.textContent, x, y, width, height };
      }),
    }];
  });
})()`;

/** In an extension page or worker: runs an expression in the content world of the tab with this address. */
const toInjection = (url: string, script: string) => `(async () => {
  const api = globalThis.browser?.scripting ? globalThis.browser : globalThis.chrome;
  const tabs = await api.tabs.query({});
  const tab = tabs.find(({ url }) => url === ${JSON.stringify(url)});
  if (!tab) throw new Error('no tab shows ' + ${JSON.stringify(url)});
  const [{ result }] = await api.scripting.executeScript({
    target: { tabId: tab.id },
    func: async () => JSON.stringify((await (${script})) ?? null),
  });
  return JSON.parse(result);
})()`;

const brand = { name: 'Acme', handles: ['acmecare'], contextWords: ['kettle', 'lid'] };

async function startTeam() {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-threats-'));
  const server = await startServer({
    port: 0,
    data: join(folder, 'team.sqlite'),
    log: silentLogger,
  });
  return { folder, server };
}

/** Chromium, joined to a team of its own that answers for Acme. */
export async function startChromium(): Promise<Rig> {
  const { folder, server } = await startTeam();
  const teammate = await launchTeammate({
    chromiumPath: needChromium(() => undefined),
    extensionDir: buildExtension('chrome'),
    profileDir: join(folder, 'profile'),
    headless: true,
  });
  const inviteLink = server.ownerLink ?? '';
  const own = await walkThroughOnboarding(teammate, { inviteLink, name: 'Ana', brand, sites: [] });
  return {
    name: 'chromium',
    server,
    runInExtension: (script) => own.evaluate(script),
    async open() {
      const page = await teammate.context.newPage();
      const runInContentWorld = <T>(script: string) =>
        own.evaluate<T>(toInjection(page.url(), script));
      return {
        goto: async (url) => void (await page.goto(url)),
        run: (script) => page.evaluate(script),
        move: (x, y, steps = 1) => page.mouse.move(x, y, { steps }),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
        wheel: (deltaY) => page.mouse.wheel(0, deltaY),
        key: (key) => page.keyboard.press(key),
        look: () => runInContentWorld<SeenInside[]>(LOOK),
        runInContentWorld,
        close: () => page.close(),
      };
    },
    async close() {
      await teammate.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ID = 'hearback@hearback.example';
/** Firefox gives each installation a random address; tests fix it. */
const UUID = '3f5c2f0e-5a1e-4f4c-9d0a-6a3d5f0b7c12';

/** Firefox, joined likewise, or to a team that has its brand already; null where there is none. */
export async function startFirefox(
  guest: { server: RunningServer; inviteLink: string } | null = null,
): Promise<Rig | null> {
  const executablePath = findFirefox();
  if (executablePath === null) return null;
  const { folder, server } = guest ? { folder: null, server: guest.server } : await startTeam();
  const firefox = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
    },
  });
  await firefox.installExtension(buildExtension('firefox'));
  const own = await firefox.newPage();
  await own.goto(`moz-extension://${UUID}/options.html#welcome`, { waitUntil: [] });
  const fill = (label: string, text: string) =>
    own.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text);
  await fill('Invite link', guest?.inviteLink ?? server.ownerLink ?? '');
  await fill('Your name', 'Ana');
  await own.locator('form button[type="submit"]').click();
  await own.locator('::-p-text(What do people call you?)').wait();
  if (!guest) await fill('Name', brand.name);
  await own.locator('::-p-text(Continue)').click();
  await own.locator('::-p-text(Where do you answer?)').wait();
  await own.locator('::-p-text(Finish)').click();
  await own.locator('::-p-text(Ready.)').wait();
  return {
    name: 'firefox',
    server,
    runInExtension: <T>(script: string) => own.evaluate(script) as Promise<T>,
    async open() {
      const page = await firefox.newPage();
      const runInContentWorld = <T>(script: string) =>
        own.evaluate(toInjection(page.url(), script)) as Promise<T>;
      return {
        goto: async (url) => void (await page.goto(url)),
        run: <T>(script: string) => page.evaluate(script) as Promise<T>,
        move: (x, y, steps = 1) => page.mouse.move(x, y, { steps }),
        down: () => page.mouse.down(),
        up: () => page.mouse.up(),
        wheel: (deltaY) => page.mouse.wheel({ deltaY }),
        key: (key) => page.keyboard.press(key as 'Enter'),
        look: () => runInContentWorld<SeenInside[]>(LOOK),
        runInContentWorld,
        close: () => page.close(),
      };
    },
    async close() {
      await firefox.close();
      if (folder === null) return;
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits until `isRight` holds of what `look` gives, or gives up and returns what was seen last. */
export async function lookUntil(
  tab: Tab,
  isRight: (chips: SeenInside[]) => boolean,
  timeoutMs = 10_000,
): Promise<SeenInside[]> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const chips = await tab.look().catch(() => []);
    if (isRight(chips) || Date.now() > end) return chips;
    await pause(60);
  }
}

/** A person's own time passes: reading, reaching, deciding. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
