import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '#tests/support/any-text.ts';
import { aLibraryEntry, aPost, aReply, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { changeSyncState, loadSyncState, saveMeta } from '#utils/db/meta.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import { recordSchemas } from '#utils/sync/wire.ts';

const sound = new Map<string, object>([
  ['thread', aThread()],
  ['reply', aReply()],
  ['library', aLibraryEntry()],
]);

/** What a server that was broken into may put where a link belongs. */
const badLink = fc.constantFrom(
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'file:///etc/passwd',
  'chrome-extension://abc/options.html',
  ' javascript:1',
  '//x.example',
);

const anyBody = (kind: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constant(sound.get(kind) ?? null),
    fc.anything({ maxDepth: 3 }),
    fc.constant({ ...sound.get(kind), text: 'x'.repeat(200_000) }),
    badLink.map((permalink) =>
      kind === 'thread' ? aThread({ post: aPost({ permalink }) }) : aReply({ permalink }),
    ),
    anyText(300).map((text) => aThread({ post: aPost({ text }) })),
  );

const anyRow = fc
  .constantFrom('thread', 'reply', 'library', 'brand', 'member', 'poll', '__proto__', 'constructor')
  .chain((kind) =>
    fc.record({
      kind: fc.constant(kind),
      id: fc.constantFrom('x:1', 'x:2', '__proto__'),
      op: fc.constantFrom('put', 'put', 'del'),
      reason: fc.constantFrom(undefined, 'erase', 'retention'),
      body: anyBody(kind),
    }),
  );

/** A browser whose server answers as it is told. */
async function aBrowserOf(answer: (path: string) => unknown) {
  const db = emptyDb();
  await saveMeta(db, 'account', {
    server: 'https://team.example',
    token: 't',
    deviceId: 'd',
    memberId: 'me',
    epoch: 'e',
    team: { id: 'acme', name: 'Acme' },
  });
  await changeSyncState(db, { cursor: { epoch: 'e', seq: 1, mark: 'm1' } });
  const engine = createSyncEngine({
    db,
    fetch: async (url) => Response.json(answer(new URL(url).pathname)),
    now: () => at,
    random: () => 0,
    onChange: () => undefined,
  });
  return { db, engine };
}

/** Rows that a view could not show, or whose link is none to open. */
async function listUnsound(db: ReturnType<typeof emptyDb>): Promise<unknown[]> {
  const [threads, replies] = [await db.threads.toArray(), await db.replies.toArray()];
  const links = [
    ...threads.map(({ body }) => body.post.permalink ?? 'https://none.example'),
    ...replies.map(({ body }) => body.permalink ?? 'https://none.example'),
  ];
  return [
    ...threads.filter(({ body }) => !recordSchemas.thread.safeParse(body).success),
    ...replies.filter(({ body }) => !recordSchemas.reply.safeParse(body).success),
    ...links.filter((link) => !/^https?:\/\//.test(link)),
  ];
}

// T29, F23 (reliability.md): whatever a server sends, it is read or kept raw, and the cursor passes it.
test('any rows of a pull are read or kept raw, with the cursor behind them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 8 }), async (rows) => {
      const changes = rows.map((row, index) => ({ ...row, seq: index + 2, mark: `m${index + 2}` }));
      const seq = changes.length + 1;
      const { db, engine } = await aBrowserOf(() => ({
        epoch: 'e',
        changes,
        more: false,
        head: seq,
        serverTime: at,
        next: { epoch: 'e', seq, mark: `m${seq}` },
      }));
      await engine.sync();
      expect((await loadSyncState(db)).cursor.seq).toBe(seq);
      expect(await listUnsound(db)).toEqual([]);
      db.close();
    }),
    { numRuns: 150 },
  );
}, 60_000);

test('any rows of a snapshot are read or kept raw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 8 }), async (found) => {
      const rows = found.map(({ kind, id, body }, index) => ({ kind, id, body, seq: index + 1 }));
      const cursor = { epoch: 'e', seq: 9, mark: 'm9' };
      const { db, engine } = await aBrowserOf((path) =>
        path === '/v1/me'
          ? {
              member: { id: 'me', name: 'Me', role: 'member', handles: [] },
              deviceId: 'd',
              team: { id: 'acme', name: 'Acme' },
              epoch: 'e',
              lastMid: 0,
              retentionDays: 90,
            }
          : path === '/v1/snapshot'
            ? { cursor, rows, after: null, serverTime: at }
            : { epoch: 'e', changes: [], next: cursor, more: false, head: 9, serverTime: at },
      );
      await changeSyncState(db, { cursor: { epoch: 'e', seq: 0, mark: '' } });
      await engine.sync();
      expect((await loadSyncState(db)).cursor).toEqual(cursor);
      expect(await listUnsound(db)).toEqual([]);
      db.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('an answer of any shape is no answer, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything({ maxDepth: 3 }), async (answer) => {
      const { db, engine } = await aBrowserOf(() => answer ?? null);
      await expect(engine.sync()).resolves.toBeUndefined();
      expect((await loadSyncState(db)).cursor.seq).toBe(1);
      db.close();
    }),
    { numRuns: 100 },
  );
}, 60_000);
