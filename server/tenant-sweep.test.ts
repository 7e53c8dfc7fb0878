/** Every call of one team with the ids of another (reliability.md T18): not found, nothing told, nothing changed. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import { readTable, tables } from './backup/tables.ts';
import { createHub } from './hub.ts';
import { silentLogger } from './log.ts';
import {
  aBrand,
  aPicture,
  aPost,
  aReply,
  aSighting,
  aStory,
  toPicture,
} from './testing/builders.ts';
import { onEachStore } from './testing/on-each-store.ts';
import { addSecondTeam } from './testing/second-team.ts';
import { fact } from './testing/test-device.ts';
import type { TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { withStore } from './testing/with-store.ts';
import type { Row } from './store/database.ts';

const CANARY = 'canary-of-team-b';

interface Call {
  path: string;
  body?: unknown;
}
/** What is known of team B to whoever attacks it: every id, cursor, place. */
interface Known {
  threadId: string;
  storyId: string;
  shareId: string;
  webhookId: string;
  replyId: string;
  memberId: string;
  deviceId: string;
  cursor: { epoch: string; seq: number; mark: string };
  snapshotAfter: string;
  auditBefore: string;
  /** The attacker's own epoch, device number. */
  epoch: string;
  mid: number;
}

const OPEN = 'open to everybody' as const;
const openPages = `
  /healthz /join /join.css /board /board/board.html /board/options.html /board/zod-without-eval.js /board/assets/:name
  /stories /stories.css /stories.js
  /practice /practice/posts /practice/page.js /practice/rich-editor.js /practice/style.css
`;

/** Each route of the server; a new one fails until it stands here. */
const routes: Record<string, ((known: Known) => Call[]) | typeof OPEN> = {
  ...Object.fromEntries(
    openPages
      .trim()
      .split(/\s+/u)
      .map((path) => [`GET ${path}`, OPEN]),
  ),
  'POST /practice/posts': OPEN,
  'POST /practice/start-over': OPEN,
  'POST /v1/join': () => [
    { path: '/v1/join', body: { invite: `team-b.${'A'.repeat(43)}`, name: 'Eve', device: '' } },
  ],
  'GET /v1/me': () => [{ path: '/v1/me' }],
  'GET /v1/devices': () => [{ path: '/v1/devices' }],
  'POST /v1/devices/revoke': ({ deviceId }) => [{ path: '/v1/devices/revoke', body: { deviceId } }],
  'POST /v1/devices/rotate': () => [{ path: '/v1/devices/rotate?team=team-b', body: {} }],
  'POST /v1/devices/split': ({ deviceId }) => [
    { path: '/v1/devices/split', body: { deviceId, teamId: 'team-b' } },
  ],
  'POST /v1/members/role': ({ memberId }) => [
    { path: '/v1/members/role', body: { memberId, role: 'member' } },
  ],
  'POST /v1/members/remove': ({ memberId }) => [{ path: '/v1/members/remove', body: { memberId } }],
  'POST /v1/invites': ({ memberId }) => [{ path: '/v1/invites', body: { memberId } }],
  'POST /v1/team': () => [
    { path: '/v1/team', body: { retentionDays: 7, teamId: 'team-b' } },
    { path: '/v1/team', body: { retentionDays: 8 } },
  ],
  'GET /v1/audit': ({ auditBefore }) => [
    { path: '/v1/audit' },
    { path: `/v1/audit?before=${auditBefore}` },
  ],
  'POST /v1/push': (known) => [
    push(known, 0, aSighting({ id: 'mine' })),
    push(known, 1, aReply({ id: 'x:a', threadId: known.threadId })),
    push(known, 2, aReply({ id: known.replyId, threadId: 'x:mine' })),
    push(
      known,
      3,
      fact('thread.setOutcome', { id: known.threadId, outcome: 'settled', reason: '' }),
    ),
    push(known, 4, fact('thread.confirm', { id: known.threadId })),
    push(known, 5, fact('member.update', { id: known.memberId, name: 'Taken', handles: [] })),
    push(known, 6, fact('brand.remove', { id: 'brand-b' })),
    push(known, 7, fact('brand.save', aBrand({ id: 'brand-b', name: 'Taken' }))),
    push(known, 8, fact('story.remove', { id: known.threadId })),
    push(known, 9, fact('library.remove', { id: 'library-b' })),
    { path: '/v1/push', body: { epoch: known.cursor.epoch, ackMid: 0, mutations: [] } },
  ],
  'GET /v1/pull': ({ cursor, epoch }) => [
    { path: toPull(cursor) },
    { path: toPull({ ...cursor, epoch }) },
    { path: toPull({ epoch, seq: 0, mark: '' }) },
  ],
  'GET /v1/snapshot': ({ snapshotAfter }) => [
    { path: '/v1/snapshot' },
    { path: `/v1/snapshot?after=${snapshotAfter}` },
  ],
  'POST /v1/threads': ({ threadId, replyId }) => [
    { path: '/v1/threads', body: { ids: [threadId, replyId] } },
  ],
  'POST /v1/claims': ({ threadId, memberId }) => [
    { path: '/v1/claims', body: { action: 'take', threadId } },
    { path: '/v1/claims', body: { action: 'renew', threadId, fence: 1 } },
    { path: '/v1/claims', body: { action: 'release', threadId, fence: 1 } },
    { path: '/v1/claims', body: { action: 'takeOver', threadId } },
    { path: '/v1/claims', body: { action: 'handOver', threadId, fence: 1, to: memberId } },
  ],
  'POST /v1/guard': ({ threadId }) => [
    { path: '/v1/guard', body: { threadId, knownReplyIds: [] } },
  ],
  'GET /v1/polish': () => [{ path: '/v1/polish?team=team-b' }],
  'POST /v1/polish': ({ threadId }) => [
    {
      path: '/v1/polish',
      body: { task: 'shorten', drafts: [threadId], post: { text: threadId } },
    },
  ],
  'GET /v1/shares': () => [{ path: '/v1/shares?team=team-b' }],
  'POST /v1/shares': () => [
    { path: '/v1/shares', body: { collectionId: 'collection-b', days: 9, onlyGranted: false } },
  ],
  'POST /v1/shares/end': ({ shareId }) => [{ path: '/v1/shares/end', body: { id: shareId } }],
  'GET /v1/webhooks': () => [{ path: '/v1/webhooks?team=team-b' }],
  'POST /v1/webhooks': ({ webhookId }) => [
    {
      path: '/v1/webhooks',
      body: { id: webhookId, name: 'Mine now', url: null, kind: 'json', events: [] },
    },
  ],
  'POST /v1/webhooks/remove': ({ webhookId }) => [
    { path: '/v1/webhooks/remove', body: { id: webhookId } },
  ],
  'POST /v1/webhooks/test': ({ webhookId }) => [
    { path: '/v1/webhooks/test', body: { id: webhookId } },
  ],
  'POST /v1/webhooks/send': ({ webhookId }) => [
    {
      path: '/v1/webhooks/send',
      body: { id: webhookId, message: { title: 'Hi', lines: [], quotes: [] } },
    },
  ],
  'POST /v1/webhooks/notices': ({ threadId }) => [
    { path: '/v1/webhooks/notices', body: { notices: [{ event: 'late', threadId, at: 1 }] } },
  ],
  'POST /stories/read': () => [
    { path: '/stories/read', body: { token: `team-b.${'A'.repeat(43)}` } },
  ],
  'GET /v1/pictures': ({ storyId }) => [{ path: `/v1/pictures?story=${storyId}` }],
  'POST /v1/pictures': ({ storyId }) => [
    { path: '/v1/pictures', body: { storyId, ...aPicture(CANARY) } },
    { path: '/v1/pictures', body: { storyId, ...aPicture() } },
  ],
  'POST /v1/wait': ({ cursor, threadId }) => [
    {
      path: '/v1/wait',
      body: { cursor, presence: [{ threadId, kind: 'typing' }], presenceMark: '' },
    },
  ],
  'POST /v1/erase': ({ threadId }) => [
    { path: '/v1/erase', body: { postKey: threadId } },
    { path: '/v1/erase', body: { site: 'x', author: CANARY } },
  ],
  // Last, for it ends the device that asks.
  'POST /v1/leave': () => [{ path: '/v1/leave', body: { teamId: 'team-b' } }],
};

function push({ epoch, mid }: Known, offset: number, mutation: unknown): Call {
  const mutations = [{ mid: mid + 1 + offset, mutation }];
  return { path: '/v1/push', body: { epoch, ackMid: 0, mutations } };
}

function toPull({ epoch, seq, mark }: Known['cursor']): string {
  return `/v1/pull?${new URLSearchParams({ epoch, seq: `${seq}`, mark })}`;
}

// Many calls on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

onEachStore((kind) => {
  let a: TestTeam;
  let b: TestDevice;
  let known: Known;
  beforeAll(async () => {
    a = await startTestTeam({ store: kind, waitMs: 50 });
    b = await addSecondTeam(a, CANARY);
    await b.push(
      aSighting({ id: 'only-b', text: CANARY, author: { handle: CANARY } }),
      aReply({ id: 'x:reply-b', threadId: 'x:only-b', text: CANARY }),
      fact('brand.save', aBrand({ id: 'brand-b', name: CANARY })),
      aSighting({ ...aPost(), id: 'held', text: CANARY }),
      fact('story.save', aStory({ id: 'told-b', picture: toPicture(aPicture(CANARY)) })),
    );
    const storyId = aStory({ id: 'told-b' }).id;
    await b.ask('POST', '/v1/pictures', { storyId, ...aPicture(CANARY) });
    await b.push(
      fact('collection.save', { id: 'collection-b', name: CANARY, note: '' }),
      fact('story.edit', { id: storyId, putInto: ['collection-b'] }),
    );
    const share = await b.ask('POST', '/v1/shares', {
      collectionId: 'collection-b',
      days: 9,
      onlyGranted: false,
    });
    const webhook = await b.ask('POST', '/v1/webhooks', {
      id: null,
      name: CANARY,
      url: 'https://chat.example/hook',
      kind: 'json',
      events: ['theme', 'late'],
    });
    await b.claim({ action: 'take', threadId: 'x:held' });
    const page = await b.ask('GET', '/v1/snapshot?limit=1');
    const audit = await b.ask('GET', '/v1/audit');
    const [entry] = (audit.body as { entries: { at: number; id: string }[] }).entries;
    known = {
      threadId: 'x:held',
      storyId,
      shareId: (share.body as { share: { id: string } }).share.id,
      webhookId: (webhook.body as { webhook: { id: string } }).webhook.id,
      replyId: 'x:reply-b',
      memberId: b.joined.member.id,
      deviceId: b.joined.deviceId,
      cursor: (await b.pull()).next,
      snapshotAfter: (page.body as { after: string }).after,
      auditBefore: `${entry?.at}.${entry?.id}`,
      epoch: a.owner.joined.epoch,
      mid: a.owner.mid,
    };
  });
  afterAll(() => a.end());

  it('has a sweep for every route', async () => {
    const app = await withStore(a, async (store) => {
      const publicUrl = () => a.server.url;
      const base = { store, clock: a.clock, log: silentLogger, publicUrl };
      const hub = createHub({ ...base, tickMs: 0 });
      hub.close();
      return createApp({ ...base, hub });
    });
    const served = app.routes.filter(({ method }) => method !== 'ALL');
    const names = served.map(({ method, path }) => `${method} ${path}`);
    expect(names.length).toBeGreaterThan(20);
    expect([...new Set(names)].filter((name) => !(name in routes))).toEqual([]);
  });

  it('tells nothing of the other team, changes nothing of it, whatever is asked', async () => {
    const before = await readAll(b, a);
    const told: string[] = [];
    for (const [route, calls] of Object.entries(routes)) {
      const [method = '', path = ''] = route.split(' ');
      for (const call of calls === OPEN ? [{ path }] : calls(known)) {
        const body = call.body ?? (method === 'POST' ? {} : undefined);
        const answer = await a.owner.ask(method, call.path, body);
        const text = JSON.stringify([answer.body, [...answer.headers]]);
        // A mark, an id, a name: nothing that only team B knows.
        const secrets = [
          aPicture(CANARY).data,
          CANARY,
          known.cursor.mark,
          known.memberId,
          known.deviceId,
        ];
        if (secrets.some((secret) => text.includes(secret))) told.push(`${route}: ${text}`);
        expect(answer.status, `${route} ${text}`).toBeLessThan(500);
      }
    }
    expect(told).toEqual([]);
    expect(await readAll(b, a)).toEqual(before);
  });
});

/** All rows of team B, in every table. */
async function readAll(b: TestDevice, a: TestTeam): Promise<Row[]> {
  return withStore(a, async (store) => {
    const all: Row[] = [];
    for (const table of Object.keys(tables)) {
      for await (const rows of readTable(store, table)) all.push(...rows);
    }
    return all.filter((row) => row.team_id === b.joined.team.id);
  });
}
