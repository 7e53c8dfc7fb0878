/** The disk has no room for a while: nothing is said yes to, reads go on, nothing is corrupt (reliability.md F17). */
import { expect, it, onTestFinished } from 'vitest';
import { StoreUnavailableError } from './store/database.ts';
import { loadLastMid } from './store/devices.ts';
import { aSnippet } from './testing/builders.ts';
import { createTestContext } from './testing/test-context.ts';
import { fact } from './testing/test-device.ts';
import { pushFacts } from './services/push.ts';
import { loadRecord } from './store/records.ts';

it('refuses to write, reads on, and takes the same again once there is room', async () => {
  const context = await createTestContext('sqlite');
  onTestFinished(() => context.close());
  const actor = await context.createTeam();
  const { store } = context;
  // SQLite's own way to a full disk: the file may not grow any further.
  const limitPages = (pages: number) =>
    store.transaction((tx) => tx.get(`PRAGMA max_page_count = ${pages}`));
  await actor.push(aSnippet('before'));
  await limitPages(1);

  const text = 'x'.repeat(10_000);
  const entry = { kind: 'snippet' as const, text, tags: [], at: 1 };
  const mutations = Array.from({ length: 50 }, (_, index) => ({
    mid: 2 + index,
    mutation: fact('library.save', { ...entry, id: `big-${index}` }),
  }));
  const push = () =>
    pushFacts(context, actor, { epoch: `epoch-${actor.teamId}`, ackMid: 0, mutations });
  await expect(push()).rejects.toThrow(StoreUnavailableError);

  expect(await loadRecord(store, actor.teamId, 'library', 'before')).toMatchObject({
    id: 'before',
  });
  expect(await loadRecord(store, actor.teamId, 'library', 'big-0')).toBeNull();
  expect(await store.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });

  await limitPages(1_000_000);
  expect((await push()).results.every(({ ok }) => ok)).toBe(true);
  expect(await loadLastMid(store, actor.teamId, actor.deviceId)).toBe(51);
});
