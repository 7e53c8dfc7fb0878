/** A server that was put back without a word: it notices by itself (docs/decisions/0012-noticing-a-restore.md). */
import { describe, expect, test } from 'vitest';
import { aTimeMachine } from '#tests/support/a-time-machine.ts';
import { seeing } from '#tests/support/a-team.ts';
import { joinAgain } from '#tests/support/join-again.ts';
import { loadSyncState } from '#utils/db/meta.ts';

type Browser = Awaited<ReturnType<typeof aTimeMachine>>['owner'];

async function settle(...browsers: Browser[]) {
  for (const { engine } of [...browsers, ...browsers]) await engine.sync();
}

describe('a server whose file was copied back', () => {
  test('is told what it had answered, though every cursor fits and nothing waits', async () => {
    const world = await aTimeMachine();
    const { owner } = world;
    await settle(owner);
    const copy = world.copy();
    const through = owner.line.fetch;
    owner.line.fetch = (url, init) =>
      url.includes('/v1/pull') ? Promise.reject(new TypeError('away')) : through(url, init);
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    owner.line.fetch = through;
    const { cursor } = await loadSyncState(owner.db);
    await world.putBack(copy);
    // Its cursor fits, by number and mark, and nothing waits: only another epoch can tell.
    expect(await owner.db.outbox.count()).toBe(0);
    await settle(owner);
    expect((await loadSyncState(owner.db)).cursor.epoch).not.toBe(cursor.epoch);
    expect(world.threadIds()).toEqual(['x:1']);
  });

  test('is told everything by a member whose device it has forgotten', async () => {
    const world = await aTimeMachine();
    const { owner, member } = world;
    const invite = async () =>
      (await (await owner.engine.client())?.invite({ memberId: member.memberId }))?.link ?? '';
    await settle(owner, member);
    const copy = world.copy();
    await joinAgain(member.db, await invite(), 'Ben');
    await member.record([seeing('1')]);
    await settle(member);
    await world.putBack(copy);
    await settle(member);
    expect((await loadSyncState(member.db)).troubleKind).toBe('signedOut');
    await joinAgain(member.db, await invite(), 'Ben');
    await settle(member);
    expect(world.threadIds()).toEqual(['x:1']);
  });
});
