import { describe, expect, test, vi } from 'vitest';
import { aBrowser, aTeam, seeing } from '#tests/support/a-team.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { joinAgain } from '#tests/support/join-again.ts';
import { loadMeta, loadSyncState, saveMeta } from '#utils/db/meta.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import type { Fetch } from '#utils/sync/team-client.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A second copy of a browser profile, as it is now. */
async function aCopyOf(db: HearbackDb) {
  const copy = emptyDb();
  for (const table of db.tables) {
    const rows: unknown[] = await table.toArray();
    await copy.table(table.name).bulkPut(rows);
  }
  return anEngineOn(copy);
}

function anEngineOn(
  db: HearbackDb,
  part: { now?: () => number; fetch?: Fetch; onRemoved?: () => Promise<void> } = {},
) {
  const engine = createSyncEngine({
    db,
    fetch: part.fetch ?? ((url, init) => fetch(url, init)),
    now: part.now ?? (() => Date.now()),
    random: () => 0,
    onChange: () => undefined,
    ...(part.onRemoved === undefined ? {} : { onRemoved: part.onRemoved }),
  });
  return { db, engine };
}

describe('a copied browser profile', () => {
  test('becomes a device of its own, with nothing lost', async () => {
    const { owner, member } = await aTeam();
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    const copy = await aCopyOf(owner.db);
    await owner.record([seeing('2'), seeing('3')]);
    await recordFacts(copy.db, [seeing('4'), seeing('5')], await copy.engine.context());
    await owner.engine.sync();
    await copy.engine.sync();
    await member.engine.sync();
    expect((await member.db.threads.toCollection().primaryKeys()).sort()).toEqual([
      'x:1',
      'x:2',
      'x:3',
      'x:4',
      'x:5',
    ]);
    const [one, other] = [await loadMeta(owner.db, 'account'), await loadMeta(copy.db, 'account')];
    expect(one?.deviceId).not.toBe(other?.deviceId);
    expect(one?.token).not.toBe(other?.token);
    expect(one?.memberId).toBe(other?.memberId);
  });

  test('lets both copies go on afterwards', async () => {
    const { owner, member } = await aTeam();
    await owner.engine.sync();
    const copy = await aCopyOf(owner.db);
    for (const id of ['1', '2', '3', '4']) {
      const db = Number(id) % 2 === 0 ? owner.db : copy.db;
      await recordFacts(db, [seeing(id)], await owner.engine.context());
      await copy.engine.sync();
      await owner.engine.sync();
    }
    await member.engine.sync();
    expect(await member.db.threads.count()).toBe(4);
    expect((await loadSyncState(copy.db)).trouble).toBeNull();
    expect((await loadSyncState(owner.db)).trouble).toBeNull();
  });

  test('loses nothing when it ends before the new device is stored', async () => {
    const { owner, member } = await aTeam();
    await owner.engine.sync();
    const copy = await aCopyOf(owner.db);
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    await recordFacts(copy.db, [seeing('2')], await copy.engine.context());
    const dying = anEngineOn(copy.db, {
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (url.includes('/split')) throw new TypeError('connection reset');
        return response;
      },
    });
    await dying.engine.sync();
    expect(await copy.db.outbox.count()).toBe(1);
    await copy.engine.sync();
    await member.engine.sync();
    expect(await member.db.threads.count()).toBe(2);
  });
});

describe('a browser that was signed out', () => {
  test('keeps facts and drafts, and sends them once the same member is back', async () => {
    const { owner, member } = await aTeam();
    await member.engine.sync();
    await member.record([seeing('1')]);
    await member.engine.sync();
    const mine = await loadMeta(member.db, 'account');
    await (await owner.engine.client())?.revokeDevice(mine?.deviceId ?? '');
    await member.record([seeing('2')]);
    await member.db.drafts.put({ threadId: 'x:1', text: 'Half', at: 1 });
    await member.engine.sync();
    expect(await loadSyncState(member.db)).toMatchObject({ troubleKind: 'signedOut' });
    expect(await member.db.outbox.count()).toBe(1);

    const invite = await (await owner.engine.client())?.invite({ memberId: member.memberId });
    await joinAgain(member.db, invite?.link ?? '', 'Ben');
    await member.engine.sync();
    await owner.engine.sync();
    expect(await member.db.outbox.count()).toBe(0);
    expect(await owner.db.threads.count()).toBe(2);
    expect(await member.db.drafts.count()).toBe(1);
    expect(await loadSyncState(member.db)).toMatchObject({ trouble: null, troubleKind: null });
  });

  test('never sends as another member what it has kept', async () => {
    const { server, owner, member } = await aTeam();
    await member.engine.sync();
    await (await member.engine.client())?.leave();
    await member.record([seeing('2')]);
    await member.engine.sync();
    await joinAgain(member.db, (await server.invite('member')).link, 'Cem');
    await member.engine.sync();
    await owner.engine.sync();
    expect(await owner.db.threads.count()).toBe(0);
    expect(await member.db.refused.toArray()).toMatchObject([
      { mutation: { kind: 'thread.see', args: { id: 'x:2' } } },
    ]);
  });

  test('asks the server no more until somebody has acted', async () => {
    const { member } = await aTeam();
    await member.engine.sync();
    await (await member.engine.client())?.leave();
    await member.engine.sync();
    member.engine.connect();
    expect((await member.engine.connection()).state).toBe('offline');
  });
});

describe('a browser whose member was removed', () => {
  const remove = async ({ owner, member }: Awaited<ReturnType<typeof aTeam>>) =>
    (await owner.engine.client())?.removeMember(member.memberId);
  const listKept = async (db: HearbackDb) => {
    const counts = await Promise.all(
      db.tables.map(async (table) => [table.name, await table.count()] as const),
    );
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  };

  test('keeps nothing of the team, and knows why', async () => {
    const team = await aTeam();
    const { db, engine, record } = team.member;
    await record([seeing('1')]);
    await engine.sync();
    await record([seeing('2')]);
    await db.drafts.put({ threadId: 'x:1', text: 'Half', at: 1 });
    await remove(team);
    await engine.sync();
    expect(await listKept(db)).toEqual({ meta: 1 });
    expect(await loadSyncState(db)).toMatchObject({ troubleKind: 'removed', cursor: { seq: 0 } });
    await engine.sync();
    expect((await engine.connection()).state).toBe('alone');
    expect(await loadSyncState(db)).toMatchObject({ troubleKind: 'removed' });
  });

  test('hears it on the live channel, with no exchange of its own', async () => {
    const team = await aTeam();
    const { db, engine } = team.member;
    await engine.sync();
    engine.connect();
    await vi.waitFor(async () => expect((await engine.connection()).state).toBe('live'));
    await remove(team);
    await vi.waitFor(async () => expect(await listKept(db)).toEqual({ meta: 1 }));
  });

  test('says farewell before its data goes, so that one broken off is repeated', async () => {
    const team = await aTeam();
    const { db, engine } = team.member;
    await engine.sync();
    await remove(team);
    const seen: unknown[] = [];
    const onRemoved = async () => void seen.push(await loadMeta(db, 'account'));
    await anEngineOn(db, { onRemoved }).engine.sync();
    expect(seen).toEqual([expect.objectContaining({ memberId: team.member.memberId })]);
    expect(await loadMeta(db, 'account')).toBeUndefined();
  });

  test('may join again as somebody new', async () => {
    const team = await aTeam();
    const { db, engine } = team.member;
    await engine.sync();
    await remove(team);
    await engine.sync();
    await joinAgain(db, (await team.server.invite('member')).link, 'Ben');
    await engine.sync();
    expect(await loadSyncState(db)).toMatchObject({ trouble: null, troubleKind: null });
    expect(await db.members.count()).toBe(2);
  });
});

describe('the token of a device', () => {
  /** A browser whose token is `days` old. */
  async function aBrowserAfter(days: number) {
    const { server } = await aTeam();
    const browser = await aBrowser(server, 'Dan');
    await browser.engine.sync();
    const account = await loadMeta(browser.db, 'account');
    if (!account) throw new Error('not joined');
    await saveMeta(browser.db, 'account', { ...account, tokenAt: Date.now() - days * DAY_MS });
    return { ...browser, token: account.token };
  }
  const tokenOf = async (db: HearbackDb) => (await loadMeta(db, 'account'))?.token;

  test('stays for thirty days', async () => {
    const { db, engine, token } = await aBrowserAfter(29);
    await engine.sync();
    expect(await tokenOf(db)).toBe(token);
  });

  test('is changed after thirty days', async () => {
    const { db, engine, record, token } = await aBrowserAfter(31);
    await engine.sync();
    expect(await tokenOf(db)).not.toBe(token);
    expect((await loadMeta(db, 'account'))?.nextToken).toBeUndefined();
    await record([seeing('1')]);
    await engine.sync();
    expect(await db.outbox.count()).toBe(0);
  });

  test('ages by the server’s clock, not by the browser’s', async () => {
    const { db, token } = await aBrowserAfter(1);
    await anEngineOn(db, { now: () => Date.now() + 365 * DAY_MS }).engine.sync();
    expect(await tokenOf(db)).toBe(token);
  });

  test('is the newest that a restored server knows, however often it was changed since the copy', async () => {
    const { db, engine, record, token } = await aBrowserAfter(0);
    const account = await loadMeta(db, 'account');
    if (!account) throw new Error('not joined');
    const unheardOf = (letter: string) => token.slice(0, -8) + letter.repeat(8);
    const formerTokens = [unheardOf('b'), token, unheardOf('c')];
    await saveMeta(db, 'account', { ...account, token: unheardOf('a'), formerTokens });
    await record([seeing('1')]);
    await engine.sync();
    expect(await db.outbox.count()).toBe(0);
    expect(await loadMeta(db, 'account')).toMatchObject({
      token,
      formerTokens: [unheardOf('c')],
    });
  });

  test('goes on with the old one when the answer was lost, then changes', async () => {
    const { db, engine, line, token } = await aBrowserAfter(31);
    line.fetch = async (url, init) => {
      const response = await fetch(url, init);
      if (url.includes('/rotate')) throw new TypeError('connection reset');
      return response;
    };
    await engine.sync();
    expect(await tokenOf(db)).toBe(token);
    line.fetch = (url, init) => fetch(url, init);
    await engine.sync();
    expect(await tokenOf(db)).not.toBe(token);
    await engine.sync();
    expect((await loadSyncState(db)).trouble).toBeNull();
  });

  test('is stored before it is used', async () => {
    const { db, engine, line, token } = await aBrowserAfter(31);
    const used: string[] = [];
    line.fetch = async (url, init) => {
      const shown = new Headers(init.headers).get('authorization')?.replace('Bearer ', '') ?? '';
      const account = await loadMeta(db, 'account');
      if (shown !== account?.token && shown !== account?.nextToken) used.push(shown);
      if (url.includes('/v1/me') && shown !== token) throw new TypeError('away');
      return fetch(url, init);
    };
    await engine.sync();
    expect(used).toEqual([]);
    expect((await loadMeta(db, 'account'))?.nextToken).toBeDefined();
    line.fetch = (url, init) => fetch(url, init);
    await engine.sync();
    expect(await tokenOf(db)).not.toBe(token);
    expect((await loadMeta(db, 'account'))?.nextToken).toBeUndefined();
  });
});
