import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startServer } from '#server/listen.ts';
import type { RunningServer } from '#server/listen.ts';
import { aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { changeSyncState, loadSyncState, saveMeta } from '#utils/db/meta.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import { createSyncEngine } from './engine.ts';
import { parseInviteLink } from './invite-link.ts';
import { joinTeam } from './team-client.ts';
import type { Mutation } from './wire.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function aServer(part: { port?: number; data?: string } = {}) {
  const data = part.data ?? join(mkdtempSync(join(tmpdir(), 'hearback-')), 'team.sqlite');
  const log = { info: () => undefined, error: () => undefined };
  const server = await startServer({ port: part.port ?? 0, data, log: log as never });
  return { server, data };
}

/** A browser that has joined: its own database and a running engine. */
async function aBrowser(server: RunningServer, name: string, link?: string) {
  const db = emptyDb();
  const invite = parseInviteLink(link ?? (await server.invite('member')).link);
  if (!invite) throw new Error('no invite link');
  const joined = await joinTeam(fetch, invite.server, {
    invite: invite.invite,
    name,
    device: 'test',
  });
  await saveMeta(db, 'account', {
    server: invite.server,
    token: joined.token,
    deviceId: joined.deviceId,
    memberId: joined.member.id,
    team: joined.team,
    epoch: joined.epoch,
  });
  await changeSyncState(db, { cursor: { epoch: joined.epoch, seq: 0, mark: '' } });
  const engine = createSyncEngine({
    db,
    fetch: (url, init) => fetch(url, init),
    now: () => Date.now(),
    random: () => 0.2,
    onChange: () => undefined,
  });
  ends.push(() => engine.disconnect());
  const record = async (mutations: Mutation[]) =>
    recordFacts(db, mutations, await engine.context());
  return { db, engine, record, memberId: joined.member.id };
}

const seeing = (id: string): Mutation => ({
  kind: 'thread.see',
  args: { id: `x:${id}`, post: aPost({ id }), match: aThread().match },
});

async function aTeam() {
  const { server, data } = await aServer();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await server.close();
    isOpen = false;
  };
  ends.push(close);
  const owner = await aBrowser(server, 'Ana', server.ownerLink ?? undefined);
  const member = await aBrowser(server, 'Ben');
  return { server, data, close, owner, member };
}

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
