/** Pages of the history always lead somewhere: a client that is told there is more gets on with the next one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { aSnippet } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { fact } from '../testing/test-device.ts';
import { loadSnapshotPage, pullChanges } from './pull.ts';
import { runUpkeep } from './upkeep.ts';

const DAY_MS = 24 * 60 * 60_000;

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  /** The cursor at the end of the history. */
  async function toEnd(actor: TestActor) {
    const start = { epoch: `epoch-${actor.teamId}`, seq: 0, mark: '' };
    return (await pullChanges(context, actor, start, 500)).next;
  }

  /** As the store, but `act` happens right after a statement of this kind, by default the history’s, once. */
  function afterReading(act: () => Promise<void>, what = '* FROM change'): Database {
    let isDone = false;
    return {
      ...context.store,
      async all(sql, params) {
        const rows = await context.store.all(sql, params);
        if (!isDone && sql.includes(what)) {
          isDone = true;
          await act();
        }
        return rows;
      },
    };
  }

  it('names no more where a page is empty, though somebody writes meanwhile', async () => {
    const actor = await context.createTeam();
    const end = await toEnd(actor);
    const store = afterReading(() => actor.push(aSnippet('meanwhile')));
    const page = await pullChanges({ ...context, store }, actor, end, 500);
    expect(page).toMatchObject({ changes: [], next: end, more: false, head: end.seq + 1 });
    expect((await pullChanges(context, actor, end, 500)).changes).toHaveLength(1);
  });

  it('names no more where the last page is just full', async () => {
    const actor = await context.createTeam();
    const end = await toEnd(actor);
    await actor.push(aSnippet('a'), aSnippet('b'));
    const first = await pullChanges(context, actor, end, 1);
    expect([first.changes.length, first.more]).toEqual([1, true]);
    const last = await pullChanges(context, actor, first.next, 1);
    expect([last.changes.length, last.more]).toEqual([1, false]);
  });

  it('leaves nobody out of a last page that somebody writes into once it was measured', async () => {
    const actor = await context.createTeam();
    await actor.push(aSnippet('a'), aSnippet('c'));
    const store = afterReading(() => actor.push(aSnippet('b')), 'AS size FROM library');
    const page = await loadSnapshotPage({ ...context, store }, actor, null, 500);
    expect(page.rows.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'ada']);
    expect(page.after).toBeNull();
  });

  it('gives a snapshot a cursor to go on from, though the newest change was dropped', async () => {
    const actor = await context.createTeam();
    await actor.push(aSnippet('gone'), fact('library.remove', { id: 'gone' }));
    context.clock.advance(91 * DAY_MS);
    expect(await runUpkeep(context, { teamId: actor.teamId })).toMatchObject({ tombstones: 1 });
    const { cursor } = await loadSnapshotPage(context, actor, null, 500);
    expect(cursor.mark).not.toBe('');
    const page = await pullChanges(context, actor, cursor, 500);
    expect(page).toMatchObject({ changes: [], next: cursor, more: false });
    await actor.push(aSnippet('new'));
    expect((await pullChanges(context, actor, cursor, 500)).changes).toHaveLength(1);
  });
});
