/** Tells the background which page this is and which threads stand on it. */
import { MessageError } from '#utils/messages/answer.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';
import type { SiteId } from '#utils/model/site.ts';

/** Most threads that one message tells of, as in the message. */
const THREADS_MAX = 500;

export interface PageHello {
  /** What the background wants to be done on this page. Throws what `send` throws. */
  hello(): Promise<PageRules>;
  /** Tells what is new; says hello again where the background has forgotten the page. Throws what `send` throws. */
  tellThreads(threadIds: readonly string[]): Promise<void>;
  /** What was told counts no more. */
  forget(): void;
}

/** Starts with nothing told. `site`: whose adapter reads the page; `ownSite`: the one that the page is of. */
export function createPageHello(
  site: SiteId,
  ownSite: SiteId,
  account: () => string | null,
): PageHello {
  let lastTold = '';

  const hello = () => send('page.hello', { site, ownSite });

  return {
    hello,
    async tellThreads(threadIds) {
      const told = { threadIds: threadIds.slice(0, THREADS_MAX), account: account() };
      const print = JSON.stringify(told);
      if (print === lastTold) return;
      lastTold = print;
      try {
        await send('page.threads', told);
      } catch (error) {
        lastTold = '';
        if (!(error instanceof MessageError) || error.code !== 'no_hello') throw error;
        await hello();
        await send('page.threads', told);
        lastTold = print;
      }
    },
    forget() {
      lastTold = '';
    },
  };
}
