import { describe, expect, test } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { eventually } from '#tests/support/eventually.ts';
import type { LibraryEntry } from '#utils/model/library.ts';
import { createServices } from '../services.ts';
import { createSnippetHandlers } from './snippets.ts';

async function aWorker(...library: LibraryEntry[]) {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const body = aThread({ post: aPost({ author: { handle: 'lena_k', name: 'Lena Example' } }) });
  const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '', body, base: body } as const;
  await db.threads.put({ id: body.id, ...row });
  const add = (entry: LibraryEntry) =>
    db.library.put({ id: entry.id, seq: 1, at: entry.at, body: entry, base: entry });
  for (const entry of library) await add(entry);
  const handlers = createSnippetHandlers(createServices(db));
  const ask = handlers['snippet.find'];
  const panel = { kind: 'page', tabId: null, origin: null } as const;
  return { add, find: (query: string, threadId = 'x:1') => ask({ threadId, query }, panel) };
}

describe('a snippet for the caret', () => {
  test('has its variables filled for the thread', async () => {
    const { find } = await aWorker(aLibraryEntry({ text: 'Hi {name}, {brand} is sorry.' }));
    expect(await find('res')).toEqual([
      { entryId: 'snippet:1', title: 'Reset', text: 'Hi Lena, Acme is sorry.' },
    ]);
  });

  test('is a reply too, without the name of whom it was written to', async () => {
    const { title: _none, ...reply } = aLibraryEntry({
      id: 'x:7',
      kind: 'reply',
      text: 'Hi Tom, rinse the steam hole.',
    });
    const { find } = await aWorker(reply);
    const [found] = await find('steam');
    expect(found?.text).toBe('Hi Lena, rinse the steam hole.');
    expect(found?.text).not.toMatch(/Tom/);
  });

  test('is found as soon as it is added', async () => {
    const { add, find } = await aWorker();
    expect(await find('res')).toEqual([]);
    await add(aLibraryEntry());
    await eventually(async () => expect(await find('res')).toHaveLength(1));
  });

  test('is none for a thread that is not known', async () => {
    const { find } = await aWorker(aLibraryEntry());
    expect(await find('res', 'x:99')).toEqual([]);
  });
});
