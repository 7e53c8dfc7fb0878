import { afterAll, beforeAll, expect, it } from 'vitest';
import { threadsResponseSchema } from '#utils/sync/wire.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { joinAs } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeAll(async () => {
    team = await startTestTeam({ store });
    for (let n = 0; n < 12; n += 1) await team.member.push(aSighting({ id: `p${n}` }));
  });
  afterAll(() => team.end());

  async function statusOf(seq: number, mark: string, epoch = team.member.joined.epoch) {
    const query = new URLSearchParams({ epoch, seq: `${seq}`, mark });
    return (await team.member.ask('GET', `/v1/pull?${query}`)).status;
  }

  it('gives every change once, in order, in pages of any size', async () => {
    const { changes } = await team.owner.pull(undefined, 4);
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
    expect(changes).toEqual((await team.owner.pull()).changes);
  });

  it('has nothing more after the last change', async () => {
    const { next } = await team.owner.pull();
    const again = await team.owner.pull(next);
    expect(again).toEqual({ changes: [], next });
  });

  it('resets a cursor that is not of this history', async () => {
    const { next } = await team.owner.pull();
    expect(await statusOf(next.seq, next.mark)).toBe(200);
    expect(await statusOf(next.seq, 'another')).toBe(410);
    expect(await statusOf(next.seq + 1, next.mark)).toBe(410);
    expect(await statusOf(next.seq, next.mark, 'another')).toBe(410);
  });

  it('gives single threads with their replies, as a snapshot does', async () => {
    const replies = [1, 2].map((n) => aReply({ id: `x:r${n}`, threadId: 'x:p3' }));
    await team.member.push(...replies, aReply({ id: 'x:r3', threadId: 'x:p4' }));
    const ids = ['x:p3', 'x:unknown', 'x:p5', 'x:r3', '\u0000'];
    const { status, body } = await team.owner.ask('POST', '/v1/threads', { ids });
    expect(status).toBe(200);
    const wanted = ['x:p3', 'x:p5', 'x:r1', 'x:r2'];
    const { rows } = await team.owner.snapshot();
    const expected = rows.filter(({ id }) => wanted.includes(id));
    const told = threadsResponseSchema.parse(body).rows;
    expect(told.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(told).toHaveLength(4);
  });

  it('is asked for some threads at once, not for all', async () => {
    const ask = async (count: number) => {
      const ids = Array.from({ length: count }, (_, n) => `x:${n}`);
      return (await team.owner.ask('POST', '/v1/threads', { ids })).status;
    };
    expect([await ask(0), await ask(50), await ask(51)]).toEqual([400, 200, 400]);
  });

  it('shows the same state in a snapshot as in the history', async () => {
    const { changes } = await team.owner.pull();
    const told = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
    const { rows } = await team.owner.snapshot(5);
    expect(rows).toHaveLength(told.size);
    for (const row of rows) {
      const change = told.get(`${row.kind} ${row.id}`);
      expect([row.seq, row.body]).toEqual([change?.seq, change?.body]);
    }
  });

  it('lets a snapshot that was begun before a write find that write by pulling', async () => {
    const page = await team.owner.ask('GET', '/v1/snapshot?limit=2');
    const { cursor } = page.body as Awaited<ReturnType<typeof team.owner.snapshot>>;
    await team.member.push(aSighting({ id: 'late' }));
    const { changes } = await team.owner.pull(cursor);
    expect(changes.map(({ id }) => id)).toEqual(['x:late']);
  });

  it.each([
    { seq: '-1' },
    { seq: '1e99' },
    { seq: 'x' },
    { limit: '0' },
    { epoch: 'x'.repeat(99) },
  ])('calls the query %o a bad request', async (wrong) => {
    const query = new URLSearchParams({ epoch: 'e', seq: '0', mark: '', ...wrong });
    expect((await team.member.ask('GET', `/v1/pull?${query}`)).status).toBe(400);
  });

  it('gives pages after ids of any letters', async () => {
    const id = '鍋'.repeat(300);
    await team.member.push(aSighting({ id }));
    const { rows } = await team.owner.snapshot(1);
    expect(rows.map((row) => row.id)).toContain(`x:${id}`);
  });

  async function pushTen(device: TestDevice, writer: number): Promise<void> {
    for (let n = 0; n < 10; n += 1) await device.push(aSighting({ id: `w${writer}-${n}` }));
  }

  it('misses no change while many write at once', { timeout: 60_000 }, async () => {
    const writers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) =>
        joinAs((await team.server.invite('member')).link, `Writer ${n}`),
      ),
    );
    let { next } = await team.owner.pull();
    const first = next.seq;
    const seen: number[] = [];
    const read = async () => {
      const page = await team.owner.pull(next, 3);
      seen.push(...page.changes.map(({ seq }) => seq));
      ({ next } = page);
    };
    const readAll = async () => {
      while (seen.length < 80) await read();
    };
    await Promise.all([readAll(), ...writers.map(pushTen)]);
    expect(seen).toEqual(Array.from({ length: 80 }, (_, index) => first + index + 1));
  });

  it('calls a made-up place in a snapshot a bad request', async () => {
    expect((await team.member.ask('GET', '/v1/snapshot?after=bm9uc2Vuc2U')).status).toBe(400);
  });
});
