import { rm } from 'node:fs/promises';
import { type Built, build } from './build.ts';
import { type Browser, type Tab, waitInPage } from './driver.ts';
import { serve } from './serve.ts';

/** A running browser with the test extension, and the pages it can open. */
export interface Session {
  /** Opens the page of an editor, as soon as a tab is free, and waits for page and content script. */
  open(query: Record<string, string>): Promise<OpenTab>;
  close(): Promise<void>;
}

/** A tab on loan: `close` gives it back for the next case. */
export interface OpenTab extends Tab {
  close(): void;
}

const READY =
  'document.body?.dataset.ready && document.documentElement.dataset.hearback === "here"';

export type Start = (built: Built, path: string) => Promise<Browser>;

export async function startSession(start: Start, path: string, tabs: number): Promise<Session> {
  const built = await build();
  const { origin, server } = await serve(built.pages);
  const browser = await start(built, path);
  // Tabs are used again: a new one costs more than a case.
  const idle = await Promise.all(Array.from({ length: tabs }, () => browser.newTab()));
  const waiting: ((tab: Tab) => void)[] = [];
  const borrow = () => idle.pop() ?? new Promise<Tab>((resolve) => waiting.push(resolve));
  const giveBack = (tab: Tab) => {
    const next = waiting.shift();
    if (next) next(tab);
    else idle.push(tab);
  };
  return {
    async open(query) {
      const tab = await borrow();
      await tab.goto(`${origin}/?${new URLSearchParams(query)}`);
      await waitInPage(tab, READY);
      return { ...tab, close: () => giveBack(tab) };
    },
    async close() {
      await browser.close();
      server.close();
      server.closeAllConnections();
      // A browser that ends may still write into its profile.
      await rm(built.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
