import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { aServer, aTeam, ends, seeing } from '#tests/support/a-team.ts';
import { aReply } from '#tests/support/builders.ts';
import { loadSyncState, wipeTeamData } from '#utils/db/meta.ts';
import { createSyncEngine } from './engine.ts';
import type { Mutation } from './wire.ts';

const reset = () =>
  Response.json({ code: 'reset', message: 'Load the state again.' }, { status: 410 });

describe('the sync engine under faults', () => {
  test('delivers what waits to a server that was restored', async () => {
    const { server, data, close, owner, member } = await aTeam();
    await owner.record([seeing('1'), seeing('2')]);
    await owner.engine.sync();
    await close();
    const file = new DatabaseSync(data);
    file.exec(`UPDATE team SET epoch = 'restored'; UPDATE device SET last_mid = 0;
               DELETE FROM applied;`);
    file.close();
    await owner.record([seeing('3')]);
    const { server: again } = await aServer({ port: Number(new URL(server.url).port), data });
    ends.push(() => again.close());
    await owner.engine.sync();
    await member.engine.sync();
    expect(await owner.db.outbox.count()).toBe(0);
    expect(await member.db.threads.count()).toBe(3);
    expect((await loadSyncState(owner.db)).cursor.epoch).toBe('restored');
  });

  test('sends more than one request can hold', async () => {
    const { owner, member } = await aTeam();
    const long = Array.from({ length: 45 }, (_, index): Mutation => {
      const args = {
        id: `s${index}`,
        kind: 'snippet' as const,
        text: '水'.repeat(9_000),
        tags: [],
      };
      return { kind: 'library.save', args: { ...args, at: 1 } };
    });
    await owner.record(long);
    await owner.engine.sync();
    await member.engine.sync();
    expect(await owner.db.outbox.count()).toBe(0);
    expect(await member.db.library.count()).toBe(45);
  });

  test('gives up on a server that wants a reset again and again', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    let pulls = 0;
    member.line.fetch = (url, init) => {
      if (!url.includes('/v1/pull')) return fetch(url, init);
      pulls += 1;
      return Promise.resolve(reset());
    };
    await member.engine.sync();
    expect(pulls).toBe(2);
  });

  test('gives up on a server that expects another number each time', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    let pushes = 0;
    member.line.fetch = (url, init) => {
      if (!url.includes('/v1/push')) return fetch(url, init);
      pushes += 1;
      const body = { code: 'gap', message: 'Missing.', expected: 100 * pushes };
      return Promise.resolve(Response.json(body, { status: 409 }));
    };
    await member.record([seeing('1')]);
    await member.engine.sync();
    expect(pushes).toBe(2);
  });

  test.each([
    ['came slowly', 90_000],
    ['came after the clock was set back', -3_600_000],
  ])('lets no lease look longer than it is for an answer that %s', async (_how, passed) => {
    const { member } = await aTeam();
    let ahead = 0;
    const engine = createSyncEngine({
      db: member.db,
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (url.includes('/v1/pull')) ahead = passed;
        return answer;
      },
      now: () => Date.now() + ahead,
      random: () => 0,
      onChange: () => undefined,
    });
    const before = Date.now();
    await engine.sync();
    const { clockOffset } = await engine.connection();
    // Time that passed, did so for the server too; that the clock was set is no time.
    const serverNow = Math.max(before, before + ahead);
    expect(before + ahead + clockOffset).toBeGreaterThanOrEqual(serverNow - 1_000);
  });

  test.each([
    ['internal', 500],
    ['unavailable', 503],
    ['too_large', 413],
    ['bad_request', 400],
  ])('hears of teammates where a push is answered with %s', async (code, status) => {
    const { owner, member } = await aTeam();
    await member.engine.sync();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    member.line.fetch = async (url, init) =>
      url.includes('/v1/push')
        ? Response.json({ code, message: 'No.' }, { status })
        : fetch(url, init);
    await member.record([seeing('2')]);
    await member.engine.sync();
    expect(await member.db.threads.get('x:1')).toBeDefined();
    expect(await member.db.outbox.count()).toBe(1);
    expect((await member.engine.connection()).state).toBe('offline');
  });

  test.each([
    ['too_many', 429],
    ['too_old', 426],
    ['unauthorized', 401],
  ])('asks no more where a push is answered with %s', async (code, status) => {
    const { member } = await aTeam();
    await member.engine.sync();
    const asked: string[] = [];
    member.line.fetch = async (url) => {
      asked.push(new URL(url).pathname);
      return Response.json({ code, message: 'No.' }, { status });
    };
    await member.record([seeing('1')]);
    await member.engine.sync();
    expect(asked).toEqual(['/v1/push']);
  });

  test('gives up on a server that always has more', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    let pulls = 0;
    member.line.fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!url.includes('/v1/pull')) return response;
      pulls += 1;
      return Response.json({ ...((await response.json()) as object), more: true });
    };
    await member.engine.sync();
    expect(pulls).toBe(1);
  });

  test('ends when a server goes round in circles with its state', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    let asked = 0;
    member.line.fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (!url.includes('/v1/snapshot')) return response;
      asked += 1;
      if (asked > 10) throw new Error('asked for ever');
      // A page is named by the server alone, so this one takes every name.
      const first = await fetch(url.replace(/after=[^&]*/u, ''), init);
      return Response.json({ ...((await first.json()) as object), after: `page-${asked % 2}` });
    };
    await member.engine.sync();
    expect(asked).toBe(2);
  });

  test('writes nothing of the old team once somebody leaves during an exchange', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAsked = false;
    member.line.fetch = async (url, init) => {
      const response = await fetch(url, { ...init, signal: null });
      isAsked ||= url.includes('/v1/snapshot');
      if (isAsked) await held;
      return response;
    };
    const exchange = member.engine.sync();
    await vi.waitFor(() => expect(isAsked).toBe(true));
    const leaving = member.engine.aside(() => wipeTeamData(member.db));
    release();
    await Promise.all([exchange, leaving]);
    for (const table of member.db.tables) expect(await table.count()).toBe(0);
  });

  test('leaves a busy server alone for as long as it asked', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    let asked = 0;
    member.line.fetch = async () => {
      asked += 1;
      const body = { code: 'unavailable', message: 'Later.' };
      return Response.json(body, { status: 503, headers: { 'retry-after': '60' } });
    };
    await member.engine.sync();
    await member.engine.sync();
    expect(asked).toBe(1);
    expect((await member.engine.connection()).state).toBe('offline');
  });

  test('carries out a wish that came while it stood aside', async () => {
    const { member } = await aTeam();
    let wished: Promise<void> | null = null;
    await member.engine.aside(async () => {
      wished = member.engine.sync();
    });
    await wished;
    expect((await loadSyncState(member.db)).asOf).not.toBeNull();
  });

  test('never throws, even where the database is gone', async () => {
    const { member } = await aTeam();
    member.db.close({ disableAutoOpen: true });
    await expect(member.engine.sync()).resolves.toBeUndefined();
  });

  test('tells the thread of a reply that comes live', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await member.engine.sync();
    member.engine.connect();
    await vi.waitFor(async () => {
      expect((await member.engine.connection()).state).toBe('live');
      expect((await loadSyncState(member.db)).cursor.seq).toBeGreaterThan(0);
    });
    await member.engine.sync();
    member.news.length = 0;
    const { memberId: _memberId, ...args } = aReply({ handle: 'nobody' });
    await owner.record([{ kind: 'reply.record', args }]);
    await owner.engine.sync();
    await vi.waitFor(async () => expect(await member.db.replies.count()).toBe(1));
    await vi.waitFor(() => expect(member.news.flat()).toContain('x:1'));
  });
});
