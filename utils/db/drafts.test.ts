import { describe, expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { now } from '#utils/platform/clock.ts';
import {
  DRAFT_KEPT_MS,
  dropOldDrafts,
  loadBoxDraft,
  loadDraft,
  saveBoxDraft,
  saveDraft,
} from './drafts.ts';

describe('drafts', () => {
  test('of the panel leave those of the reply box alone', async () => {
    const db = emptyDb();
    await saveBoxDraft(db, 'x:1', 'In the box');
    await saveDraft(db, 'x:1', 'In the panel');
    await saveDraft(db, 'x:1', null);
    expect((await loadBoxDraft(db, 'x:1'))?.text).toBe('In the box');
    expect(await loadDraft(db, 'x:1')).toBeNull();
  });

  test('are gone once they are forgotten', async () => {
    const db = emptyDb();
    await saveBoxDraft(db, 'x:1', 'Sent by now');
    await saveBoxDraft(db, 'x:1', null);
    expect(await loadBoxDraft(db, 'x:1')).toBeNull();
  });

  test('that nobody came back to for 30 days are let go', async () => {
    const db = emptyDb();
    await saveBoxDraft(db, 'x:1', 'Fresh');
    await db.drafts.put({ threadId: 'box x:2', text: 'Old', at: now() - DRAFT_KEPT_MS - 1_000 });
    expect(await loadBoxDraft(db, 'x:2')).toBeNull();
    await dropOldDrafts(db);
    expect(await db.drafts.toCollection().primaryKeys()).toEqual(['box x:1']);
  });
});
