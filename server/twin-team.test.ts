/**
 * A statement that forgets `team_id` is found even where ids of teams never meet by accident: beside the team stands
 * a twin with the same ids and secrets, and nothing of it may show or change (reliability.md T18, T19).
 */
import { expect, it, vi } from 'vitest';
import { runUpkeep } from './services/upkeep.ts';
import { sweepClaims } from './services/sweeper.ts';
import { createHub } from './hub.ts';
import { silentLogger } from './log.ts';
import type { Database, Row } from './store/database.ts';
import { aBrand, aPost, aReply, aSighting, aSnippet } from './testing/builders.ts';
import { createComparer } from './testing/compare-answers.ts';
import { onEachStore } from './testing/on-each-store.ts';
import type { StoreKind } from './testing/on-each-store.ts';
import { ask, fact, joinAs } from './testing/test-device.ts';
import type { Answer, TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { addTwin, readTwin, TWIN_CANARY } from './testing/twin-team.ts';
import { withStore } from './testing/with-store.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

interface Stage extends TestTeam {
  /** A second device of the member. */
  second: TestDevice;
  /** A third one, whose token was changed without its being told. */
  third: TestDevice;
  /** An invite that is still open, and one that is used up. */
  openLink: string;
  usedLink: string;
}

async function setUp(store: StoreKind): Promise<Stage> {
  const team = await startTestTeam({ store, waitMs: 20, sweepEveryMs: 60 * MINUTE_MS });
  const { owner, lead, member } = team;
  const { id: memberId } = member.joined.member;
  await owner.push(fact('brand.save', aBrand()), fact('brand.save', aBrand({ id: 'old' })));
  await member.push(
    ...['1', '2', '3', '4', '5', '6'].map((id) => aSighting({ id })),
    aReply({ id: 'x:r2', threadId: 'x:2' }),
    aReply({ id: 'x:r5', threadId: 'x:5', source: 'seen' }),
    aSnippet('l1'),
    aSnippet('l2'),
    fact('library.save', { id: 'x:r2', kind: 'reply', text: 'Acme', tags: [], at: 1 }),
    fact('library.remove', { id: 'l2' }),
    fact('story.save', {
      id: 'x:4',
      post: aPost({ id: '4' }),
      note: '',
      tags: [],
      permission: 'none',
    }),
    fact('thread.setOutcome', { id: 'x:3', outcome: 'settled', reason: '' }),
  );
  await member.claim({ action: 'take', threadId: 'x:1' });
  await lead.claim({ action: 'take', threadId: 'x:6' });
  await member.claim({ action: 'take', threadId: 'x:2' });
  await lead.claim({ action: 'takeOver', threadId: 'x:2' });
  await lead.claim({ action: 'release', threadId: 'x:2', fence: 2 });
  await lead.ask('POST', '/v1/erase', { postKey: 'x:gone' });
  const { body } = await owner.ask('POST', '/v1/invites', { memberId });
  const usedLink = (body as { link: string }).link;
  const second = await joinAs(usedLink, 'Cem Example');
  const again = await owner.ask('POST', '/v1/invites', { memberId });
  const third = await joinAs((again.body as { link: string }).link, 'Cem Example');
  await third.ask('POST', '/v1/devices/rotate', {});
  const { link: openLink } = await team.server.invite('member');
  return { ...team, second, third, openLink, usedLink };
}

type Step = (stage: Stage) => Promise<Partial<Answer>>;

const look = (who: (stage: Stage) => TestDevice): Step[] => [
  (stage) => who(stage).ask('GET', '/v1/me'),
  (stage) => who(stage).ask('GET', '/v1/devices'),
  (stage) => who(stage).ask('GET', '/v1/snapshot'),
  (stage) => who(stage).ask('GET', `/v1/pull?epoch=${stage.owner.joined.epoch}&seq=0&mark=`),
  (stage) => who(stage).ask('GET', '/v1/audit'),
  (stage) => who(stage).ask('POST', '/v1/guard', { threadId: 'x:2', knownReplyIds: [] }),
  async (stage) => {
    const known = { presence: [], presenceMark: '' };
    const { joined } = stage.owner;
    const cursor = { epoch: joined.epoch, seq: 0, mark: '' };
    return who(stage).ask('POST', '/v1/wait', { cursor, ...known });
  },
];

const claim =
  (who: 'owner' | 'lead' | 'member', request: object): Step =>
  (stage) =>
    stage[who].ask('POST', '/v1/claims', request);

const post =
  (who: 'owner' | 'lead' | 'member', path: string, body: (stage: Stage) => unknown): Step =>
  (stage) =>
    stage[who].ask('POST', path, body(stage));

/** One push of facts under numbers from `first`, 0: the next ones. */
const push =
  (who: 'owner' | 'lead' | 'member', first: number, ...mutations: unknown[]): Step =>
  async (stage) => {
    const device = stage[who];
    const from = first || device.mid + 1;
    if (first === 0) device.mid += mutations.length;
    return device.ask('POST', '/v1/push', {
      epoch: device.joined.epoch,
      ackMid: device.mid,
      mutations: mutations.map((mutation, index) => ({ mid: from + index, mutation })),
    });
  };

const join =
  (link: (stage: Stage) => string): Step =>
  async (stage) => {
    const url = new URL(link(stage));
    const body = { invite: url.hash.slice(1), name: 'Dee Example', device: 'Another' };
    return ask(url.origin, 'POST', '/v1/join', { body });
  };

const wait =
  (ms: number): Step =>
  async ({ clock }) => {
    clock.advance(ms);
    return {};
  };

/** Does something as the server itself does now and then. */
const upkeep =
  (work: (base: { store: Database; teamId: string; stage: Stage }) => Promise<unknown>): Step =>
  (stage) =>
    withStore(stage, async (store) => {
      const { id: teamId } = stage.owner.joined.team;
      return { body: await work({ store, teamId, stage }) };
    });

function toContext(store: Database, { clock, server }: Stage) {
  const publicUrl = () => server.url;
  const base = { store, clock, log: silentLogger, publicUrl };
  return { ...base, hub: createHub({ ...base, tickMs: 0 }) };
}

const handOver = ({ lead }: Stage) => ({
  action: 'handOver',
  threadId: 'x:1',
  fence: 1,
  to: lead.joined.member.id,
});

const script: Step[] = [
  ...look(({ owner }) => owner),
  ...look(({ second }) => second),
  // Known numbers, with the same fact and with another.
  push('member', 1, aSighting({ id: '1' })),
  push('member', 2, aSighting({ id: 'other' })),
  push('member', 99, aSighting({ id: 'other' })),
  push(
    'member',
    0,
    aSighting({ id: '1', text: 'My Acme kettle, edited', truncated: true }),
    fact('thread.setOutcome', { id: 'x:4', outcome: 'setAside', reason: 'Acme' }),
    fact('thread.confirm', { id: 'x:2' }),
    fact('story.remove', { id: 'x:4' }),
    fact('library.remove', { id: 'l2' }),
    aSnippet('l1'),
  ),
  push(
    'lead',
    0,
    fact('brand.remove', { id: 'old' }),
    fact('brand.save', aBrand({ name: 'Acme 2' })),
  ),
  push(
    'lead',
    0,
    aReply({ id: 'x:r2b', threadId: 'x:2', handle: 'ben' }),
    aSighting({ id: 'gone' }),
  ),
  claim('lead', { action: 'take', threadId: 'x:1' }),
  claim('member', { action: 'renew', threadId: 'x:1', fence: 1 }),
  (stage) => stage.member.ask('POST', '/v1/claims', handOver(stage)),
  (stage) => stage.member.ask('POST', '/v1/claims', handOver(stage)),
  claim('lead', { action: 'release', threadId: 'x:6', fence: 1 }),
  claim('member', { action: 'take', threadId: 'x:2' }),
  claim('lead', { action: 'takeOver', threadId: 'x:2' }),
  claim('lead', { action: 'release', threadId: 'x:2', fence: 4 }),
  push('lead', 0, aReply({ id: 'x:r1', threadId: 'x:1', fence: 2 })),
  claim('member', { action: 'take', threadId: 'x:4' }),
  claim('member', { action: 'take', threadId: 'x:5' }),
  wait(2 * MINUTE_MS),
  upkeep(({ store, stage }) => sweepClaims(toContext(store, stage))),
  join(({ openLink }) => openLink),
  join(({ openLink }) => openLink),
  join(({ usedLink }) => usedLink),
  post('owner', '/v1/erase', () => ({ postKey: 'x:2' })),
  post('owner', '/v1/erase', () => ({ site: 'x', author: 'nobody_known' })),
  post('member', '/v1/devices/rotate', () => ({})),
  post('lead', '/v1/devices/split', () => ({})),
  wait(11 * MINUTE_MS),
  // The token of before the rotation: ended, and told once that somebody has a copy.
  ({ member }) => member.ask('GET', '/v1/me'),
  ({ third }) => third.ask('GET', '/v1/me'),
  ({ third }) => third.ask('GET', '/v1/me'),
  post('owner', '/v1/members/role', ({ lead }) => ({
    memberId: lead.joined.member.id,
    role: 'owner',
  })),
  ...look(({ owner }) => owner),
  post('owner', '/v1/team', () => ({ retentionDays: 30 })),
  claim('lead', { action: 'take', threadId: 'x:6' }),
  wait(100 * DAY_MS),
  claim('lead', { action: 'take', threadId: 'x:5' }),
  upkeep(({ store, teamId, stage }) => runUpkeep(toContext(store, stage), { teamId, chunk: 2 })),
  wait(100 * DAY_MS),
  upkeep(({ store, teamId, stage }) => runUpkeep(toContext(store, stage), { teamId, chunk: 2 })),
  wait(300 * DAY_MS),
  upkeep(({ store, teamId, stage }) => runUpkeep(toContext(store, stage), { teamId })),
  ...look(({ second }) => second),
  post('owner', '/v1/devices/revoke', ({ second }) => ({ deviceId: second.joined.deviceId })),
  post('owner', '/v1/members/remove', ({ member }) => ({ memberId: member.joined.member.id })),
  post('owner', '/v1/members/role', ({ lead }) => ({
    memberId: lead.joined.member.id,
    role: 'lead',
  })),
  post('lead', '/v1/leave', () => ({})),
  ...look(({ owner }) => owner),
];

async function play(store: StoreKind, hasTwin: boolean) {
  const stage = await setUp(store);
  const teamId = stage.owner.joined.team.id;
  const read = () => withStore(stage, readTwin);
  if (hasTwin) await withStore(stage, (database) => addTwin(database, store, teamId));
  const before: Record<string, Row[]> = await read();
  const compare = createComparer();
  for (const { joined } of [stage.owner, stage.lead, stage.member, stage.second, stage.third]) {
    compare({ body: joined });
  }
  const answers: string[] = [];
  const statuses: (number | undefined)[] = [];
  for (const step of script) {
    // So that the order of what is written down does not hang on random ids.
    stage.clock.advance(1);
    const answer = await step(stage);
    statuses.push(answer.status);
    answers.push(compare(answer));
  }
  const after = await read();
  await stage.end();
  return { answers, before, after, statuses };
}

// Many calls on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

onEachStore((store) => {
  it('answers a team the same with a twin beside it, of which nothing changes', async () => {
    const alone = await play(store, false);
    const beside = await play(store, true);
    expect(alone.statuses.filter((status) => status === 200).length).toBeGreaterThan(50);
    const different = beside.answers.filter((answer, step) => answer !== alone.answers[step]);
    expect(different).toEqual([]);
    expect(beside.before.thread).toHaveLength(6);
    expect(JSON.stringify(beside.before)).toContain(TWIN_CANARY);
    expect(beside.after).toEqual(beside.before);
  });
});
