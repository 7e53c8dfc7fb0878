/**
 * What a content script says of another site is refused, whatever it asks (reliability.md T2). The cases are made
 * from the map of messages: every place in a request where a thread, a post or a site stands is filled with that of
 * another site, and the real handlers are asked. A new message is tried by itself.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { aTeam } from '#tests/support/a-team.ts';
import { aBrand, aPost, aThread } from '#tests/support/builders.ts';
import { messages } from '#utils/messages/map.ts';
import type { MessageName } from '#utils/messages/map.ts';
import { answer } from '#utils/messages/receive.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import type { Post } from '#utils/model/post.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import { browser } from '#utils/platform/browser.ts';
import { createServices } from '../services.ts';
import { createDraftHandlers } from './drafts.ts';
import { createGuardHandlers } from './guard.ts';
import { createPageHandlers } from './pages.ts';
import { createSiteHealthHandlers } from './site-health.ts';
import { createStoryHandlers } from './stories.ts';
import { createThreadHandlers } from './threads.ts';

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  enum?: unknown[];
  minimum?: number;
}

/** What fills the places of one request. */
interface Subject {
  threadId: string;
  post: Post;
}

/** Messages of content scripts that speak of no post, thread or site: there is nothing to hold them to. */
const speakOfNothing = new Set([
  'live.beat',
  'page.probe',
  'reply.intended',
  'site.health',
  'teach.offer',
]);

const sites = new Set(['site', 'ownSite']);
const places = new Set(['threadId', 'threadIds', 'post', 'target', ...sites]);
const posts = new Set(['post', 'target']);

const names = (Object.keys(messages) as MessageName[]).filter((name) =>
  (messages[name].from as readonly string[]).includes('content'),
);
const schemaOf = (name: MessageName) =>
  z.toJSONSchema(messages[name].request, { io: 'input' }) as JsonSchema;

/** Paths of all places in a request, as `mentions.threadId`. */
function placesIn({ properties = {}, items }: JsonSchema, path: string[] = []): string[] {
  const here = Object.entries(properties).flatMap(([key, schema]) =>
    places.has(key) ? [[...path, key].join('.')] : placesIn(schema, [...path, key]),
  );
  return items ? [...here, ...placesIn(items, path)] : here;
}

/** A request that the schema takes; `subjectAt` gives what stands at a place. */
function fill(schema: JsonSchema, subjectAt: (path: string) => Subject, path = ''): unknown {
  const key = path.split('.').at(-1) ?? '';
  if (posts.has(key)) return subjectAt(path).post;
  if (key === 'threadIds') return [subjectAt(path).threadId];
  if (key === 'threadId') return subjectAt(path).threadId;
  if (sites.has(key)) return subjectAt(path).post.site;
  if (key === 'match') return aThread().match;
  if (key === 'source') return 'sent';
  if (schema.anyOf) return fill(schema.anyOf.at(-1) ?? {}, subjectAt, path);
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'array') return [fill(schema.items ?? {}, subjectAt, path)];
  if (schema.type === 'object') {
    const { properties = {}, required = [] } = schema;
    const wanted = Object.keys(properties).filter(
      (one) => required.includes(one) || posts.has(one),
    );
    return Object.fromEntries(
      wanted.map((one) => {
        const inside = path === '' ? one : `${path}.${one}`;
        return [one, fill(properties[one] ?? {}, subjectAt, inside)];
      }),
    );
  }
  if (schema.type === 'integer') return Math.max(0, schema.minimum ?? 0);
  if (schema.type === 'boolean') return true;
  return schema.type === 'null' ? null : 'words';
}

const isOfOwnSite = ({ message }: { message: string }) => message.includes('own site');
const subjectOf = (post: Post): Subject => ({ threadId: toPostKey(post), post });
const asked = 'Whoever reads this has read what another site has brought';
const forum = { site: 'generic', permalink: null } as const;

/** Two sites, of which each may speak of its own posts; `foreign` is on record in this browser. */
const worlds = {
  'a site at its own address': {
    sender: { kind: 'content', tabId: 1, origin: 'https://www.reddit.com' },
    foreignSender: { kind: 'content', tabId: 2, origin: 'https://x.com' },
    own: subjectOf(aPost({ site: 'reddit', id: 't3_1', permalink: null })),
    foreign: subjectOf(aPost({ text: asked })),
  },
  'one of many forums': {
    sender: { kind: 'content', tabId: 1, origin: 'https://forum.example' },
    foreignSender: { kind: 'content', tabId: 2, origin: 'https://other.example' },
    own: subjectOf(aPost({ ...forum, id: 'forum.example/t/1' })),
    foreign: subjectOf(aPost({ ...forum, id: 'other.example/t/1', text: asked })),
  },
  'a frame of a site that stands in frames': {
    sender: { kind: 'frame', tabId: 1, frameId: 7, origin: 'https://disqus.com' },
    foreignSender: { kind: 'content', tabId: 2, origin: 'https://x.com' },
    own: subjectOf(aPost({ site: 'disqus', id: 'disqus.com/1', permalink: null })),
    foreign: subjectOf(aPost({ text: asked })),
  },
} as const satisfies Record<
  string,
  { sender: Sender; foreignSender: Sender; own: Subject; foreign: Subject }
>;
type World = (typeof worlds)[keyof typeof worlds];

/** Every message with every place of it, one at a time, and all at once. */
const cases = names.flatMap((name) => {
  const found = placesIn(schemaOf(name));
  const whole = found.length > 1 ? [{ name, foreignAt: found }] : [];
  return [...found.map((place) => ({ name, foreignAt: [place] })), ...whole];
});

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.session.clear();
  vi.spyOn(browser.action, 'setBadgeText').mockResolvedValue(undefined);
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
  vi.spyOn(browser.scripting, 'removeCSS').mockResolvedValue(undefined);
  vi.spyOn(browser.scripting, 'insertCSS').mockResolvedValue(undefined);
  // Both tabs hold a content script; one that does not answer is forgotten.
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: null } as never);
});

/** A worker whose team knows both threads, with a draft, a claim and an intent on the foreign one. */
async function aWorker({ sender, foreignSender, own, foreign }: World) {
  const { owner, member } = await aTeam();
  await owner.record([{ kind: 'brand.save', args: aBrand() }]);
  await owner.engine.sync();
  await member.engine.sync();
  const services = createServices(member.db);
  const handlers = {
    ...createPageHandlers(services, () => undefined),
    ...createThreadHandlers(services),
    ...createGuardHandlers(services),
    ...createDraftHandlers(services),
    ...createStoryHandlers(services),
    ...createSiteHealthHandlers(services),
  } as Handlers;
  const ask = (name: MessageName, request: unknown, from: Sender) =>
    answer(handlers, { name, request }, from, () => false, { isWanted: async () => true });
  const { match } = aThread();
  for (const [subject, from] of [
    [own, sender],
    [foreign, foreignSender],
  ] as const) {
    const { site } = subject.post;
    await ask('page.hello', { site, ownSite: site }, from);
    await ask('mention.report', { mentions: [{ ...subject, match }] }, from);
  }
  await services.engine.sync();
  const { threadId } = foreign;
  await ask('thread.claim', { threadId }, foreignSender);
  await ask('draft.save', { threadId, text: asked }, foreignSender);
  // A line that comes up late would fetch while the messages are tried.
  services.engine.disconnect();
  await services.engine.sync();
  const state = async () => ({
    rows: await Promise.all(
      member.db.tables.map(async (table) => [table.name, await table.toArray()]),
    ),
    session: await browser.storage.session.get(null),
  });
  return { ask, state };
}

test('every message of content scripts is tried, or speaks of nothing', () => {
  const tried = new Set<string>(cases.map(({ name }) => name));
  expect(names.filter((name) => tried.has(name) === speakOfNothing.has(name))).toEqual([]);
  expect(cases.length).toBeGreaterThan(25);
});

test('a place that is nested in a list is found', () => {
  const inside = z.strictObject({ things: z.array(z.strictObject({ threadId: z.string() })) });
  expect(placesIn(z.toJSONSchema(inside) as JsonSchema)).toEqual(['things.threadId']);
});

describe.each(Object.entries(worlds))('%s', (_which, world) => {
  const { sender, own, foreign } = world;
  // Forums share their kind: which of them a page is says its address alone.
  const isSame = own.post.site === foreign.post.site;
  const isAsked = (name: MessageName) =>
    (messages[name].from as readonly string[]).includes(sender.kind);
  const tried = cases.filter(
    ({ name, foreignAt }) =>
      isAsked(name) && !(isSame && foreignAt.some((place) => sites.has(place))),
  );

  test('may say nothing of another nor hears of it', { timeout: 30_000 }, async () => {
    const { ask, state } = await aWorker(world);
    const before = JSON.stringify(await state());
    expect(before).toContain(asked);
    const fetched = vi.spyOn(globalThis, 'fetch');
    const wrong: string[] = [];
    for (const { name, foreignAt } of tried) {
      const request = fill(schemaOf(name), (path) => (foreignAt.includes(path) ? foreign : own));
      const told = await ask(name, request, sender);
      const isRefused = !told.ok && told.error.code === 'forbidden' && isOfOwnSite(told.error);
      // A list of what a page shows is kept without what is not its own.
      const isKept = name === 'page.threads' && told.ok && told.value === null;
      const isUnheard = JSON.stringify(await state()) === before && fetched.mock.calls.length === 0;
      if ((isRefused || isKept) && isUnheard) continue;
      wrong.push(`${name} with another's ${foreignAt.join(' and ')}: ${JSON.stringify(told)}`);
    }
    expect(wrong).toEqual([]);
  });

  test('may say everything of its own', { timeout: 30_000 }, async () => {
    const { ask } = await aWorker(world);
    const refused: string[] = [];
    // A proposal answers what a person has begun (teach.test.ts).
    for (const name of names.filter((one) => isAsked(one) && one !== 'teach.offer')) {
      const told = await ask(
        name,
        fill(schemaOf(name), () => own),
        sender,
      );
      // The fake browser has no panel to open, which is another matter.
      if (!told.ok && told.error.code !== 'no_panel') refused.push(`${name}: ${told.error.code}`);
    }
    expect(refused).toEqual([]);
  });
});
