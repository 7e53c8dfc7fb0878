/** Three server processes on one PostgreSQL: whoever writes where, everybody hears of it. */
import { Client } from 'pg';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { Change, PushResponse } from '#utils/sync/wire.ts';
import { aSighting, aSnippet } from './testing/builders.ts';
import { needPostgres, onPostgres } from './testing/on-each-store.ts';
import { spawnServer } from './testing/spawn-server.ts';
import type { SpawnedServer } from './testing/spawn-server.ts';
import { joinAs, toDevice, toOutcomes } from './testing/test-device.ts';
import type { TestDevice } from './testing/test-device.ts';
import { goLive, openSocket } from './testing/test-socket.ts';
import type { TestSocket } from './testing/test-socket.ts';

const WRITES = 25;

onPostgres(() => {
  let databaseUrl: string;
  let servers: SpawnedServer[];
  /** A device that speaks with each of the servers. */
  let devices: TestDevice[];

  beforeEach(async () => {
    databaseUrl = await (await needPostgres()).createDatabase();
    // At once, so that they also race for the tables and for the first team.
    servers = await Promise.all([1, 2, 3].map(() => spawnServer({ databaseUrl })));
    const owner = await joinAnyOwner(servers);
    devices = [];
    for (const { origin } of servers) {
      const { body } = await owner.ask('POST', '/v1/invites', { role: 'member' });
      devices.push(await joinAs(toLinkAt(origin, (body as { link: string }).link), 'Dee Example'));
    }
  }, 60_000);
  afterEach(async () => {
    await Promise.all(servers.map(({ kill }) => kill()));
  });

  /** Pushes through all three at once, one snippet a push. */
  async function writeEverywhere(writes: number, prefix: string): Promise<string[]> {
    const ids: string[] = [];
    const work = devices.map(async (device, index) => {
      for (let n = 0; n < writes; n += 1) {
        const id = `${prefix}-${index}-${n}`;
        needAllOk(await device.push(aSnippet(id)));
        ids.push(id);
      }
    });
    await Promise.all(work);
    return ids;
  }

  it('makes one team, however many start at once', async () => {
    const teams = await query(databaseUrl, 'SELECT team_id FROM team');
    expect(teams.length).toBe(1);
  });

  it(
    'misses nothing and doubles nothing, live or pulled, through whichever process',
    { timeout: 60_000 },
    async () => {
      const readers = await Promise.all(devices.map((device) => readLive(device)));
      const ids = await writeEverywhere(WRITES, 'busy');
      for (const reader of readers) {
        await reader.until(ids);
        expect(reader.seqs).toEqual(reader.seqs.map((_, index) => (reader.seqs[0] ?? 0) + index));
      }
      for (const device of devices) {
        const { changes } = await device.pull();
        expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
        expect(new Set(changes.map(({ id }) => id)).size).toBeGreaterThanOrEqual(ids.length);
      }
    },
  );

  it(
    'hears of everything when the line for hints was cut, and while others hold the database',
    { timeout: 60_000 },
    async () => {
      // An unrelated transaction that stays open would stall readers that go by transaction ids (F21).
      const bystander = new Client({ connectionString: databaseUrl });
      onTestFinished(() => bystander.end());
      await bystander.connect();
      await bystander.query('BEGIN; CREATE TABLE unrelated (n BIGINT)');
      const readers = await Promise.all(devices.map((device) => readLive(device)));
      const writing = writeEverywhere(WRITES, 'cut');
      const cut = await query(
        databaseUrl,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hearback live' AND datname = current_database()",
      );
      expect(cut.length).toBe(3);
      const ids = await writing;
      for (const reader of readers) await reader.until(ids);
    },
  );

  it('passes presence on from process to process', { timeout: 60_000 }, async () => {
    const [first, second, third] = devices as [TestDevice, TestDevice, TestDevice];
    const [a, b] = [await goLive(first), await goLive(second)];
    a.send({ type: 'presence', threadId: 'x:1', kind: 'typing' });
    const memberId = first.joined.member.id;
    expect(await b.next('presence')).toMatchObject({ threadId: 'x:1', kind: 'typing', memberId });
    const { next: cursor } = await third.pull();
    const known = { cursor, presence: [], presenceMark: '' };
    const { body } = await third.ask('POST', '/v1/wait', known);
    expect(body).toMatchObject({ presence: [{ threadId: 'x:1', kind: 'typing', memberId }] });
    a.send({ type: 'presence', threadId: 'x:1', kind: 'gone' });
    expect(await b.next('presence')).toMatchObject({ threadId: 'x:1', kind: 'gone', memberId });
  });

  it('closes sockets in every process when their device leaves', { timeout: 60_000 }, async () => {
    const [first] = devices as [TestDevice];
    const elsewhere = await goLive(toDevice(servers[2]?.origin ?? '', first.joined));
    await first.ask('POST', '/v1/leave', {});
    expect(await elsewhere.closed).toBe(4401);
  });

  it('closes them too when nobody told of it', { timeout: 60_000 }, async () => {
    const [first] = devices as [TestDevice];
    const live = await goLive(first);
    await query(databaseUrl, 'UPDATE device SET revoked_at = 1 WHERE device_id = $1', [
      first.joined.deviceId,
    ]);
    expect(await live.closed).toBe(4401);
  });

  it('grants a claim once, of many who ask everywhere', { timeout: 60_000 }, async () => {
    const [first] = devices as [TestDevice];
    await first.push(aSighting({ id: 'raced' }));
    const asked = devices.flatMap((device) => [1, 2, 3, 4].map(() => device));
    const answers = await Promise.all(
      asked.map(async (device) => {
        const { granted, claim } = await device.claim({ action: 'take', threadId: 'x:raced' });
        return { granted, holder: claim?.memberId, own: device.joined.member.id };
      }),
    );
    const holders = new Set(answers.map(({ holder }) => holder));
    expect(holders.size).toBe(1);
    for (const { granted, holder, own } of answers) expect(granted).toBe(holder === own);
  });
});

/** A refused fact would be waited for in vain. */
function needAllOk(answer: PushResponse): void {
  expect(new Set(toOutcomes(answer))).toEqual(new Set(['ok']));
}

/** Each start prints a link that ends the ones before it; the last one works. */
async function joinAnyOwner(servers: readonly SpawnedServer[]): Promise<TestDevice> {
  for (const { ownerLink } of servers) {
    const joined = await joinAs(ownerLink ?? '', 'Ada Example').catch(() => null);
    if (joined) return joined;
  }
  throw new Error('None of the owner links works.');
}

function toLinkAt(origin: string, link: string): string {
  return `${origin}/join${new URL(link).hash}`;
}

async function query(url: string, sql: string, params: unknown[] = []): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, params)).rows;
  } finally {
    await client.end();
  }
}

/** What a client does with the live channel: takes frames that follow what it has, and pulls at all else. */
async function readLive(device: TestDevice) {
  let { next: cursor } = await device.pull();
  const socket: TestSocket = await openSocket(device.origin);
  socket.send({ type: 'hello', token: device.joined.token, cursor });
  const seqs: number[] = [];
  const ids = new Set<string>();

  function take(changes: readonly Change[]): void {
    for (const { seq, mark, id } of changes) {
      seqs.push(seq);
      ids.add(id);
      cursor = { ...cursor, seq, mark };
    }
  }

  return {
    seqs,
    async until(wanted: readonly string[]): Promise<void> {
      while (wanted.some((id) => !ids.has(id))) {
        const frame = await socket.nextOf('changes', 'poke');
        if (frame.type === 'changes' && frame.from === cursor.seq) take(frame.changes);
        else if (headOf(frame) > cursor.seq) take((await device.pull(cursor)).changes);
      }
    },
  };
}

function headOf(frame: { type: 'poke'; head: number } | { type: 'changes'; changes: Change[] }) {
  return frame.type === 'poke' ? frame.head : (frame.changes.at(-1)?.seq ?? 0);
}
