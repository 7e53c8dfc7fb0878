/** Erasing what is hard to find: half of it gone already, or only its words left. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../backup/tables.ts';
import { aPost, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { fact } from '../testing/test-device.ts';
import { eraseFromConsole } from './erasure.ts';
import { runUpkeep } from './upkeep.ts';

const DAY_MS = 24 * 60 * 60_000;
const HANDLE = 'canary_lena';
const author = { handle: HANDLE };
const WORDS = 'canary words of somebody about her kettle';

/** An entry of the library that carries a customer's words. */
const anEntry = (id: string, question = WORDS) =>
  fact('library.save', { id, kind: 'reply', text: 'Hi', question, tags: [], at: 1 });

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  /** The tables in which a team has a word of the author. */
  async function listTablesWithCanary({ teamId }: TestActor): Promise<string[]> {
    const found: string[] = [];
    for (const table of Object.keys(tables)) {
      const rows = await context.store.all(`SELECT * FROM ${table} WHERE team_id = ?`, [teamId]);
      if (JSON.stringify(rows).includes('canary')) found.push(table);
    }
    return found;
  }

  const listLibrary = async ({ teamId }: TestActor) =>
    (await context.store.all('SELECT id FROM library WHERE team_id = ? ORDER BY id', [teamId])).map(
      ({ id }) => id,
    );

  describe('an erase that was cut off', () => {
    const post = aPost({ id: '1', text: WORDS, author });
    /** More than one transaction takes, of posts and of entries. */
    const more = Array.from({ length: 60 }, (_, n) => [
      aSighting({ id: `more-${n}`, text: `${WORDS} ${n}`, author }),
      anEntry(`copy-${n}`, `${WORDS} ${n}`),
    ]).flat();
    const everything = [
      aSighting(post),
      aReply({ id: 'x:r1', threadId: 'x:1' }),
      anEntry('x:r1'),
      anEntry('copy'),
      fact('story.save', { id: 'x:1', post, note: WORDS, tags: [], permission: 'none' }),
      aSighting({
        id: 'quoting',
        text: 'Look at this, Acme',
        author: { handle: 'mia' },
        quoted: { author: 'Lena', text: WORDS },
      }),
    ];

    /** The services on a store that goes away after some more transactions. */
    function dyingAfter(transactions: number): TestContext {
      let left = transactions;
      const { store } = context;
      const transaction: typeof store.transaction = async (work, key) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return store.transaction(work, key);
      };
      return { ...context, store: { ...store, transaction } };
    }

    it.each([
      ['a post', { postKey: 'x:1' }, everything, 3],
      ['an author', { site: 'x', author: HANDLE }, [...everything, ...more], 6],
    ] as const)(
      'is finished by asking again, wherever it was: %s',
      { timeout: 60_000 },
      async (_, request, facts, all) => {
        for (let done = 0; done < all; done += 1) {
          const actor = await context.createTeam();
          await actor.push(...facts);
          const cut = eraseFromConsole(dyingAfter(done), actor.teamId, request);
          await expect(cut).rejects.toThrow('killed');
          expect(await listTablesWithCanary(actor)).not.toEqual([]);
          await eraseFromConsole(context, actor.teamId, request);
          expect(await listTablesWithCanary(actor)).toEqual([]);
          expect(await listLibrary(actor)).toEqual([]);
        }
        // There was no further place to cut it.
        const actor = await context.createTeam();
        await actor.push(...facts);
        await eraseFromConsole(dyingAfter(all), actor.teamId, request);
      },
    );
  });

  describe('an author whose threads were retired', () => {
    /** Threads of two people with an answer each, long ago; the library keeps the answers. */
    async function retire(actor: TestActor): Promise<void> {
      await actor.push(
        aSighting({ id: '1', text: WORDS, author }),
        aReply({ id: 'x:r1', threadId: 'x:1' }),
        anEntry('x:r1'),
        aSighting({ id: '2', author: { handle: 'mia' } }),
        aReply({ id: 'x:r2', threadId: 'x:2', handle: 'ben_acme' }),
        anEntry('x:r2', 'Where is the lid?'),
      );
      context.clock.advance(100 * DAY_MS);
      await runUpkeep(context, { teamId: actor.teamId });
    }

    it('is erased with the question that the library kept, and nobody else is', async () => {
      const actor = await context.createTeam();
      await retire(actor);
      expect(await listTablesWithCanary(actor)).toEqual(['library', 'change']);
      const request = { site: 'x', author: `@${HANDLE.toUpperCase()}` };
      expect(await eraseFromConsole(context, actor.teamId, request)).toEqual({ erased: 1 });
      expect(await listTablesWithCanary(actor)).toEqual([]);
      expect(await listLibrary(actor)).toEqual(['x:r2']);
    });

    it('is erased even once the tombstones have had their time', async () => {
      const actor = await context.createTeam();
      await retire(actor);
      context.clock.advance(100 * DAY_MS);
      await runUpkeep(context, { teamId: actor.teamId });
      await eraseFromConsole(context, actor.teamId, { site: 'x', author: HANDLE });
      expect(await listTablesWithCanary(actor)).toEqual([]);
    });

    it('is erased as who gave the answer, too', async () => {
      const actor = await context.createTeam();
      await retire(actor);
      await eraseFromConsole(context, actor.teamId, { site: 'x', author: 'ben_acme' });
      expect(await listLibrary(actor)).toEqual(['x:r1']);
    });

    it('of that name on another site is somebody else', async () => {
      const actor = await context.createTeam();
      await retire(actor);
      const request = { site: 'reddit', author: HANDLE };
      expect(await eraseFromConsole(context, actor.teamId, request)).toEqual({ erased: 0 });
    });

    it('leaves no handle, and not even its hash once the thread is seen again', async () => {
      const actor = await context.createTeam();
      await retire(actor);
      const look = () =>
        context.store.all('SELECT id, post, author_hash FROM thread WHERE team_id = ?', [
          actor.teamId,
        ]);
      const hash = expect.stringMatching(/^[0-9a-f]{64}$/);
      expect((await look()).sort(byId)).toEqual([
        { id: 'x:1', post: '{}', author_hash: hash },
        { id: 'x:2', post: '{}', author_hash: hash },
      ]);
      await actor.push(aSighting({ id: '2' }), aReply({ id: 'x:r2', threadId: 'x:2' }));
      expect((await look()).sort(byId)[1]).toMatchObject({ author_hash: null });
      const reply = await context.store.get(
        "SELECT author_hash FROM reply WHERE team_id = ? AND id = 'x:r2'",
        [actor.teamId],
      );
      expect(reply).toEqual({ author_hash: null });
    });
  });
});

function byId(one: { id?: unknown }, other: { id?: unknown }): number {
  return String(one.id) < String(other.id) ? -1 : 1;
}
