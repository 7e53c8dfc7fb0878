import { describe, expect, test } from 'vitest';
import { aBrowser, aTeam, seeing } from '#tests/support/a-team.ts';
import { aReply } from '#tests/support/builders.ts';
import { loadMeta, loadSyncState, saveMeta } from '#utils/db/meta.ts';
import { dropThreads, freeRoom } from '#utils/db/room.ts';
import type { Mutation } from './wire.ts';

type Browser = Awaited<ReturnType<typeof aBrowser>>;

const settling = (id: string): Mutation => ({
  kind: 'thread.setOutcome',
  args: { id: `x:${id}`, outcome: 'settled', reason: 'Happy' },
});

function answering(id: string, threadId: string): Mutation {
  const { memberId: _memberId, ...args } = aReply({ id: `x:${id}`, threadId: `x:${threadId}` });
  return { kind: 'reply.record', args };
}

async function act({ record, engine }: Browser, ...mutations: Mutation[]) {
  await record(mutations);
  await engine.sync();
}

/** A team in which the owner has answered and settled a thread, and the member knows it. */
async function aSettledTeam() {
  const team = await aTeam();
  await act(team.owner, seeing('1'), answering('r1', '1'), settling('1'));
  await team.member.engine.sync();
  const asked: string[][] = [];
  team.member.line.fetch = (url, init) => {
    if (url.endsWith('/v1/threads')) asked.push(JSON.parse(String(init.body)).ids);
    return fetch(url, init);
  };
  return { ...team, asked };
}

/** What this browser shows of the thread. */
async function shownIn({ db }: Browser) {
  const { outcome, outcomeReason, seenBy } = (await db.threads.get('x:1'))?.body ?? {};
  const replies = await db.replies.where('threadId').equals('x:1').primaryKeys();
  return { outcome, outcomeReason, seenBy, replies: replies.toSorted() };
}

/** What the team knows of it. */
const whole = ({ memberId }: Browser, replies = ['x:r1']) => ({
  outcome: 'settled',
  outcomeReason: 'Happy',
  seenBy: memberId,
  replies,
});

describe('a thread that was let go', () => {
  test('is as the team knows it when its post is seen again', async () => {
    const { owner, member, asked } = await aSettledTeam();
    await freeRoom(member.db);
    expect(await member.db.threads.count()).toBe(0);
    await act(member, seeing('1'));
    expect(await shownIn(member)).toEqual(whole(owner));
    expect(asked).toEqual([['x:1']]);
    expect(await loadMeta(member.db, 'incomplete')).toBeUndefined();
    expect(member.news.at(-1)).toContain('x:1');
  });

  test('is as the team knows it where age was the reason', async () => {
    const { owner, member } = await aSettledTeam();
    await dropThreads(member.db, Date.now() + 60_000, () => false);
    expect(await member.db.threads.count()).toBe(0);
    await act(member, seeing('1'));
    expect(await shownIn(member)).toEqual(whole(owner));
  });

  test('has its earlier replies when a teammate changes it', async () => {
    const { owner, member } = await aSettledTeam();
    await act(owner, {
      kind: 'thread.setOutcome',
      args: { id: 'x:1', outcome: 'open', reason: '' },
    });
    await member.engine.sync();
    await freeRoom(member.db);
    await act(owner, settling('1'));
    await member.engine.sync();
    expect(await shownIn(member)).toEqual(whole(owner));
  });

  test('comes back with a reply of a teammate', async () => {
    const { owner, member } = await aSettledTeam();
    await freeRoom(member.db);
    await act(owner, answering('r2', '1'));
    await member.engine.sync();
    expect(await shownIn(member)).toEqual(whole(owner, ['x:r1', 'x:r2']));
  });

  test('is whole although the answer to what was seen got lost', async () => {
    const { owner, member } = await aSettledTeam();
    await freeRoom(member.db);
    const through = member.line.fetch;
    member.line.fetch = async (url, init) => {
      const answer = await through(url, init);
      if (url.endsWith('/v1/push')) throw new TypeError('connection reset');
      return answer;
    };
    await act(member, seeing('1'));
    member.line.fetch = through;
    await member.engine.sync();
    expect(await shownIn(member)).toEqual(whole(owner));
  });

  test('is asked for again after an error, which holds nothing up', async () => {
    const { owner, member } = await aSettledTeam();
    await freeRoom(member.db);
    const through = member.line.fetch;
    member.line.fetch = async (url, init) =>
      url.endsWith('/v1/threads')
        ? Response.json({ code: 'internal', message: 'No.' }, { status: 500 })
        : through(url, init);
    await act(member, seeing('1'));
    expect((await member.engine.connection()).state).toBe('live');
    member.line.fetch = through;
    await member.engine.sync();
    expect(await shownIn(member)).toEqual(whole(owner));
  });

  test('that the team has erased stays away', async () => {
    const { owner, member, asked } = await aSettledTeam();
    await freeRoom(member.db);
    await saveMeta(member.db, 'incomplete', ['x:1']);
    await (await owner.engine.client())?.erase({ postKey: 'x:1' });
    await member.engine.sync();
    expect(asked).toEqual([['x:1']]);
    expect(await member.db.threads.count()).toBe(0);
    expect(await loadMeta(member.db, 'incomplete')).toBeUndefined();
  });

  test('is not asked for where the whole state was loaded since', async () => {
    const { owner, member, asked } = await aSettledTeam();
    await freeRoom(member.db);
    await saveMeta(member.db, 'sync', {
      ...(await loadSyncState(member.db)),
      cursor: { epoch: (await loadMeta(member.db, 'account'))?.epoch ?? '', seq: 0, mark: '' },
    });
    await act(member, seeing('1'));
    expect(await shownIn(member)).toEqual(whole(owner));
    expect(asked).toEqual([]);
    expect(await loadMeta(member.db, 'letGo')).toBeUndefined();
  });
});

describe('a thread that is new to the team', () => {
  test('is not asked for where nothing was let go', async () => {
    const { owner, member, asked } = await aSettledTeam();
    await act(member, seeing('2'), seeing('1'));
    await act(owner, seeing('3'));
    await member.engine.sync();
    expect(asked).toEqual([]);
  });

  test('is not asked for where others were', async () => {
    const { owner, member, asked } = await aSettledTeam();
    await saveMeta(member.db, 'letGo', { until: 1 });
    await act(member, seeing('2'));
    await act(owner, seeing('3'), answering('r3', '3'));
    await member.engine.sync();
    expect(asked).toEqual([]);
    expect(await member.db.threads.count()).toBe(3);
  });
});
