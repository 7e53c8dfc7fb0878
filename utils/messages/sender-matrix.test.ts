/** Who may ask what (reliability.md T2): every message of the map from every kind of sender. */
import { describe, expect, test } from 'vitest';
import { messages } from './map.ts';
import type { MessageName, SenderKind } from './map.ts';
import { answer, toSender } from './receive.ts';
import type { FrameRule, Handlers } from './receive.ts';

const ownId = 'own-extension';
const ownOrigin = 'chrome-extension://own-extension';
const names = Object.keys(messages) as MessageName[];

/** Senders as the browser describes them, and what each of them counts as. */
const senders: Record<string, { sender: object; kind: SenderKind | null; isOff?: true }> = {
  'a content script': {
    sender: { id: ownId, url: 'https://x.com/home', frameId: 0, tab: { id: 4 } },
    kind: 'content',
  },
  'a content script that says it is in use': {
    sender: {
      id: ownId,
      url: 'https://x.com/',
      frameId: 0,
      tab: { id: 4 },
      documentLifecycle: 'active',
    },
    kind: 'content',
  },
  'a content script in a frame': {
    sender: { id: ownId, url: 'https://x.com/embed', frameId: 7, tab: { id: 4 } },
    kind: null,
  },
  'a content script in a frame of a site that stands in frames': {
    sender: { id: ownId, url: 'https://frames.example/', frameId: 7, tab: { id: 4 } },
    kind: 'frame',
  },
  'a content script in such a frame of a site that is switched off': {
    sender: { id: ownId, url: 'https://off.frames.example/', frameId: 7, tab: { id: 4 } },
    kind: 'frame',
    isOff: true,
  },
  'a content script in a frame whose address is of one origin and which is of another': {
    sender: {
      id: ownId,
      url: 'https://frames.example/',
      origin: 'https://x.com',
      frameId: 7,
      tab: { id: 4 },
    },
    kind: null,
  },
  'a content script in a sandboxed frame': {
    sender: {
      id: ownId,
      url: 'https://frames.example/',
      origin: 'null',
      frameId: 7,
      tab: { id: 4 },
    },
    kind: null,
  },
  'a content script in a frame of a page put away': {
    sender: {
      id: ownId,
      url: 'https://frames.example/',
      frameId: 7,
      tab: { id: 4 },
      documentLifecycle: 'cached',
    },
    kind: null,
  },
  'a content script in a page nobody has opened': {
    sender: {
      id: ownId,
      url: 'https://x.com/',
      frameId: 0,
      tab: { id: 4 },
      documentLifecycle: 'prerender',
    },
    kind: null,
  },
  'a content script in a page put away': {
    sender: {
      id: ownId,
      url: 'https://x.com/',
      frameId: 0,
      tab: { id: 4 },
      documentLifecycle: 'cached',
    },
    kind: null,
  },
  'a page of the extension': {
    sender: { id: ownId, url: `${ownOrigin}/popup.html`, origin: ownOrigin },
    kind: 'page',
  },
  'a page of the extension in a tab': {
    sender: { id: ownId, url: `${ownOrigin}/options.html`, frameId: 0, tab: { id: 9 } },
    kind: 'page',
  },
  'another extension': {
    sender: { id: 'other-extension', url: 'chrome-extension://other-extension/a.html' },
    kind: null,
  },
  'another extension that names our page': {
    sender: { id: 'other-extension', url: `${ownOrigin}/popup.html` },
    kind: null,
  },
  'something without a place': { sender: { id: ownId }, kind: null },
  'a web page': {
    sender: { url: 'https://x.com/home', frameId: 0, tab: { id: 4 } },
    kind: null,
  },
};

/** All that a page which owns its content script may ask; a new message is added here by hand, or not at all. */
const mayComeFromContent = new Set<string>([
  'draft.forget',
  'draft.load',
  'draft.save',
  'live.beat',
  'mention.report',
  'page.hello',
  'page.probe',
  'page.threads',
  'panel.open',
  'presence.report',
  'reply.guard',
  'reply.intend',
  'reply.intended',
  'reply.report',
  'site.health',
  'site.load',
  'story.save',
  'teach.offer',
  'thread.claim',
  'thread.confirm',
  'thread.keep',
  'thread.release',
  'thread.reopen',
  'thread.setAside',
  'thread.takeOver',
]);

/** The same for a frame, which shows nothing of ours: no act of a chip, no window of ours, no hit tests. */
const mayComeFromFrames = new Set<string>([
  'draft.forget',
  'draft.load',
  'draft.save',
  'live.beat',
  'mention.report',
  'page.hello',
  'page.threads',
  'presence.report',
  'reply.guard',
  'reply.intend',
  'reply.intended',
  'reply.report',
  'site.health',
  'site.load',
  'thread.keep',
]);

/** One site stands in frames; another does and is switched off. */
const frames: FrameRule = {
  standsInFrames: (origin) => /^https:\/\/(?:off\.)?frames\.example$/u.test(origin),
  isWanted: async (origin) => origin === 'https://frames.example',
};

async function ask(name: string, sender: object) {
  let asked = 0;
  const handlers = Object.fromEntries(
    names.map((one) => [
      one,
      async () => {
        asked += 1;
        return null;
      },
    ]),
  ) as unknown as Handlers;
  // Never valid, so that what is let through ends as `invalid` and no handler has to be imitated.
  const raw = { name, request: { neverValid: Symbol('x') } };
  const known = toSender(sender as never, ownId, ownOrigin, frames);
  const result = await answer(handlers, raw, known, () => false, frames);
  return { code: result.ok ? 'ok' : result.error.code, asked };
}

describe.each(Object.entries(senders))('%s', (_who, { sender, kind, isOff = false }) => {
  test.each(names)('is let through to %s as far as the map says', async (name) => {
    const isListed = kind !== null && (messages[name].from as readonly string[]).includes(kind);
    const isAllowed = isListed && !isOff;
    const refusal = kind === null ? 'unknown' : 'forbidden';
    expect(await ask(name, sender)).toEqual({ code: isAllowed ? 'invalid' : refusal, asked: 0 });
  });
});

test.each([
  ['a content script', 'content', mayComeFromContent],
  ['a content script in a frame', 'frame', mayComeFromFrames],
] as const)('what %s may ask is what is listed here', (_who, kind, listed) => {
  const found = names.filter((name) =>
    (messages[name].from as readonly SenderKind[]).includes(kind),
  );
  expect(found.toSorted()).toEqual([...listed].toSorted());
});
