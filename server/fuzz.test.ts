/** Whatever stands in a body, the server answers 2xx or 4xx and goes on (reliability.md T22, T23). */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aBoardView, aDesk, aPartner, aRouting } from '#tests/support/board-builders.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { aBrand, aFollowUp, aGuide, aMatch, aPost, aReply, aSighting } from './testing/builders.ts';
import { fact, toOutcomes } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { withStore } from './testing/with-store.ts';

/** Bodies in all; `HEARBACK_FUZZ=100000` for the long run of T22. */
const BODIES = Number(process.env.HEARBACK_FUZZ ?? 4_000);
/** What the process of the test, with server and generator, may grow by, bytes. */
const GROWTH_MAX = 400e6;

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam({ waitMs: 1 });
  await team.owner.push(aSighting());
});
afterAll(() => team.end());

/** Calls that take a body, each with one that is right in shape. */
const calls: Record<string, unknown> = {
  '/v1/push': { epoch: 'e', ackMid: 0, mutations: [{ mid: 1, mutation: aSighting() }] },
  '/v1/claims': { action: 'take', threadId: 'x:1', fence: 1, to: 'm', note: '' },
  '/v1/threads': { ids: ['x:1'] },
  '/v1/guard': { threadId: 'x:1', knownReplyIds: ['x:2'] },
  '/v1/join': { invite: 'i'.repeat(20), name: 'Ada', device: 'Test' },
  '/v1/invites': { role: 'member' },
  '/v1/wait': {
    cursor: { epoch: 'e', seq: 0, mark: '' },
    presence: [{ threadId: 'x:1', kind: 'typing' }],
    presenceMark: '',
  },
  '/v1/erase': { postKey: 'x:none' },
  '/v1/team': { retentionDays: 30 },
  '/v1/members/role': { memberId: 'm', role: 'member' },
  '/v1/members/remove': { memberId: 'm' },
  '/v1/devices/revoke': { deviceId: 'd' },
  '/v1/pictures': { storyId: 'x:1', hash: 'a'.repeat(64), type: 'image/png', data: 'aGk=' },
  '/v1/shares': { collectionId: 'c', days: 30, onlyGranted: true },
  '/v1/shares/end': { id: 's' },
  '/v1/webhooks': {
    id: null,
    name: 'Chat',
    url: 'https://chat.example/hook',
    kind: 'slack',
    events: ['theme'],
  },
  '/v1/webhooks/remove': { id: 'w' },
  '/v1/webhooks/test': { id: 'w' },
  '/v1/webhooks/send': {
    id: 'w',
    message: { title: 'Hi', lines: ['a'], quotes: [{ text: 'b', by: 'c', url: null }] },
  },
  '/v1/webhooks/notices': { notices: [{ event: 'late', threadId: 'x:1', at: 1 }] },
  '/stories/read': { token: 't'.repeat(50) },
  '/practice/posts': { text: 'Hi', parentId: null },
};
/** Of the bodies, facts within good pushes take half. */
const RUNS = Math.ceil(BODIES / 2 / Object.keys(calls).length);

const hostileKeys = ['__proto__', 'constructor', 'toString', 'then', '', '\0', '\ud800'];

/** Values that programs trip over, beside any JSON. */
const nasty = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    1e308,
    -1,
    0.5,
    2 ** 53,
    -(2 ** 63),
    '',
    '\0',
    '\ud800',
    'x'.repeat(5_000),
    true,
    null,
    [],
    {},
    [[[[]]]],
    { toString: 1 },
    JSON.parse('{"__proto__": {"role": "owner"}}'),
  ),
  fc.dictionary(fc.constantFrom(...hostileKeys), fc.jsonValue({ maxDepth: 2 }), {
    noNullPrototype: true,
  }),
);

/** Puts `value` at the place that `path` picks; the rest of the body stays right. */
function spoil(body: unknown, path: number[], value: unknown): unknown {
  const [pick, ...rest] = path;
  if (pick === undefined || typeof body !== 'object' || body === null) return value;
  const copy = structuredClone(body) as Record<string, unknown>;
  const keys = Object.keys(copy);
  const key = keys[pick % (keys.length + 1)];
  if (key === undefined)
    return { ...copy, [hostileKeys[pick % hostileKeys.length] ?? 'more']: value };
  copy[key] = spoil(copy[key], rest, value);
  return copy;
}

const path = fc.array(fc.nat(40), { maxLength: 6 });

/** The status of an answer that says the server failed. */
async function findFailure(url: string, body: string): Promise<number | null> {
  const { status } = await team.lead.ask('POST', url, body);
  return status >= 500 || status < 200 ? status : null;
}

it.each(Object.keys(calls))(
  '%s answers any body with 2xx or 4xx',
  { timeout: 60_000 + RUNS * 50 },
  async (url) => {
    await fc.assert(
      fc.asyncProperty(path, nasty, async (place, value) => {
        const body = JSON.stringify(spoil(calls[url], place, value)) ?? '';
        expect(await findFailure(url, body)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  },
);

it.each(Object.keys(calls))('%s answers what is not JSON with 4xx', async (url) => {
  for (const body of ['', '{', 'nul', '\0', '"\\ud800', '['.repeat(100_000), '{"__proto__":']) {
    const { status } = await team.member.ask('POST', url, body);
    // The practice page takes only so many posts a minute.
    expect([400, 429]).toContain(status);
  }
});

const facts = [
  aSighting(),
  aReply(),
  fact('thread.setOutcome', { id: 'x:1', outcome: 'open', reason: '' }),
  fact('thread.confirm', { id: 'x:1' }),
  fact('story.save', { id: 'x:1', post: aPost(), note: '', tags: [], permission: 'none' }),
  fact('story.edit', {
    id: 'x:1',
    note: 'N',
    campaign: 'spring',
    addTags: ['a'],
    removeTags: ['b'],
    putInto: ['c'],
    takeFrom: ['d'],
  }),
  fact('story.consent', {
    id: 'x:1',
    state: 'granted',
    evidence: { text: 'Sure', permalink: 'https://x.com/lena_example/status/9' },
  }),
  fact('story.notice', {
    id: 'x:1',
    change: { kind: 'edited', text: 'Other words' },
    arc: [{ ...aFollowUp(), from: 'customer', handle: 'lena_example' }],
    picture: { hash: 'a'.repeat(64), type: 'image/webp', width: 10, height: 10, bytes: 10 },
  }),
  fact('collection.save', { id: 'c', name: 'Fair', note: '' }),
  fact('thread.followUp', { id: 'x:1', followUp: aFollowUp() }),
  fact('thread.route', { id: 'x:1', deskId: 'support', assignee: 'm', note: 'Soon', ruleId: 'r' }),
  fact('thread.snooze', { id: 'x:1', until: 5 }),
  fact('desk.save', aDesk()),
  fact('partner.save', aPartner()),
  fact('routing.save', aRouting()),
  fact('view.save', aBoardView()),
  fact('library.save', { id: 'l', kind: 'snippet', text: 'Hi', tags: [], at: 1 }),
  fact('thread.label', { id: 'x:1', intent: 'complaint', urgency: null, lang: 'en' }),
  fact('look.ask', { id: 'x:1', text: 'Hi', note: 'Right tone?' }),
  fact('look.answer', { id: 'x:1', verdict: 'changes', text: 'Warmer' }),
  fact('look.end', { id: 'x:1' }),
  fact('library.setState', { id: 'l', state: 'approved' }),
  fact('library.use', { id: 'l', use: 'sent', kept: 0.5 }),
  fact('library.forgetUses', { id: 'l' }),
  fact(
    'guide.save',
    aGuide({ use: ['cheers'], avoid: [{ word: 'unfortunately', instead: 'sadly' }] }),
  ),
  fact('brand.save', aBrand()),
  fact('member.update', { id: 'm', name: 'Ada', handles: [] }),
];

it('refuses a spoiled fact alone, whatever it is', { timeout: 60_000 + BODIES * 25 }, async () => {
  const before = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...facts), path, nasty, async (sound, place, value) => {
      const spoiled = JSON.parse(JSON.stringify(spoil(sound, place, value)) ?? 'null') as unknown;
      const outcomes = toOutcomes(await team.member.push(spoiled, aSighting()));
      expect(outcomes[1]).toBe('ok');
    }),
    { numRuns: Math.ceil(BODIES / 2) },
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(GROWTH_MAX);
});

it('keeps no field that the team’s records do not have', async () => {
  const post = { ...aPost({ id: 'extra' }), role: 'owner', deleted_at: 1 };
  await team.member.push({ kind: 'thread.see', args: { id: 'x:extra', post, match: aMatch() } });
  const { rows } = await team.owner.snapshot();
  expect(rows.find(({ id }) => id === 'x:extra')?.body).toMatchObject({
    post: aPost({ id: 'extra' }),
  });
  expect(JSON.stringify(rows)).not.toContain('deleted_at');
  expect(({} as { role?: string }).role).toBeUndefined();
});

async function expectTablesAsBefore(): Promise<void> {
  await withStore(team, async (store) => {
    const roles = await store.all('SELECT role FROM member ORDER BY role');
    expect(roles.map(({ role }) => role)).toEqual(['lead', 'member', 'owner']);
    for (const table of ['team', 'thread', 'reply', 'device', 'change', 'applied', 'audit']) {
      const [row] = await store.all(`SELECT COUNT(*) AS total FROM ${table}`);
      expect([table, Number(row?.total) > 0]).toEqual([table, true]);
    }
  });
}

/** What sqlmap tries, and what breaks quoting of SQLite and PostgreSQL. */
const injections = [
  "'; DROP TABLE thread; --",
  "' OR '1'='1",
  '" OR ""="',
  "1; UPDATE member SET role='owner'; --",
  "') UNION SELECT name FROM device --",
  "x'||(SELECT name FROM team)||'",
  '$1; $$ SELECT pg_sleep(5) $$',
  "\\'; VACUUM; --",
  '?',
  ':id @id $id',
  '%_\\%',
  '/* */ -- ;',
  "'; ATTACH DATABASE 'x' AS y; --",
];

describe.each(injections)('with %j in every field', (words) => {
  async function find<T>(kind: RecordKind, id: string): Promise<T | undefined> {
    const { rows } = await team.owner.snapshot();
    return rows.find((row) => row.kind === kind && row.id === id)?.body as T | undefined;
  }

  it('stores the words as they are', async () => {
    const id = `x:${words}`;
    const post = aPost({ id: words, text: words, title: words, author: { handle: words } });
    const { id: memberId } = team.member.joined.member;
    const entry = { id: words, kind: 'snippet', text: words, title: words, at: 1 } as const;
    const story = { id, post, note: words, tags: [words], permission: 'none' } as const;
    const pushed = await team.lead.push(
      aSighting(post, { matched: words, reason: words }),
      aReply({ id: `r${words}`, threadId: id, handle: words, text: words }),
      fact('thread.setOutcome', { id, outcome: 'open', reason: words }),
      fact('story.save', { ...story, tags: [words], campaign: words, collections: [words] }),
      fact('story.consent', { id, state: 'asked', evidence: { text: words, permalink: null } }),
      fact('story.notice', { id, change: { kind: 'edited', text: words } }),
      fact('collection.save', { id: words, name: words, note: words }),
      fact('thread.followUp', { id, followUp: aFollowUp({ id: `f${words}`, text: words }) }),
      fact('library.save', { ...entry, question: words, tags: [words] }),
      fact('thread.route', { id, deskId: words, assignee: words, note: words }),
      fact('desk.save', aDesk({ id: words, name: words })),
      fact('partner.save', aPartner({ id: words, name: words, contact: words, note: words })),
      fact('view.save', aBoardView({ id: words, name: words })),
      fact('look.ask', { id, text: words, note: words }),
      fact('look.answer', { id, verdict: 'comment', text: words }),
      fact('guide.save', aGuide({ signature: words, use: [words] })),
      fact('brand.save', aBrand({ id: words, name: words, names: [words] })),
      fact('member.update', { id: memberId, name: words, handles: [{ site: 'x', handle: words }] }),
    );
    expect(toOutcomes(pushed)).toEqual(pushed.results.map(() => 'ok'));
    const comments = [{ text: words }];
    const look = { text: words, note: words, comments };
    expect(await find('thread', id)).toMatchObject({
      post,
      outcomeReason: words,
      look,
      route: { note: words, deskId: words },
    });
    expect(await find('guide', 'guide')).toMatchObject({ signature: words, use: [words] });
    expect(await find('library', words)).toMatchObject({ text: words, question: words });
    expect(await find('reply', `r${words}`)).toMatchObject({ text: words, threadId: id });
    expect(await find('member', memberId)).toMatchObject({ name: words, role: 'member' });
    const request = { threadId: id, fence: 0, to: memberId, note: words } as const;
    const { claim } = await team.lead.claim({ action: 'handOver', ...request });
    expect(claim?.note).toBe(words);
    await expectTablesAsBefore();
  });

  it('finds nothing by them as ids', async () => {
    const ask = { threadId: words, knownReplyIds: [words] };
    expect((await team.member.ask('POST', '/v1/guard', ask)).status).toBe(404);
    const handOver = { action: 'handOver', threadId: 'x:1', fence: 0, to: words };
    expect((await team.lead.ask('POST', '/v1/claims', handOver)).status).toBe(404);
    const query = new URLSearchParams({ epoch: words.slice(0, 60), seq: '0', mark: words });
    expect((await team.member.ask('GET', `/v1/pull?${query}`)).status).toBe(410);
  });
});
