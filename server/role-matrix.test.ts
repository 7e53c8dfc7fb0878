/** Who may do what, for every call that there is (reliability.md T21); facts within a push are in roles.test.ts. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createApp } from './app.ts';
import { createHub } from './hub.ts';
import { silentLogger } from './log.ts';
import { aSighting } from './testing/builders.ts';
import { onEachStore } from './testing/on-each-store.ts';
import { ask, joinAs } from './testing/test-device.ts';
import type { Answer, TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { withStore } from './testing/with-store.ts';

type Role = 'owner' | 'lead' | 'member';
/** Statuses by role: of an owner, a lead, a member, and somebody without a token. */
type Statuses = readonly [number, number, number, number];

interface Case {
  what: string;
  statuses: Statuses;
  /** Asks as `device`; `target` is somebody new of the role that is named, who stays out of other cases. */
  act(device: TestDevice, target: (role: Role) => Promise<TestDevice>): Promise<Answer>;
}

const everybody: Statuses = [200, 200, 200, 401];
const leads: Statuses = [200, 200, 403, 401];
const owners: Statuses = [200, 403, 403, 401];

const get = (path: string, statuses: Statuses): Case => ({
  what: path,
  statuses,
  act: (device) => device.ask('GET', path),
});
const post = (path: string, what: string, statuses: Statuses, body: object): Case => ({
  what,
  statuses,
  act: (device) => device.ask('POST', path, body),
});
/** A call about another person, of each role. */
const about = (
  path: string,
  rights: Record<Role, Statuses>,
  toBody: (target: TestDevice) => object,
): Case[] =>
  (['owner', 'lead', 'member'] as const).map((role) => ({
    what: `another ${role}`,
    statuses: rights[role],
    act: async (device, target) => device.ask('POST', path, toBody(await target(role))),
  }));

/** Who has no token is refused before the body is read, so that a wrong one tells nothing. */
const calls: Record<string, Case[]> = {
  'GET /v1/me': [get('/v1/me', everybody)],
  'GET /v1/devices': [get('/v1/devices', everybody)],
  'GET /v1/audit': [get('/v1/audit', leads)],
  'GET /v1/snapshot': [get('/v1/snapshot', everybody)],
  'GET /v1/pull': [
    {
      what: 'everything',
      statuses: everybody,
      act: (device) => device.ask('GET', `/v1/pull?epoch=${device.joined.epoch}&seq=0&mark=`),
    },
  ],
  'POST /v1/push': [
    {
      what: 'a sighting',
      statuses: everybody,
      act: (device) => {
        const mutations = [{ mid: device.mid + 1, mutation: aSighting({ id: 'pushed' }) }];
        const { epoch } = device.joined;
        return device.ask('POST', '/v1/push', { epoch, ackMid: 0, mutations });
      },
    },
  ],
  'POST /v1/threads': [post('/v1/threads', 'a thread', everybody, { ids: ['x:1'] })],
  'POST /v1/claims': [
    post('/v1/claims', 'take', everybody, { action: 'take', threadId: 'x:1' }),
    post('/v1/claims', 'take over', everybody, { action: 'takeOver', threadId: 'x:1' }),
  ],
  'POST /v1/guard': [
    post('/v1/guard', 'a thread', everybody, { threadId: 'x:1', knownReplyIds: [] }),
  ],
  'GET /v1/polish': [get('/v1/polish', everybody)],
  'POST /v1/polish': [
    post('/v1/polish', 'a draft', everybody, {
      task: 'shorten',
      drafts: ['Hello.'],
      post: { text: 'Hi.' },
    }),
  ],
  'GET /v1/shares': [get('/v1/shares', everybody)],
  'POST /v1/shares': [
    post('/v1/shares', 'no collection', [404, 404, 403, 401], {
      collectionId: 'none',
      days: 30,
      onlyGranted: true,
    }),
  ],
  'POST /v1/shares/end': [post('/v1/shares/end', 'none', leads, { id: 'none' })],
  'GET /v1/webhooks': [get('/v1/webhooks', leads)],
  'POST /v1/webhooks': [
    post('/v1/webhooks', 'a new one', leads, {
      id: null,
      name: 'Chat',
      url: 'https://chat.example/hook',
      kind: 'slack',
      events: ['theme'],
    }),
    post('/v1/webhooks', 'none', [404, 404, 403, 401], {
      id: 'none',
      name: 'Chat',
      url: null,
      kind: 'slack',
      events: [],
    }),
  ],
  'POST /v1/webhooks/remove': [post('/v1/webhooks/remove', 'none', leads, { id: 'none' })],
  'POST /v1/webhooks/test': [
    post('/v1/webhooks/test', 'none', [404, 404, 403, 401], { id: 'none' }),
  ],
  'POST /v1/webhooks/send': [
    post('/v1/webhooks/send', 'none', [404, 404, 403, 401], {
      id: 'none',
      message: { title: 'Hi', lines: [], quotes: [] },
    }),
  ],
  'POST /v1/webhooks/notices': [
    post('/v1/webhooks/notices', 'a thread', everybody, {
      notices: [{ event: 'late', threadId: 'x:1', at: 1 }],
    }),
  ],
  'GET /v1/pictures': [get('/v1/pictures?story=x:none', [404, 404, 404, 401])],
  'POST /v1/pictures': [
    post('/v1/pictures', 'no picture', [400, 400, 400, 401], {
      storyId: 'x:none',
      hash: 'a'.repeat(64),
      type: 'image/png',
      data: 'aGk=',
    }),
  ],
  'POST /v1/wait': [
    post('/v1/wait', 'what is behind', everybody, {
      cursor: { epoch: 'e', seq: 0, mark: '' },
      presence: [],
      presenceMark: '',
    }),
  ],
  'POST /v1/erase': [
    post('/v1/erase', 'a post', leads, { postKey: 'x:nothing' }),
    post('/v1/erase', 'an author', leads, { site: 'x', author: 'nobody' }),
  ],
  'POST /v1/team': [post('/v1/team', 'retention', owners, { retentionDays: 60 })],
  'POST /v1/invites': [
    post('/v1/invites', 'a member', leads, { role: 'member' }),
    post('/v1/invites', 'a lead', leads, { role: 'lead' }),
    post('/v1/invites', 'an owner', [400, 400, 400, 401], { role: 'owner' }),
    {
      what: 'a device of one’s own',
      statuses: everybody,
      act: (device) => device.ask('POST', '/v1/invites', { memberId: device.joined.member.id }),
    },
    ...about('/v1/invites', { owner: owners, lead: leads, member: leads }, ({ joined }) => ({
      memberId: joined.member.id,
    })),
  ],
  'POST /v1/members/role': about(
    '/v1/members/role',
    { owner: owners, lead: owners, member: owners },
    ({ joined }) => ({ memberId: joined.member.id, role: 'member' }),
  ),
  'POST /v1/members/remove': about(
    '/v1/members/remove',
    { owner: owners, lead: owners, member: leads },
    ({ joined }) => ({ memberId: joined.member.id }),
  ),
  'POST /v1/devices/revoke': about(
    '/v1/devices/revoke',
    { owner: owners, lead: leads, member: leads },
    ({ joined }) => ({ deviceId: joined.deviceId }),
  ),
  'POST /v1/devices/rotate': [post('/v1/devices/rotate', 'own token', everybody, {})],
  'POST /v1/devices/split': [post('/v1/devices/split', 'own profile', everybody, {})],
  'POST /v1/leave': [post('/v1/leave', 'oneself', everybody, {})],
};
/** Takes no token, but an invite. */
const open = new Set(['POST /v1/join']);

const cases = Object.entries(calls).flatMap(([call, rows]) =>
  rows.flatMap((row) =>
    (['owner', 'lead', 'member', 'stranger'] as const).map((who, index) => ({
      ...row,
      call,
      who,
      status: row.statuses[index],
    })),
  ),
);

// Every case has people of its own.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store, waitMs: 20 });
    await team.owner.push(aSighting());
  });
  afterAll(() => team.end());

  /** Somebody new. */
  async function join(role: Role): Promise<TestDevice> {
    const { link } = await team.server.invite(role === 'member' ? 'member' : 'lead');
    const device = await joinAs(link, 'Dee Example');
    if (role !== 'owner') return device;
    const body = { memberId: device.joined.member.id, role };
    await team.owner.ask('POST', '/v1/members/role', body);
    return device;
  }

  it('has a row for every call of the team', async () => {
    const app = await withStore(team, async (database) => {
      const publicUrl = () => team.server.url;
      const base = { store: database, clock: team.clock, log: silentLogger, publicUrl };
      return createApp({ ...base, hub: createHub({ ...base, tickMs: 0 }) });
    });
    const served = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(calls).sort()).toEqual(
      [...new Set(served)].filter((call) => !open.has(call)).sort(),
    );
  });

  it.each(cases)('answers $call ($what) by a $who with $status', async ({ act, who, status }) => {
    const device = await join(who === 'stranger' ? 'owner' : who);
    const stranger: TestDevice = {
      ...device,
      ask: (method, path, body) => ask(device.origin, method, path, { body }),
    };
    const answer = await act(who === 'stranger' ? stranger : device, join);
    expect(answer).toMatchObject({ status });
  });
});
