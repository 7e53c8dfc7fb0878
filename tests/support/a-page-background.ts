/** The background as a page sees it: answers what the page sends, and speaks to it. And a site that is easy to read. */
import { vi } from 'vitest';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { SiteId } from '#utils/model/site.ts';
import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { deliverAdapter } from '#utils/sites/delivery.ts';
import { aBrand, aPost, aThreadView } from './builders.ts';

export const rules: PageRules = {
  brands: [aBrand()],
  roster: [],
  myHandles: [],
  mode: 'full',
  selectors: {},
};

/** A site of `<article id>` with one line of text each. */
export const lineAdapter: SiteAdapter = {
  id: 'x',
  selectors: {},
  pageKind: () => 'feed',
  findPosts: (root) => [...root.querySelectorAll('article')],
  readPost: ({ id, textContent }) => aPost({ id, text: textContent ?? '', permalink: null }),
  mountPoint: (element) => ({ anchor: element, where: 'after' }),
  findReplyBox: () => null,
  findReplyTarget: () => null,
  findSubmit: () => null,
  findAccount: () => null,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};

export interface Sent {
  name: string;
  request: {
    mentions?: { threadId: string }[];
    threadIds?: string[];
    site?: SiteId;
    ownSite?: SiteId;
  };
}
type Listener = (
  raw: unknown,
  sender: unknown,
  answer: (given: { value: unknown }) => void,
) => true;

/** Takes the place of the browser's messages until `vi.restoreAllMocks`. */
export function aPageBackground() {
  const listeners = new Set<Listener>();
  const background = {
    /** What the page has sent, in order. */
    sent: [] as Sent[],
    /** What the page hears with. */
    listeners,
    /** The code with which a message is refused; null: it is not. */
    refuse: (_one: Sent): string | null | Promise<string | null> => null,
    /** What pages are to do. */
    rules,
    /** Those that `site.load` brings. */
    adapters: {} as Partial<Record<SiteId, SiteAdapter>>,

    async tell(name: string, request: unknown): Promise<unknown> {
      const [listener] = listeners;
      const answer = await new Promise<{ value: unknown }>((resolve) => {
        listener?.({ name, request }, { id: browser.runtime.id }, resolve);
      });
      return answer.value;
    },
  };

  const answerOf = ({ name, request }: Sent): unknown => {
    if (name === 'site.load') {
      const adapter = request.site && background.adapters[request.site];
      if (adapter) deliverAdapter(adapter);
    }
    if (name === 'page.hello') return background.rules;
    if (name === 'reply.guard') return { outcome: 'alone', view: null };
    if (name === 'draft.load') return { text: 'Hold the button', at: now() };
    if (name !== 'mention.report') return null;
    return request.mentions?.map(({ threadId }) => aThreadView({ thread: { id: threadId } }));
  };

  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.add(listener as unknown as Listener);
  });
  vi.spyOn(browser.runtime.onMessage, 'removeListener').mockImplementation((listener) => {
    listeners.delete(listener as unknown as Listener);
  });
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (raw: unknown) => {
    const one = raw as Sent;
    background.sent.push(one);
    const code = await background.refuse(one);
    if (code) return { ok: false, error: { code, message: code } };
    return { ok: true, value: answerOf(one) };
  });
  return background;
}

/** Puts a post of `lineAdapter` at the end of the page. */
export function aLine(id: string, text: string): Element {
  const article = document.createElement('article');
  article.id = id;
  article.textContent = text;
  document.body.append(article);
  return article;
}

/** The hosts of what we have added to the page. */
export function listChips(): Element[] {
  return [...document.body.children].filter(({ localName }) => localName === 'div');
}
