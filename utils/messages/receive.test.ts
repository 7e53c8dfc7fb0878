import { describe, expect, test } from 'vitest';
import { MessageError } from './answer.ts';
import { messages } from './map.ts';
import type { MessageName, SenderKind } from './map.ts';
import { answer, toSender } from './receive.ts';
import type { Handlers, Sender } from './receive.ts';

const ownId = 'own-extension';
const ownOrigin = 'chrome-extension://own-extension';

function handlersThat(result: (name: MessageName) => Promise<unknown>): Handlers {
  const names = Object.keys(messages) as MessageName[];
  return Object.fromEntries(names.map((name) => [name, () => result(name)])) as unknown as Handlers;
}

const kinds: SenderKind[] = ['content', 'frame', 'page'];
const wanted = { isWanted: async () => true };
const senderOf = (kind: SenderKind): Sender => ({ kind, tabId: 1, origin: 'https://x.com' });

describe('toSender', () => {
  test('takes an extension page for a page, even in a tab', () => {
    const sender = { id: ownId, url: `${ownOrigin}/options.html`, tab: { id: 4 } };
    expect(toSender(sender as never, ownId, ownOrigin)).toMatchObject({ kind: 'page', tabId: 4 });
  });

  test('takes a top frame with a tab for a content script of its origin', () => {
    const sender = { id: ownId, url: 'https://x.com/home', frameId: 0, tab: { id: 4 } };
    expect(toSender(sender as never, ownId, ownOrigin)).toEqual({
      kind: 'content',
      tabId: 4,
      origin: 'https://x.com',
    });
  });

  test('takes a frame for its own origin, where that may stand in frames', () => {
    const sender = { id: ownId, url: 'https://frames.example/1', frameId: 3, tab: { id: 4 } };
    const standsInFrames = (origin: string) => origin === 'https://frames.example';
    expect(toSender(sender as never, ownId, ownOrigin, { standsInFrames })).toEqual({
      kind: 'frame',
      tabId: 4,
      frameId: 3,
      origin: 'https://frames.example',
    });
  });

  test('believes the origin that the browser gives rather than the address', () => {
    const sender = {
      id: ownId,
      url: 'https://bsky.app/',
      origin: 'https://x.com',
      frameId: 0,
      tab: { id: 4 },
    };
    expect(toSender(sender as never, ownId, ownOrigin)?.origin).toBe('https://x.com');
  });

  test.each([
    ['another extension', { id: 'other', url: `${ownOrigin}/options.html` }],
    ['an embedded frame', { id: ownId, url: 'https://x.com/', frameId: 3, tab: { id: 4 } }],
    ['a sender without tab', { id: ownId, url: 'https://x.com/' }],
    ['a page whose host begins like ours', { id: ownId, url: `${ownOrigin}.evil.example/` }],
    ['a broken address', { id: ownId, url: 'nonsense', frameId: 0, tab: { id: 4 } }],
  ])('knows nobody in %s', (_who, sender) => {
    expect(toSender(sender as never, ownId, ownOrigin)).toBeNull();
  });
});

describe('answer', () => {
  test('tells a content script that asks too much to wait', async () => {
    const raw = { name: 'live.beat', request: null };
    const ask = (kind: SenderKind) =>
      answer(
        handlersThat(async () => null),
        raw,
        senderOf(kind),
        () => true,
      );
    expect(await ask('content')).toMatchObject({ ok: false, error: { code: 'too_many' } });
    expect(await ask('frame')).toMatchObject({ ok: false, error: { code: 'too_many' } });
    expect(await ask('page')).toMatchObject({ ok: true });
  });

  test.each(
    (Object.keys(messages) as MessageName[]).flatMap((name) =>
      kinds.map((kind) => [name, kind] as const),
    ),
  )('lets %s through from %s only when the map says so', async (name, kind) => {
    const handlers = handlersThat(async () => null);
    const result = await answer(
      handlers,
      { name, request: { bad: Symbol('never valid') } },
      senderOf(kind),
      () => false,
      wanted,
    );
    const isAllowed = (messages[name].from as readonly SenderKind[]).includes(kind);
    expect(result.ok ? 'ok' : result.error.code).toBe(isAllowed ? 'invalid' : 'forbidden');
  });

  test.each([
    ['an unknown name', { name: 'token.read', request: null }],
    ['a name from the prototype', { name: 'toString', request: null }],
    ['no name', { request: null }],
    ['nothing', null],
    ['a number', 7],
  ])('refuses %s', async (_what, raw) => {
    const result = await answer(
      handlersThat(async () => null),
      raw,
      senderOf('page'),
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'unknown' } });
  });

  test('passes the words of a MessageError on', async () => {
    const handlers = handlersThat(() => Promise.reject(new MessageError('away', 'Try later.')));
    const result = await answer(handlers, { name: 'settings.load' }, senderOf('page'));
    expect(result).toEqual({ ok: false, error: { code: 'away', message: 'Try later.' } });
  });

  test('keeps the text of any other error to itself', async () => {
    const handlers = handlersThat(() => Promise.reject(new Error('secret path')));
    const result = await answer(handlers, { name: 'settings.load' }, senderOf('page'));
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});
