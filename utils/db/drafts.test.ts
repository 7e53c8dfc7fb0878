import { describe, expect, test } from 'vitest';
import { at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import {
  DRAFT_KEPT_MS,
  dropOldDrafts,
  loadBoxDraft,
  loadDraft,
  saveBoxDraft,
  saveDraft,
} from './drafts.ts';
import type { HearbackDb } from './schema.ts';

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

  const keys = (db: HearbackDb) => db.drafts.toCollection().primaryKeys();

  test('that nobody came back to for 30 days are let go', async () => {
    const db = emptyDb();
    await saveBoxDraft(db, 'x:1', 'Came back to');
    await saveBoxDraft(db, 'x:2', 'Old');
    await dropOldDrafts(db, at);
    await dropOldDrafts(db, at + DRAFT_KEPT_MS);
    await saveBoxDraft(db, 'x:1', 'Came back to, and went on');
    await dropOldDrafts(db, at + DRAFT_KEPT_MS + 1);
    expect(await keys(db)).toEqual(['box x:1']);
  });

  test('are as old as the server says, whatever this browser’s clock said', async () => {
    const db = emptyDb();
    await db.drafts.put({ threadId: 'box x:1', text: 'A year ago?', at: at - 12 * DRAFT_KEPT_MS });
    await dropOldDrafts(db, at);
    expect((await loadBoxDraft(db, 'x:1'))?.text).toBe('A year ago?');
  });

  test('are no older for a server that was ahead and is right again', async () => {
    const db = emptyDb();
    await saveBoxDraft(db, 'x:1', 'Kept');
    await dropOldDrafts(db, at + 12 * DRAFT_KEPT_MS);
    await dropOldDrafts(db, at);
    await dropOldDrafts(db, at + DRAFT_KEPT_MS);
    expect(await keys(db)).toEqual(['box x:1']);
    await dropOldDrafts(db, at + DRAFT_KEPT_MS + 1);
    expect(await keys(db)).toEqual([]);
  });
});
