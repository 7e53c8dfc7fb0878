/** A restore brings back no right that was taken away since the backup, and nothing that was erased. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { systemClock } from '../clock.ts';
import { openStore, startServer } from '../listen.ts';
import type { RunningServer } from '../listen.ts';
import { createHub } from '../hub.ts';
import { silentLogger } from '../log.ts';
import { retireThreads } from '../services/retention.ts';
import { aPost, aReply, aSighting, aSnippet } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { ask, fact, joinAs, toDevice, toOutcomes } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam, wideLimits } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { toCarriedLines } from './carry-over.ts';
import type { CarriedOver } from './carry-over.ts';
import { backUpSqlite, restoreSqlite } from './sqlite-file.ts';
import { backUpLines, restoreLines } from './table-lines.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const WORDS = 'words of somebody who wants to be forgotten';
const nothing: CarriedOver = {
  isKnown: true,
  members: 0,
  devices: 0,
  roles: 0,
  records: 0,
  invites: 0,
  ownerless: [],
};

onEachStore((kind) => {
  let team: TestTeam;
  let folder: string;
  let running: RunningServer;
  let isUp: boolean;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearback-carry-'));
    // A restore goes by the machine's clock.
    team = await startTestTeam({ store: kind, clock: systemClock });
    running = team.server;
    isUp = true;
  });
  afterEach(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function stop(): Promise<void> {
    if (isUp) await running.close();
    isUp = false;
  }

  async function backUp(name: string): Promise<string> {
    const to = join(folder, name);
    if (kind === 'sqlite') {
      backUpSqlite(team.data, to);
      return to;
    }
    const store = await openStore(team);
    await backUpLines(store, to);
    await store.close();
    return to;
  }

  async function restore(from: string): Promise<CarriedOver> {
    await stop();
    let carried;
    if (kind === 'sqlite') ({ carried } = await restoreSqlite(from, team.data, 'before'));
    else {
      const store = await openStore(team);
      ({ carried } = await restoreLines(store, from, true));
      await store.close();
    }
    running = await startServer({
      port: 0,
      data: team.data,
      databaseUrl: team.databaseUrl,
      log: silentLogger,
      limits: wideLimits,
    });
    isUp = true;
    return carried;
  }

  /** A browser of before, at the server that runs now, in its history. */
  async function back(device: TestDevice): Promise<TestDevice> {
    const now = toDevice(running.url, device.joined);
    const { body } = await now.ask('GET', '/v1/me');
    const { epoch, lastMid } = body as { epoch: string; lastMid: number };
    return toDevice(running.url, { ...device.joined, epoch }, lastMid);
  }
  const readMe = async (device: TestDevice) =>
    toDevice(running.url, device.joined).ask('GET', '/v1/me');
  async function redeem(link: string): Promise<string> {
    const answer = await ask(running.url, 'POST', '/v1/join', {
      body: { invite: new URL(link).hash.slice(1), name: 'Eve Example', device: '' },
    });
    return answer.status === 200 ? 'joined' : (answer.body as { code: string }).code;
  }
  const addDevice = async (device: TestDevice) => {
    const memberId = device.joined.member.id;
    const { body } = await device.ask('POST', '/v1/invites', { memberId });
    return joinAs((body as { link: string }).link, 'Whoever');
  };

  it('keeps out who was removed, signed out, or came in by a link that was used', async () => {
    const phone = await addDevice(team.member);
    const used = (await running.invite('lead')).link;
    const open = (await running.invite('lead')).link;
    await team.lead.push(aSighting({ id: '1' }), aSighting({ id: '2' }));
    await team.lead.claim({ action: 'take', threadId: 'x:1' });
    await phone.claim({ action: 'take', threadId: 'x:2' });
    const saved = await backUp('saved');
    const { memberId, deviceId } = {
      memberId: team.lead.joined.member.id,
      deviceId: phone.joined.deviceId,
    };
    await team.owner.ask('POST', '/v1/devices/revoke', { deviceId });
    await team.owner.ask('POST', '/v1/members/remove', { memberId });
    await joinAs(used, 'Fay Example');

    const carried = await restore(saved);
    expect(carried).toEqual({ ...nothing, members: 1, devices: 2, invites: 1 });
    expect((await readMe(team.lead)).status).toBe(401);
    expect((await readMe(phone)).status).toBe(401);
    expect((await readMe(team.member)).status).toBe(200);
    expect([await redeem(used), await redeem(open)]).toEqual(['invite_used', 'invite_expired']);
    const owner = await back(team.owner);
    const { rows } = await owner.snapshot();
    expect(JSON.stringify(rows.filter((row) => row.kind === 'member'))).not.toContain(memberId);
    for (const threadId of ['x:1', 'x:2']) {
      expect(await owner.claim({ action: 'take', threadId })).toMatchObject({ granted: true });
    }
  });

  it('keeps roles as they were set since, however often backups are restored', async () => {
    const memberId = team.lead.joined.member.id;
    const early = await backUp('early');
    await team.owner.ask('POST', '/v1/members/role', { memberId, role: 'member' });
    const late = await backUp('late');
    expect(await restore(early)).toEqual({ ...nothing, roles: 1 });
    expect((await readMe(team.lead)).body).toMatchObject({ member: { role: 'member' } });

    const owner = await back(team.owner);
    await owner.ask('POST', '/v1/members/role', { memberId, role: 'owner' });
    expect(await restore(late)).toEqual({ ...nothing, roles: 1 });
    expect((await readMe(team.lead)).body).toMatchObject({ member: { role: 'owner' } });
  });

  it('tells of a team whose only owner was removed since', async () => {
    const second = team.member.joined.member.id;
    const saved = await backUp('saved');
    const newcomer = await joinAs((await running.invite('member')).link, 'Gia Example');
    const makeOwner = { memberId: newcomer.joined.member.id, role: 'owner' };
    await team.owner.ask('POST', '/v1/members/role', makeOwner);
    await newcomer.ask('POST', '/v1/members/remove', { memberId: team.owner.joined.member.id });
    const carried = await restore(saved);
    expect(carried.ownerless).toEqual(['My team']);
    expect(toCarriedLines(carried).at(-1)).toContain('members role NAME owner');
    expect((await readMe(team.member)).body).toMatchObject({ member: { id: second } });
  });

  it('lets a replaced token work no more, and the one in its place go on', async () => {
    const saved = await backUp('saved');
    const { body } = await team.member.ask('POST', '/v1/devices/rotate', {});
    const { token } = body as { token: string };
    await restore(saved);
    const renewed = toDevice(running.url, { ...team.member.joined, token });
    expect((await renewed.ask('GET', '/v1/me')).status).toBe(200);
  });

  it('erases again what was erased since, wherever its words stand', async () => {
    const author = { handle: 'gone_example' };
    await team.lead.push(
      aSighting({ id: '1', text: WORDS }),
      aSighting({ id: '2', author, text: `${WORDS}, said by another` }),
      aReply({ id: 'x:900', threadId: 'x:1', text: WORDS }),
      fact('story.save', {
        id: 'x:2',
        post: aPost({ id: '2', author, text: WORDS }),
        note: WORDS,
        tags: [],
        permission: 'none',
      }),
      fact('library.save', {
        id: 'copy',
        kind: 'snippet',
        text: 'Hi',
        question: WORDS,
        tags: [],
        at: 1,
      }),
      aSighting({ id: '3' }),
      aSighting({ id: '4', quoted: { author: author.handle, text: WORDS } }),
      aReply({ id: 'x:905', threadId: 'x:3', source: 'seen', handle: author.handle, text: WORDS }),
    );
    const saved = await backUp('saved');
    await team.lead.ask('POST', '/v1/erase', { postKey: 'x:1' });
    await team.lead.ask('POST', '/v1/erase', { site: 'x', author: author.handle });

    const carried = await restore(saved);
    expect(carried).toEqual({ ...nothing, records: 6 });
    const owner = await back(team.owner);
    const { rows } = await owner.snapshot();
    expect(JSON.stringify(rows)).not.toContain(WORDS);
    expect(rows.filter((row) => row.kind === 'thread').map(({ id }) => id)).toEqual(['x:3', 'x:4']);
    const again = await owner.push(aSighting({ id: '1' }), aSighting({ id: '9', author }));
    expect(toOutcomes(again)).toEqual(['erased', 'erased']);
    await stop();
    const store = await openStore(team);
    const tables = ['change', 'thread', 'reply', 'story', 'library', 'audit'];
    for (const table of tables) {
      expect(JSON.stringify(await store.all(`SELECT * FROM ${table}`))).not.toContain(WORDS);
    }
    await store.close();
  });

  it('erases again what the library has of an author whose posts had been retired', async () => {
    const author = { handle: 'gone_example' };
    await team.lead.push(
      aSighting({ id: '5', author }),
      aReply({ id: 'x:907', threadId: 'x:5' }),
      aSnippet('x:907'),
    );
    const store = await openStore(team);
    await store.run('UPDATE thread SET seen_at = 0');
    const publicUrl = () => '';
    const hub = createHub({ store, clock: systemClock, log: silentLogger, publicUrl, tickMs: 0 });
    await retireThreads({ store, hub }, team.owner.joined.team.id, 1, 10);
    await store.close();
    const saved = await backUp('saved');
    await team.lead.ask('POST', '/v1/erase', { site: 'x', author: author.handle });
    expect(await restore(saved)).toEqual({ ...nothing, records: 1 });
    const { rows } = await (await back(team.owner)).snapshot();
    expect(rows.map(({ kind: of }) => of)).toEqual(['member', 'member', 'member']);
  });

  it('says what is to be done by hand when it finds no data of before', async () => {
    const open = (await running.invite('lead')).link;
    const saved = await backUp('saved');
    await stop();
    if (kind === 'sqlite') {
      for (const end of ['', '-wal', '-shm']) rmSync(team.data + end, { force: true });
      writeFileSync(team.data, 'damaged');
    } else {
      const store = await openStore(team);
      const tables = await store.all("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
      const names = tables.map(({ tablename }) => String(tablename));
      const data = names.filter((name) => !['migration', 'lineage'].includes(name));
      await store.run(`TRUNCATE ${data.join(', ')}`);
      await store.close();
    }
    const carried = await restore(saved);
    expect(carried).toEqual({ ...nothing, isKnown: false, invites: 1 });
    expect(toCarriedLines(carried).join(' ')).toContain('Do it again by hand');
    expect(await redeem(open)).toBe('invite_expired');
  });

  it.runIf(kind === 'sqlite')('takes along what stands in the log beside a file', async () => {
    await team.lead.push(aSighting({ id: '1' }), aSighting({ id: '2' }));
    // As a server leaves it that was killed.
    const copy = join(folder, 'copy');
    for (const end of ['', '-wal']) copyFileSync(team.data + end, copy + end);
    const data = join(folder, 'restored.sqlite');
    const { counts } = await restoreSqlite(copy, data, 'before');
    expect(counts.thread).toBe(2);
  });
});
