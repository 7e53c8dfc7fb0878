import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Thread } from '#utils/model/thread.ts';
import { pullResponseSchema } from '#utils/sync/wire.ts';
import { meResponseSchema } from '#utils/sync/wire-access.ts';
import { rotateEpoch } from '../store/teams.ts';
import { aSighting } from '../testing/builders.ts';
import { joinAs } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

let team: TestTeam;
beforeEach(async () => {
  team = await startTestTeam();
});
afterEach(() => team.end());

async function pull(cursor: { epoch: string; seq: number; mark: string }) {
  const query = new URLSearchParams({ ...cursor, seq: `${cursor.seq}` });
  return team.member.ask('GET', `/v1/pull?${query}`);
}

it('finds by the mark that a number was given to another change since', async () => {
  await team.member.push(aSighting({ id: 'before' }));
  const { next } = await team.member.pull();
  expect((await pull(next)).status).toBe(200);
  // What a server does that was set back by one change without being told, then went on.
  await withStore(team, async (store) => {
    await store.run('UPDATE change SET mark = ? WHERE seq = ?', ['another', next.seq]);
  });
  expect((await pull(next)).status).toBe(410);
});

it('finds by the epoch that the history was replaced, with number and mark the same', async () => {
  await team.member.push(aSighting({ id: 'same' }));
  const { next } = await team.member.pull();
  const teamId = team.member.joined.team.id;
  const epoch = await withStore(team, (store) => rotateEpoch(store, teamId));
  expect((await pull(next)).status).toBe(410);
  expect((await pull({ ...next, epoch })).status).toBe(200);
  const push = { epoch: next.epoch, ackMid: 0, mutations: [] };
  expect((await team.member.ask('POST', '/v1/push', push)).status).toBe(410);
  const me = meResponseSchema.parse((await team.member.ask('GET', '/v1/me')).body);
  expect(me).toMatchObject({ epoch, lastMid: team.member.mid, retentionDays: 90 });
});

it('tells with every page how long records are kept', async () => {
  const me = meResponseSchema.parse((await team.member.ask('GET', '/v1/me')).body);
  const page = await pull({ epoch: me.epoch, seq: 0, mark: '' });
  expect(pullResponseSchema.parse(page.body).retentionDays).toBe(90);
});

it('makes one thread of a post that ten see at once, first seen by the first', async () => {
  const devices = await Promise.all(
    Array.from({ length: 10 }, async (_, n) =>
      joinAs((await team.server.invite('member')).link, `Reader ${n}`),
    ),
  );
  await Promise.all(devices.map((device) => device.push(aSighting({ id: 'seen-by-all' }))));
  const { changes } = await team.owner.pull();
  const about = changes.filter(({ id }) => id === 'x:seen-by-all');
  expect(about).toHaveLength(1);
  const thread = about[0]?.body as Thread | undefined;
  expect(devices.map(({ joined }) => joined.member.id)).toContain(thread?.seenBy);
});
