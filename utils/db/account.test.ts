import { describe, expect, test } from 'vitest';
import { aPost, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { adoptAccount, adoptDevice } from './account.ts';
import { changeSyncState, loadMeta, loadSyncState } from './meta.ts';
import { recordFacts } from './outbox.ts';
import type { Account } from './schema.ts';

const anAccount = (memberId: string): Account => ({
  server: 'https://team.example',
  token: `token-of-${memberId}`,
  deviceId: 'device',
  memberId,
  team: { id: 'acme', name: 'Acme' },
  epoch: 'e',
});
const aMember = (id: string) => ({ id, name: 'Ana', role: 'member' as const, handles: [] });

async function dbWithFact(memberId: string) {
  const db = emptyDb();
  const { match } = aThread();
  const args = { id: 'x:1', post: aPost(), match };
  await recordFacts(db, [{ kind: 'thread.see', args }], { memberId, now: at });
  return db;
}

describe('adopting an account', () => {
  test('keeps the facts that were recorded alone', async () => {
    const db = await dbWithFact('');
    await adoptAccount(db, anAccount('ana'), aMember('ana'));
    expect(await db.outbox.toArray()).toMatchObject([{ mid: 1, recordId: 'x:1' }]);
    expect(await db.threads.count()).toBe(1);
  });

  test('tells what still waited for an earlier membership, with drafts kept', async () => {
    const db = await dbWithFact('ben');
    await adoptAccount(db, anAccount('ben'), aMember('ben'));
    await db.drafts.add({ threadId: 'x:1', text: 'Half an answer', at });
    await adoptAccount(db, anAccount('ana'), aMember('ana'));
    expect(await db.refused.toArray()).toMatchObject([{ mutation: { kind: 'thread.see' } }]);
    expect(await db.drafts.toArray()).toMatchObject([{ text: 'Half an answer' }]);
  });

  test('keeps nothing of another team', async () => {
    const db = await dbWithFact('ben');
    await adoptAccount(db, anAccount('ben'), aMember('ben'));
    await db.drafts.add({ threadId: 'x:1', text: 'Half an answer', at });
    const other = { ...anAccount('ana'), team: { id: 'other', name: 'Other' } };
    await adoptAccount(db, other, aMember('ana'));
    expect(await db.refused.count()).toBe(0);
    expect(await db.drafts.count()).toBe(0);
  });

  test('never sends what another member left', async () => {
    const db = await dbWithFact('ben');
    await adoptAccount(db, anAccount('ben'), aMember('ben'));
    await adoptAccount(db, anAccount('ana'), aMember('ana'));
    expect(await db.outbox.count()).toBe(0);
    expect(await db.threads.count()).toBe(0);
    expect((await loadMeta(db, 'account'))?.memberId).toBe('ana');
  });

  test('goes on without trouble, from the beginning of the history', async () => {
    const db = emptyDb();
    await changeSyncState(db, { trouble: 'Signed out.' });
    await adoptAccount(db, anAccount('ana'), aMember('ana'));
    const { trouble, cursor } = await loadSyncState(db);
    expect({ trouble, cursor }).toEqual({
      trouble: null,
      cursor: { epoch: 'e', seq: 0, mark: '' },
    });
  });

  test('leaves everything as it was when it fails half way', async () => {
    const db = await dbWithFact('');
    const broken = { ...aMember('ana'), id: undefined as unknown as string };
    await expect(adoptAccount(db, anAccount('ana'), broken)).rejects.toThrow();
    expect(await loadMeta(db, 'account')).toBeUndefined();
    expect(await db.outbox.count()).toBe(1);
  });
});

describe('becoming a device of its own', () => {
  test('keeps no token of the device that it was a copy of', async () => {
    const db = emptyDb();
    const copied = { ...anAccount('ana'), formerTokens: ['former'], nextToken: 'next' };
    await adoptAccount(db, copied, aMember('ana'));
    await adoptDevice(db, copied, { token: 'own', deviceId: 'own-device' });
    const account = { ...anAccount('ana'), token: 'own', deviceId: 'own-device' };
    expect(await loadMeta(db, 'account')).toEqual(account);
  });
});
