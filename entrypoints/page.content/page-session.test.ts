// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  aLine as post,
  aPageBackground,
  lineAdapter as adapter,
  listChips as chips,
  rules,
} from '#tests/support/a-page-background.ts';
import type { Sent } from '#tests/support/a-page-background.ts';
import { aPost } from '#tests/support/builders.ts';
import { markingDelivery } from './marking/delivery.ts';
import type { Marks } from './mentions.ts';
import { startPageSession } from './page-session.ts';
import type { PageSessionOptions } from './page-session.ts';

const ends: (() => void)[] = [];
let background: ReturnType<typeof aPageBackground>;
let address = '';

beforeEach(() => {
  document.body.replaceChildren();
  address = 'https://x.com/home';
  background = aPageBackground();
});
afterEach(() => {
  for (const end of ends.splice(0)) end();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function start(
  refuse: (typeof background)['refuse'] = () => null,
  site = adapter,
  options: PageSessionOptions = {},
) {
  background.refuse = refuse;
  const end = await startPageSession(document, site, () => new URL(address), options);
  ends.push(end);
  return end;
}

const tell = (name: string, request: unknown) => background.tell(name, request);
const reports = () => background.sent.filter(({ name }) => name === 'mention.report');

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
      if (name === 'page.hello') wasHeard = background.listeners.size === 1;
      return null;
    });
    expect(wasHeard).toBe(true);
  });

  test('says of which site it is where another adapter reads it', async () => {
    await start(() => null, { ...adapter, id: 'generic' }, { ownSite: 'x' });
    const [hello] = background.sent.filter(({ name }) => name === 'page.hello');
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
      expect(background.sent.filter(({ name }) => name === 'page.hello')).toHaveLength(2);
    });
  });

  test('does not ask again at once when it asks too much', async () => {
    post('1', 'My Acme kettle stopped');
    await start(({ name }) => (name === 'mention.report' ? 'too_many' : null));
    await vi.waitFor(() => expect(reports()).toHaveLength(1));
    post('2', 'My Acme kettle too');
    await vi.waitFor(() => {
      const told = background.sent.filter(({ name }) => name === 'page.threads');
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
    expect(await tell('page.findPost', { at: 'menu' })).toMatchObject({ id: '1' });
  });

  test('in a frame reads and tells, and adds nothing whatever it is told', async () => {
    post('1', 'My Acme kettle stopped');
    const before = document.body.cloneNode(true) as Element;
    await start(undefined, adapter, { isFramed: true });
    const told = () => background.sent.filter(({ name }) => name === 'page.threads').at(-1);
    await vi.waitFor(() => expect(told()?.request.threadIds).toEqual(['x:1']));
    await tell('rules.changed', { ...rules, roster: ['ben'] });
    await tell('page.say', { text: 'Saved as a customer story.' });
    expect(document.body.isEqualNode(before)).toBe(true);
  });

  test('adds nothing more when it ends because the page was left', async () => {
    vi.useFakeTimers();
    post('1', 'My Acme kettle stopped');
    const end = await start(() => null, adapter, { onMoved: () => end() });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(chips()).toHaveLength(1);
    address = 'https://x.com/ada_example/status/1';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(chips()).toHaveLength(0);
  });

  test('notices another address with the first change there', async () => {
    const onMoved = vi.fn<() => void>();
    await start(() => null, adapter, { onMoved });
    address = 'https://x.com/ada_example/status/1';
    post('1', 'My Acme kettle stopped');
    await vi.waitFor(() => expect(onMoved).toHaveBeenCalledOnce());
  });

  test('shows what a person has marked under another adapter, where it stood', async () => {
    const line = document.body.appendChild(document.createElement('p'));
    const place = { anchor: line, where: 'before' as const };
    const mention = {
      threadId: 'x:9',
      post: aPost({ id: '9' }),
      match: { brandId: 'acme', matched: 'Acme', kind: 'name' as const, sure: true, reason: '' },
    };
    markingDelivery.deliver(({ mentions, onMarked }) => ({
      async mark() {
        await mentions.mark(line, mention, () => true);
        onMarked();
      },
      mountPoint: (element) => (element === line ? place : null),
      clear() {},
    }));
    const marks: Marks = new Map();
    const end = await start(() => null, adapter, { marks });
    await tell('page.markPost', null);
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    end();
    expect(chips()).toHaveLength(0);
    await start(() => null, { ...adapter, id: 'generic' }, { marks });
    await vi.waitFor(() => expect(chips()[0]?.nextElementSibling).toBe(line));
  });

  test('that cannot start leaves nothing behind', async () => {
    vi.useFakeTimers();
    const refuse = ({ name }: Sent) => (name === 'page.hello' ? 'too_many' : null);
    await expect(start(refuse)).rejects.toThrow('too_many');
    expect(vi.getTimerCount()).toBe(0);
    expect(background.listeners.size).toBe(0);
  });

  test('does not go on starting when the extension goes meanwhile', async () => {
    vi.useFakeTimers();
    const answer = Promise.withResolvers<void>();
    const asked = vi.fn<() => void>();
    const started = start(async ({ name }) => {
      if (name === 'reply.intended') {
        asked();
        await answer.promise;
      }
      return name === 'page.threads' ? 'gone' : null;
    });
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    // What the page tells meanwhile is answered: the extension has gone.
    await vi.advanceTimersByTimeAsync(100);
    expect(background.sent.map(({ name }) => name)).toContain('page.threads');
    answer.resolve();
    await started;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('takes back what the team had mended when its adapter read here before', async () => {
    const table = { post: 'article' };
    const site = { ...adapter, selectors: { page: table } };
    background.rules = { ...rules, selectors: { 'page.post': 'section' } };
    const end = await start(() => null, site);
    expect(table).toEqual({ post: 'section' });
    end();
    background.rules = rules;
    await start(() => null, site);
    expect(table).toEqual({ post: 'article' });
  });

  test('ends without a trace', async () => {
    post('1', 'My Acme kettle stopped');
    const before = document.body.cloneNode(true) as Element;
    const end = await start();
    await vi.waitFor(() => expect(chips()).toHaveLength(1));
    end();
    expect(document.body.isEqualNode(before)).toBe(true);
    expect(background.listeners.size).toBe(0);
  });
});
