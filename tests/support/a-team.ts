/** A real server with real engines of teammates, ended after each test. */
// First: Dexie takes the IndexedDB that it finds when it is loaded.
import 'fake-indexeddb/auto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { startServer } from '#server/listen.ts';
import type { RunningServer } from '#server/listen.ts';
import { changeSyncState, saveMeta } from '#utils/db/meta.ts';
import { recordFacts } from '#utils/db/outbox.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import { parseInviteLink } from '#utils/sync/invite-link.ts';
import type { News } from '#utils/sync/news.ts';
import { joinTeam } from '#utils/sync/team-client.ts';
import type { Fetch } from '#utils/sync/team-client.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { aPost, aThread } from './builders.ts';
import { emptyDb } from './empty-db.ts';

/** Done after each test, last first. */
export const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

export async function aServer(part: { port?: number; data?: string } = {}) {
  const data = part.data ?? join(mkdtempSync(join(tmpdir(), 'hearback-')), 'team.sqlite');
  const log = { info: () => undefined, error: () => undefined };
  const server = await startServer({ port: part.port ?? 0, data, log: log as never });
  return { server, data };
}

/** A browser that has joined: its own database and a running engine. */
export async function aBrowser(server: RunningServer, name: string, link?: string) {
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
  const news: News[] = [];
  /** Stands between the browser and the server; a test may put itself there. */
  const line: { fetch: Fetch } = { fetch: (url, init) => fetch(url, init) };
  const engine = createSyncEngine({
    db,
    fetch: (url, init) => line.fetch(url, init),
    now: () => Date.now(),
    random: () => 0.2,
    onChange: (one) => news.push(one),
  });
  ends.push(() => engine.disconnect());
  const record = async (mutations: Mutation[]) =>
    recordFacts(db, mutations, await engine.context());
  return { db, engine, record, news, line, memberId: joined.member.id };
}

export const seeing = (id: string): Mutation => ({
  kind: 'thread.see',
  args: { id: `x:${id}`, post: aPost({ id }), match: aThread().match },
});

export async function aTeam() {
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
