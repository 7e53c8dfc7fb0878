// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { aBrand, aPost, aThreadView } from '#tests/support/builders.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { startPageSession } from './page-session.ts';
import type { PageSessionOptions } from './page-session.ts';

const rules: PageRules = {
  brands: [aBrand()],
  roster: [],
  myHandles: [],
  mode: 'full',
  selectors: {},
};

/** A site of `<article id>` with one line of text each. */
const adapter: SiteAdapter = {
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

interface Sent {
  name: string;
  request: { mentions?: { threadId: string }[]; threadIds?: string[]; ownSite?: string };
}
type Listener = (
  raw: unknown,
  sender: unknown,
  answer: (given: { value: unknown }) => void,
) => true;

let sent: Sent[] = [];
let listeners = new Set<Listener>();
const ends: (() => void)[] = [];

beforeEach(() => {
  sent = [];
  listeners = new Set();
  document.body.replaceChildren();
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((listener) => {
    listeners.add(listener as unknown as Listener);
  });
  vi.spyOn(browser.runtime.onMessage, 'removeListener').mockImplementation((listener) => {
    listeners.delete(listener as unknown as Listener);
  });
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.restoreAllMocks();
});

function answerOf({ name, request }: Sent): unknown {
  if (name === 'page.hello') return rules;
  if (name === 'reply.guard') return { outcome: 'alone', view: null };
  if (name === 'draft.load') return { text: 'Hold the button', at: now() };
  if (name !== 'mention.report') return null;
  return request.mentions?.map(({ threadId }) => aThreadView({ thread: { id: threadId } }));
}

async function start(
  refuse: (one: Sent) => string | null = () => null,
  site = adapter,
  options: PageSessionOptions = {},
) {
  vi.spyOn(browser.runtime, 'sendMessage').mockImplementation(async (raw: unknown) => {
    const one = raw as Sent;
    sent.push(one);
    const code = refuse(one);
    if (code) return { ok: false, error: { code, message: code } };
    return { ok: true, value: answerOf(one) };
  });
  const end = await startPageSession(document, site, () => new URL('https://x.com/home'), options);
  ends.push(end);
  return end;
}

async function tell(name: string, request: unknown): Promise<unknown> {
  const [listener] = listeners;
  const answer = await new Promise<{ value: unknown }>((resolve) => {
    listener?.({ name, request }, { id: browser.runtime.id }, resolve);
  });
  return answer.value;
}

function post(id: string, text: string): Element {
  const article = document.createElement('article');
  article.id = id;
  article.textContent = text;
  document.body.append(article);
  return article;
}

const chips = () => [...document.body.children].filter(({ localName }) => localName === 'div');
const reports = () => sent.filter(({ name }) => name === 'mention.report');

describe('a page session', () => {
  test('takes the chip away when the site puts another post into the element', async () => {
    const element = post('1', 'My Acme kettle stopped');
    await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    element.id = '2';
    element.textContent = 'A fine morning';
    await vi.waitFor(() => expect(chips()).toHaveLength(0));
  });

  test('takes all chips away when the team has left', async () => {
    post('1', 'My Acme kettle stopped');
    await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    await tell('rules.changed', { ...rules, brands: [] });
    expect(chips()).toHaveLength(0);
  });

  describe('whose thread has gone', () => {
    const gone = { views: [], gone: ['x:1'] };

    test('takes its chip away for good, and no other', async () => {
      post('1', 'My Acme kettle stopped');
      post('2', 'My Acme kettle too');
      await start();
      await vi.waitFor(() => expect(chips()).toHaveLength(2));
      await tell('thread.changed', gone);
      expect(chips().map((chip) => chip.previousElementSibling?.id)).toEqual(['2']);
      post('3', 'My Acme lamp');
      await vi.waitFor(() => expect(reports()).toHaveLength(2));
      await vi.waitFor(() => {
        expect(chips().map((chip) => chip.previousElementSibling?.id)).toEqual(['2', '3']);
      });
      const reported = reports().flatMap(({ request }) => request.mentions ?? []);
      expect(reported.map(({ threadId }) => threadId)).toEqual(['x:1', 'x:2', 'x:3']);
    });

    test('offers no draft of it in its box any more', async () => {
      const element = post('1', 'My Acme kettle stopped');
      const box = document.body.appendChild(document.createElement('textarea'));
      await start(() => null, { ...adapter, findReplyTarget: () => element });
      await vi.waitFor(() => expect(chips()).toHaveLength(1));
      const focus = new Event('focusin', { bubbles: true });
      Object.defineProperty(focus, 'isTrusted', { value: true });
      box.dispatchEvent(focus);
      await vi.waitFor(() => expect(chips()).toHaveLength(2));
      await tell('thread.changed', gone);
      expect(chips()).toHaveLength(0);
    });
  });

  test('tells everything to the team that is joined next', async () => {
    post('1', 'My Acme kettle stopped');
    await start();
    await vi.waitFor(() => expect(reports()).toHaveLength(1));
    await tell('rules.changed', { ...rules, brands: [] });
    await tell('rules.changed', rules);
    expect(reports()).toHaveLength(2);
  });

  test('reads nothing again for rules that are the same', async () => {
    post('1', 'My Acme kettle stopped');
    await start();
    await vi.waitFor(() => expect(reports()).toHaveLength(1));
    await tell('rules.changed', structuredClone(rules));
    expect(reports()).toHaveLength(1);
  });

  test('can be spoken to while it says hello', async () => {
    let wasHeard = false;
    await start(({ name }) => {
      if (name === 'page.hello') wasHeard = listeners.size === 1;
      return null;
    });
    expect(wasHeard).toBe(true);
  });

  test('says of which site it is where another adapter reads it', async () => {
    await start(() => null, { ...adapter, id: 'generic' }, { ownSite: 'x' });
    const [hello] = sent.filter(({ name }) => name === 'page.hello');
    expect(hello?.request).toEqual({ site: 'generic', ownSite: 'x' });
  });

  test('says hello again where it was forgotten', async () => {
    let isForgotten = true;
    await start(({ name }) => {
      if (name !== 'page.threads' || !isForgotten) return null;
      isForgotten = false;
      return 'no_hello';
    });
    post('1', 'My Acme kettle stopped');
    await vi.waitFor(() => {
      expect(sent.filter(({ name }) => name === 'page.hello')).toHaveLength(2);
    });
  });

  test('does not ask again at once when it asks too much', async () => {
    post('1', 'My Acme kettle stopped');
    await start(({ name }) => (name === 'mention.report' ? 'too_many' : null));
    await vi.waitFor(() => expect(reports()).toHaveLength(1));
    post('2', 'My Acme kettle too');
    await vi.waitFor(() => {
      const told = sent.filter(({ name }) => name === 'page.threads');
      expect(told.at(-1)?.request.threadIds).toEqual(['x:1', 'x:2']);
    });
    expect(reports()).toHaveLength(1);
  });

  test('puts no draft into an element that holds another post by now', async () => {
    const element = post('1', 'My Acme kettle stopped');
    await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    element.id = '2';
    const result = await tell('page.insert', { threadId: 'x:1', text: 'Hello' });
    expect(result).toMatchObject({ outcome: 'notFound' });
  });

  test('saves the post that a person has pressed on, whatever menu the page makes up', async () => {
    const open = (at: Element, isTrusted: boolean) => {
      const event = new Event('contextmenu', { bubbles: true });
      Object.defineProperty(event, 'isTrusted', { value: isTrusted });
      at.dispatchEvent(event);
    };
    const mine = post('1', 'My Acme kettle stopped');
    const other = post('2', 'Buy gold');
    await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    open(mine, true);
    open(other, false);
    expect(await tell('page.postAtMenu', null)).toMatchObject({ id: '1' });
  });

  test('in a frame reads and tells, and adds nothing whatever it is told', async () => {
    post('1', 'My Acme kettle stopped');
    const before = document.body.cloneNode(true) as Element;
    await start(undefined, adapter, { isFramed: true });
    const told = () => sent.filter(({ name }) => name === 'page.threads').at(-1);
    await vi.waitFor(() => expect(told()?.request.threadIds).toEqual(['x:1']));
    await tell('rules.changed', { ...rules, roster: ['ben'] });
    await tell('page.say', { text: 'Saved as a customer story.' });
    expect(document.body.isEqualNode(before)).toBe(true);
  });

  test('ends without a trace', async () => {
    post('1', 'My Acme kettle stopped');
    const before = document.body.cloneNode(true) as Element;
    const end = await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    end();
    expect(document.body.isEqualNode(before)).toBe(true);
    expect(listeners.size).toBe(0);
  });
});
