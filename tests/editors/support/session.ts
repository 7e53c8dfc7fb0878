import { rm } from 'node:fs/promises';
import { type Built, build } from './build.ts';
import { type Browser, type Tab, waitInPage } from './driver.ts';
import { serve } from './serve.ts';

/** A running browser with the test extension, and the pages it can open. */
export interface Session {
  /** Opens the page of an editor and waits until the page and the content script are there. */
  open(query: Record<string, string>): Promise<OpenTab>;
  close(): Promise<void>;
}

/** A tab on loan: `close` gives it back for the next case. */
export interface OpenTab extends Tab {
  close(): void;
}

export type Start = (built: Built, path: string) => Promise<Browser>;

export async function startSession(start: Start, path: string): Promise<Session> {
  const built = await build();
  const { origin, server } = await serve(built.pages);
  const browser = await start(built, path);
  // Tabs are used again: a new one costs more than a case.
  const idle: Tab[] = [];
  return {
    async open(query) {
      const tab = idle.pop() ?? (await browser.newTab());
      await tab.goto(`${origin}/?${new URLSearchParams(query)}`);
      const { body, root } = { body: 'document.body', root: 'document.documentElement' };
      await waitInPage(tab, `${body}.dataset.ready && ${root}.dataset.hearback`);
      return { ...tab, close: () => void idle.push(tab) };
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
