/** A history that has become shorter under a server that runs, though nothing else tells of it. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HEARTBEAT_MS } from '#utils/sync/wire.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';
import type { TestSocket } from '../testing/test-socket.ts';
import { withStore } from '../testing/with-store.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
  });
  afterEach(() => team.end());

  /** Takes the newest changes out beside the server, as tools of somebody's own may. */
  const cutOff = (count: number) =>
    withStore(team, async (database) => {
      await database.run('DELETE FROM change WHERE seq > (SELECT seq - ? FROM team)', [count]);
      await database.run('UPDATE team SET seq = seq - ?', [count]);
    });

  /** The next poke; time goes on by the test's clock, and a dead line would end the waiting. */
  async function nextPoke(live: TestSocket): Promise<number> {
    for (;;) {
      live.send({ type: 'hb' });
      team.clock.advance(HEARTBEAT_MS);
      const frame = await live.nextOf('poke', 'hb');
      if (frame.type === 'poke') return frame.head;
    }
  }

  it('is told to everybody, begins anew, and gets a new epoch, once', async () => {
    const { head } = await team.member.push(...['1', '2', '3'].map((id) => aSighting({ id })));
    const live = await goLive(team.owner);
    await cutOff(2);
    expect(await nextPoke(live)).toBe(head - 2);
    // By the new epoch.
    expect(await nextPoke(live)).toBe(head - 2);
    const { body } = await team.member.ask('GET', '/v1/me');
    expect(body).not.toMatchObject({ epoch: team.member.joined.epoch });
    live.send({ type: 'hb' });
    team.clock.advance(HEARTBEAT_MS);
    await live.next('hb');
    expect((await team.member.ask('GET', '/v1/me')).body).toMatchObject({
      epoch: (body as { epoch: string }).epoch,
    });
  });

  it('does not seem so while it goes on as ever', async () => {
    const live = await goLive(team.owner);
    await team.member.push(aSighting({ id: '1' }));
    await live.next('changes');
    live.send({ type: 'hb' });
    team.clock.advance(HEARTBEAT_MS);
    await live.next('hb');
    expect(live.waiting('poke')).toEqual([]);
  });
});
