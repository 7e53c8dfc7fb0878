/** A page ends at about a megabyte of bodies, and leads on to the next one all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../store/database.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { fact } from '../testing/test-device.ts';
import { loadSnapshotPage, pullChanges } from './pull.ts';

const PAGE_BYTES = 1_000_000;
/** A long row, above which no page may go. */
const ROW_BYTES = 130_000;
const MANY = 30;

const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

onEachStore((kind) => {
  let context: TestContext;
  let actor: TestActor;
  beforeAll(async () => {
    context = await createTestContext(kind);
    actor = await context.createTeam();
    // Six bytes each in JSON.
    const text = '\u0001'.repeat(9_900);
    await actor.push(aSighting({ id: '1' }));
    for (let n = 0; n < MANY; n += 1) {
      const id = `${n}`;
      const entry = {
        id,
        kind: 'snippet' as const,
        text,
        question: text,
        tags: [] as string[],
        at: 1,
      };
      const post = { id: `long${n}`, text, quoted: { author: 'mia', text } };
      await actor.push(
        fact('library.save', entry),
        aSighting(post),
        aReply({ id: `x:r${n}`, text }),
      );
    }
  });
  afterAll(() => context.close());

  /** As the store, but notes how much the longest answer to one statement held. */
  function measuring() {
    const most = { bytes: 0 };
    const store: Database = {
      ...context.store,
      async all(sql, params) {
        const rows = await context.store.all(sql, params);
        most.bytes = Math.max(most.bytes, sizeOf(rows.map(({ body, post }) => body ?? post ?? '')));
        return rows;
      },
    };
    return { most, store };
  }

  async function pullAll(store: Database, limit: number) {
    const pages = [];
    let cursor = { epoch: `epoch-${actor.teamId}`, seq: 0, mark: '' };
    for (;;) {
      const page = await pullChanges({ ...context, store }, actor, cursor, limit);
      pages.push(page);
      if (!page.more) return pages;
      if (page.next.seq <= cursor.seq) throw new Error('The pull does not get on.');
      cursor = page.next;
    }
  }

  async function loadAll(store: Database, limit: number) {
    const pages = [];
    let after: string | null = null;
    do {
      const page = await loadSnapshotPage({ ...context, store }, actor, after, limit);
      pages.push(page);
      after = page.after;
    } while (after !== null);
    return pages;
  }

  describe.each([500, 7])('of at most %i rows', (limit) => {
    it('gives the history in pages of a megabyte, without a hole', async () => {
      const { most, store } = measuring();
      const pages = await pullAll(store, limit);
      for (const { changes } of pages) {
        expect(sizeOf(changes)).toBeLessThan(PAGE_BYTES + ROW_BYTES);
        expect(changes.length).toBeGreaterThan(0);
      }
      // Both a row and its body stand in it as JSON.
      expect(most.bytes).toBeLessThan(1.3 * (PAGE_BYTES + ROW_BYTES));
      const seqs = pages.flatMap(({ changes }) => changes.map(({ seq }) => seq));
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      expect(seqs.at(-1)).toBe(pages.at(-1)?.head);
    });

    it('gives the state in pages of a megabyte, every record once', async () => {
      const { most, store } = measuring();
      const pages = await loadAll(store, limit);
      for (const { rows } of pages) expect(sizeOf(rows)).toBeLessThan(PAGE_BYTES + ROW_BYTES);
      expect(most.bytes).toBeLessThan(1.3 * (PAGE_BYTES + ROW_BYTES));
      const keys = pages.flatMap(({ rows }) => rows.map((row) => `${row.kind} ${row.id}`));
      // With the member, and the thread that is short.
      expect(keys).toHaveLength(3 * MANY + 2);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });
});
