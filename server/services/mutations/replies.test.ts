import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReply, aSighting } from '#server/testing/builders.ts';
import { fact } from '#server/testing/test-device.ts';
import type { TestDevice } from '#server/testing/test-device.ts';
import { startTestTeam } from '#server/testing/test-server.ts';
import type { TestTeam } from '#server/testing/test-server.ts';
import { listAuditOf } from '#server/testing/with-store.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';

let team: TestTeam;
let threads = 0;
beforeAll(async () => {
  team = await startTestTeam();
});
afterAll(() => team.end());

async function seeThread(): Promise<string> {
  threads += 1;
  await team.owner.push(aSighting({ id: `r${threads}` }));
  return `x:r${threads}`;
}

async function take(device: TestDevice, threadId: string): Promise<number> {
  return (await device.claim({ action: 'take', threadId })).claim?.fence ?? -1;
}

async function find<T>(kind: 'reply' | 'thread', id: string): Promise<T> {
  const { rows } = await team.owner.snapshot();
  return rows.find((row) => row.kind === kind && row.id === id)?.body as T;
}

async function countDoubles(threadId: string): Promise<number> {
  const lines = await listAuditOf(team, threadId);
  return lines.filter(({ action }) => action === 'thread.doubled').length;
}

describe('a sent reply', () => {
  it('keeps the fence it was sent under and what the guard found', async () => {
    const threadId = await seeThread();
    const fence = await take(team.member, threadId);
    const guard = { found: 'clear', windowMs: 320 } as const;
    await team.member.push(aReply({ id: 'x:kept', threadId, fence, guard }));
    const reply = await find<Reply>('reply', 'x:kept');
    expect(reply).toMatchObject({ fence, guard });
    expect(reply).not.toHaveProperty('stale');
  });

  it('is stale under a claim that has passed on', async () => {
    const threadId = await seeThread();
    const fence = await take(team.member, threadId);
    await team.lead.claim({ action: 'takeOver', threadId });
    await team.member.push(aReply({ id: 'x:passed', threadId, fence }));
    expect(await find<Reply>('reply', 'x:passed')).toMatchObject({ stale: true });
    expect((await find<Thread>('thread', threadId)).claim?.memberId).toBe(
      team.lead.joined.member.id,
    );
  });

  it('is stale without a claim while somebody else holds it, not after that lease', async () => {
    const threadId = await seeThread();
    await take(team.lead, threadId);
    await team.member.push(aReply({ id: 'x:held', threadId }));
    team.clock.advance(CLAIM_LEASE_MS);
    await team.member.push(aReply({ id: 'x:lapsed', threadId }));
    expect(await find<Reply>('reply', 'x:held')).toMatchObject({ stale: true });
    expect(await find<Reply>('reply', 'x:lapsed')).not.toHaveProperty('stale');
  });

  it('in two parts is not stale, though the first gave the claim back', async () => {
    const threadId = await seeThread();
    const fence = await take(team.member, threadId);
    const sent = { threadId, fence } as const;
    await team.member.push(
      aReply({ id: 'x:part-1', ...sent }),
      aReply({ id: 'x:part-2', ...sent }),
    );
    expect(await find<Reply>('reply', 'x:part-2')).not.toHaveProperty('stale');
  });

  it('is not stamped again when it is told or read again', async () => {
    const threadId = await seeThread();
    const fence = await take(team.member, threadId);
    await team.member.push(aReply({ id: 'x:again', threadId, fence }));
    await take(team.lead, threadId);
    const { next } = await team.owner.pull();
    await team.member.push(aReply({ id: 'x:again', threadId, fence }));
    await team.lead.push(aReply({ id: 'x:again', threadId, source: 'seen' }));
    expect((await team.owner.pull(next)).changes).toEqual([]);
  });

  it('cannot say itself that it is not stale', async () => {
    const threadId = await seeThread();
    const forged = aReply({ id: 'x:forged', threadId });
    const { results } = await team.member.push({
      ...forged,
      args: { ...forged.args, stale: false },
    });
    expect(results[0]?.refusal?.code).toBe('invalid');
  });
});

describe('a second teammate’s answer', () => {
  it('marks the thread once, with the server’s time', async () => {
    const threadId = await seeThread();
    await team.member.push(aReply({ id: 'x:d1', threadId }));
    expect(await find<Thread>('thread', threadId)).not.toHaveProperty('doubledAt');
    team.clock.advance(1_000);
    const doubledAt = team.clock.now();
    await team.lead.push(aReply({ id: 'x:d2', threadId }));
    team.clock.advance(1_000);
    await team.owner.push(aReply({ id: 'x:d3', threadId }));
    expect(await find<Thread>('thread', threadId)).toMatchObject({ doubledAt });
    expect(await countDoubles(threadId)).toBe(1);
  });

  it('is told to everybody', async () => {
    const threadId = await seeThread();
    await team.member.push(aReply({ id: 'x:t1', threadId }));
    const { next } = await team.owner.pull();
    await team.lead.push(aReply({ id: 'x:t2', threadId }));
    const { changes } = await team.owner.pull(next);
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['reply', 'thread']);
  });

  it('is not a second part by the same one', async () => {
    const threadId = await seeThread();
    await team.member.push(aReply({ id: 'x:s1', threadId }), aReply({ id: 'x:s2', threadId }));
    expect(await countDoubles(threadId)).toBe(0);
  });

  it('is one by a handle that the roster does not know', async () => {
    const threadId = await seeThread();
    const seen = { threadId, source: 'seen' } as const;
    await team.member.push(aReply({ ...seen, id: 'x:h1', handle: 'acme_help' }));
    await team.member.push(aReply({ ...seen, id: 'x:h2', handle: '@Acme_Help' }));
    expect(await countDoubles(threadId)).toBe(0);
    await team.member.push(aReply({ ...seen, id: 'x:h3', handle: 'acme_sales' }));
    expect(await countDoubles(threadId)).toBe(1);
  });
});

it('leaves the claim of another in place when the thread is closed', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  const close = (by: TestDevice) =>
    by.push(fact('thread.setOutcome', { id: threadId, outcome: 'setAside', reason: 'Spam' }));
  await close(team.lead);
  expect((await find<Thread>('thread', threadId)).claim).not.toBeNull();
  await close(team.member);
  expect((await find<Thread>('thread', threadId)).claim).toBeNull();
});

it('seen on a forum is the teammate’s whose handle names that host', async () => {
  const { id, name } = team.lead.joined.member;
  const handles = [
    { site: 'discourse', handle: 'Ben@forum.example' },
    { site: 'discourse', handle: 'ada' },
  ] as const;
  const see = (host: string) =>
    aSighting({ site: 'discourse', id: `${host}/t/1`, permalink: null });
  const answer = (host: string, handle: string) =>
    aReply({
      id: `discourse:${host}/t/1/${handle}`,
      threadId: `discourse:${host}/t/1`,
      handle,
      source: 'seen',
    });
  await team.lead.push(
    fact('member.update', { id, name, handles: [...handles] }),
    see('forum.example'),
    see('other.example'),
    answer('forum.example', 'ben'),
    answer('other.example', 'ben'),
    answer('forum.example', 'ada'),
  );
  const replierOf = async (path: string) =>
    (await find<Reply>('reply', `discourse:${path}`)).memberId;
  expect(await replierOf('forum.example/t/1/ben')).toBe(id);
  expect(await replierOf('other.example/t/1/ben')).toBeNull();
  expect(await replierOf('forum.example/t/1/ada')).toBeNull();
});
