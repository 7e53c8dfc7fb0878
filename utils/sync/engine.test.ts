import { describe, expect, test, vi } from 'vitest';
import { aServer, aTeam, ends, seeing } from '#tests/support/a-team.ts';
import { changeSyncState, loadSyncState } from '#utils/db/meta.ts';

describe('the sync engine with a real server', () => {
  test('brings a mention of one teammate to the other by pulling', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await member.engine.sync();
    expect((await member.db.threads.get('x:1'))?.body).toMatchObject({ seenBy: owner.memberId });
  });

  test('brings it live without being asked', async () => {
    const { owner, member } = await aTeam();
    await member.engine.sync();
    member.engine.connect();
    await vi.waitFor(async () => {
      expect((await member.engine.connection()).state).toBe('live');
    });
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await vi.waitFor(async () => expect(await member.db.threads.get('x:1')).toBeDefined());
  });

  test('takes no live rows that follow its number in another history', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    for (const { engine } of [owner, member]) {
      await engine.sync();
      engine.connect();
    }
    await vi.waitFor(() => {
      owner.engine.tellPresence('x:1', 'typing');
      expect(member.engine.presence.of('x:1', null)).toMatchObject([{ kind: 'typing' }]);
    });
    await member.engine.sync();
    // As in a browser that has pulled from a server which went back and gave the number again since.
    const { cursor } = await loadSyncState(member.db);
    await changeSyncState(member.db, { cursor: { ...cursor, mark: 'other-history' } });
    await member.db.threads.clear();
    await owner.record([seeing('2')]);
    await owner.engine.sync();
    await vi.waitFor(async () => expect(await member.db.threads.get('x:2')).toBeDefined());
    expect(await member.db.threads.get('x:1')).toBeDefined();
  });

  test('tells typing live and forgets it when the line closes', async () => {
    const { owner, member } = await aTeam();
    for (const { engine } of [owner, member]) {
      await engine.sync();
      engine.connect();
    }
    await vi.waitFor(async () => {
      expect((await member.engine.connection()).state).toBe('live');
      expect((await owner.engine.connection()).state).toBe('live');
    });
    owner.engine.tellPresence('x:1', 'typing');
    await vi.waitFor(() => {
      expect(member.engine.presence.of('x:1', null)).toMatchObject([{ kind: 'typing' }]);
    });
    owner.engine.disconnect();
    await vi.waitFor(() => expect(member.engine.presence.of('x:1', null)).toEqual([]));
  });

  test('keeps facts while the server is away, then delivers each once', async () => {
    const { server, data, close, owner, member } = await aTeam();
    await owner.engine.sync();
    const { port } = new URL(server.url);
    await close();
    await owner.record([seeing('1'), seeing('2')]);
    await owner.engine.sync();
    expect(await owner.engine.connection()).toMatchObject({ state: 'offline', waiting: 2 });

    const { server: again } = await aServer({ port: Number(port), data });
    ends.push(() => again.close());
    await owner.engine.sync();
    await owner.engine.sync();
    await member.engine.sync();
    expect(await owner.engine.connection()).toMatchObject({ state: 'live', waiting: 0 });
    expect(await member.db.threads.count()).toBe(2);
  });

  test('delivers a fact once when its answer was lost', async () => {
    const { owner, member } = await aTeam();
    await owner.engine.sync();
    await owner.record([
      seeing('1'),
      {
        kind: 'reply.record',
        args: {
          id: 'x:9',
          threadId: 'x:1',
          handle: 'ana',
          text: 'Done.',
          permalink: null,
          at: 1,
          source: 'sent',
        },
      },
    ]);
    const rows = await owner.db.outbox.toArray();
    await owner.engine.sync();
    // The answer never arrived: the same facts are still in the outbox under the same numbers.
    await owner.db.outbox.bulkAdd(rows);
    await owner.engine.sync();
    await member.engine.sync();
    expect(await member.db.replies.count()).toBe(1);
    expect(await owner.db.outbox.count()).toBe(0);
  });

  test('shows a refusal and lets the facts behind it through', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    await member.record([{ kind: 'brand.remove', args: { id: 'acme' } }, seeing('1')]);
    await member.engine.sync();
    expect(await member.db.refused.toArray()).toMatchObject([{ refusal: { code: 'forbidden' } }]);
    expect(await member.db.threads.get('x:1')).toBeDefined();
    expect(await member.db.outbox.count()).toBe(0);
  });

  test('says that it was signed out, keeping what waits', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    await (await member.engine.client())?.leave();
    await member.record([seeing('1')]);
    await member.engine.sync();
    expect((await loadSyncState(member.db)).trouble).toMatch(/signed out/);
    expect(await member.db.outbox.count()).toBe(1);
  });

  test('recovers from a cursor that the server does not know', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await member.engine.sync();
    const { cursor } = await loadSyncState(member.db);
    await changeSyncState(member.db, { cursor: { ...cursor, mark: 'other-history' } });
    await member.db.threads.clear();
    await member.engine.sync();
    expect(await member.db.threads.get('x:1')).toBeDefined();
    expect((await loadSyncState(member.db)).cursor.mark).toBe(cursor.mark);
  });

  test('grants one of two claims made at once', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    const clients = await Promise.all([owner.engine.client(), member.engine.client()]);
    const answers = await Promise.all(
      clients.map((client) => client?.claim({ action: 'take', threadId: 'x:1' })),
    );
    expect(answers.filter((answer) => answer?.granted)).toHaveLength(1);
    await member.engine.sync();
    const claim = (await member.db.threads.get('x:1'))?.body.claim;
    expect([owner.memberId, member.memberId]).toContain(claim?.memberId);
  });
});
