/** One teammate: a real Chromium with the built extension and a profile of its own, driven from outside. */
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { chromiumFlags } from '../browsers.ts';

export interface TeammateOptions {
  chromiumPath: string;
  /** The unpacked extension. */
  extensionDir: string;
  /** Kept between launches, so that a browser restart can be tried. */
  profileDir: string;
  headless: boolean;
  /** Further flags, such as host mappings. */
  flags?: string[];
  /** Flags of Playwright's to leave away. */
  withoutFlags?: string[];
  colorScheme?: 'light' | 'dark';
}

export interface Teammate {
  context: BrowserContext;
  extensionId: string;
  /** Opens one of the extension's own pages in a tab. */
  openOwn(path: string): Promise<Page>;
  /** Opens the panel for the tab that shows this page. */
  openPanel(page: Page, kind?: 'popup' | 'sidepanel'): Promise<Page>;
  /** Presses our button in the toolbar while the tab of this page is in front, which lets us see what it shows. */
  pressToolbarButton(page: Page): Promise<void>;
  /**
   * Lets the browser grant access to an origin without its dialog, as the person would by clicking Allow. The
   * extension still has to ask in a real click.
   */
  allowOrigin(pattern: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a teammate's browser and waits until the extension's worker runs. */
export async function launchTeammate(options: TeammateOptions): Promise<Teammate> {
  const { extensionDir, flags = [], withoutFlags = [] } = options;
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath: options.chromiumPath,
    headless: options.headless,
    viewport: options.headless ? { width: 1280, height: 900 } : null,
    colorScheme: options.colorScheme ?? 'light',
    chromiumSandbox: false,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation', ...withoutFlags],
    args: [
      ...chromiumFlags,
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      // Lets tests press our button in the toolbar (`pressToolbarButton`).
      '--enable-unsafe-extension-debugging',
      ...flags,
    ],
  });
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 20_000 }));
  const extensionId = new URL(worker.url()).host;

  const openOwn = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}${path}`);
    return page;
  };

  return {
    context,
    extensionId,
    openOwn,
    async openPanel(page, kind = 'sidepanel') {
      const tabId = await findTabId(await workerOf(context), page.url());
      const panel = await openOwn(`/${kind}.html?tab=${tabId}`);
      return panel;
    },
    async pressToolbarButton(page) {
      await page.bringToFront();
      const session = await context.browser()?.newBrowserCDPSession();
      if (!session) throw new Error('This browser cannot be spoken to as a whole.');
      // Newer than the types of the protocol; needs `--enable-unsafe-extension-debugging`.
      const ask = session.send.bind(session) as unknown as (
        method: string,
        params: object,
      ) => Promise<{ targetInfos?: { targetId: string; url: string }[] }>;
      const { targetInfos = [] } = await ask('Target.getTargets', { filter: [{ type: 'tab' }] });
      const tab = targetInfos.find(({ url }) => url === page.url());
      if (!tab) throw new Error(`No tab shows ${page.url()}`);
      await ask('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
    },
    async allowOrigin(pattern) {
      const page = await context.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        ([id, origin]) =>
          new Promise<void>((resolve, reject) => {
            const api = (
              globalThis as unknown as {
                chrome: {
                  developerPrivate: {
                    addHostPermission(id: string, origin: string, done: () => void): void;
                  };
                  runtime: { lastError?: { message: string } };
                };
              }
            ).chrome;
            api.developerPrivate.addHostPermission(id ?? '', origin ?? '', () => {
              const error = api.runtime.lastError;
              if (error) reject(new Error(error.message));
              else resolve();
            });
          }),
        [extensionId, pattern],
      );
      await page.close();
    },
    close: () => context.close(),
  };
}

async function workerOf(context: BrowserContext) {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

type Worker = Awaited<ReturnType<typeof workerOf>>;

async function findTabId(worker: Worker, url: string): Promise<number> {
  const id = await worker.evaluate(async (wanted) => {
    const api = (
      globalThis as unknown as {
        chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } };
      }
    ).chrome;
    const tabs = await api.tabs.query({});
    return tabs.find((tab) => tab.url === wanted)?.id ?? null;
  }, url);
  if (id === null) throw new Error(`No tab shows ${url}, or the extension may not see it.`);
  return id;
}
