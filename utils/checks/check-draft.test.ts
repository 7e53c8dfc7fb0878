import { describe, expect, test } from 'vitest';
import { checkDraft, dismissalKey } from './check-draft.ts';
import type { CheckId, DraftContext } from './draft-check.ts';
import { preparePeople } from './other-customer.ts';
import { prepareReplies } from './same-text.ts';

const context: DraftContext = {
  now: 0,
  length: { count: 300, limit: 280 },
  post: { text: 'My Acme kettle is broken', handle: '@ada_example', name: 'Ada Example' },
  threadId: 't1',
  ours: ['Acme'],
  publicContacts: [],
  recent: prepareReplies([]),
  people: preparePeople([{ handle: '@ben_other', name: 'Ben Other' }]),
  languageOf: () => 'en',
  dismissed: new Set(),
};
const PRIVATE_FIRST =
  'Hi Ben, so glad to hear that! Write to ada@acme.example or tell us: what is your email? See http://acme.com';

const ids = (draft: string, with_: Partial<DraftContext> = {}) =>
  checkDraft(draft, { ...context, ...with_ }).map((check) => check.id);

describe('checkDraft', () => {
  test('shows the four most important, in their order', () => {
    expect(ids(PRIVATE_FIRST)).toEqual([
      'private-data',
      'other-customer',
      'private-question',
      'too-long',
    ]);
  });

  test('puts warnings before notices', () => {
    const checks = checkDraft('We will fix it by Monday. See https://acme', context);
    expect(checks.map((check) => [check.id, check.level])).toEqual([
      ['too-long', 'warning'],
      ['link', 'warning'],
      ['promise', 'notice'],
    ]);
  });

  test('says nothing of an empty draft', () => {
    expect(ids('  \n')).toEqual([]);
  });

  test('leaves out what the team does without', () => {
    const dismissed = new Set<CheckId>(['private-data', 'too-long']);
    expect(ids(PRIVATE_FIRST, { dismissed })).not.toContain('private-data');
  });

  test('tells by how much a draft is too long', () => {
    const [check] = checkDraft('Hold the lid.', context);
    expect(check?.message).toContain('Too long by 20 ');
  });

  test('has nothing against a draft of just the limit', () => {
    expect(ids('Hold the lid.', { length: { count: 280, limit: 280 } })).toEqual([]);
  });
});

describe('dismissalKey', () => {
  const keys = (draft: string, with_: Partial<DraftContext> = {}) =>
    checkDraft(draft, { ...context, ...with_ }).map((check) => dismissalKey(check, draft));
  const quiet = { length: null };

  test('keeps a dismissed finding away while the rest of the draft changes', () => {
    const dismissedOnce = new Set(keys('Write to ada@acme.example', quiet));
    expect(dismissedOnce.size).toBe(1);
    expect(ids('Please write to ada@acme.example today', { ...quiet, dismissedOnce })).toEqual([]);
  });

  test('lets another finding of the same check come up', () => {
    const dismissedOnce = new Set(keys('Write to ada@acme.example', quiet));
    expect(ids('Write to bo@acme.example', { ...quiet, dismissedOnce })).toEqual(['private-data']);
  });

  test('is the same when only the count in the message changed', () => {
    const longer = { length: { count: 301, limit: 280 } };
    expect(keys('Hold the lid.')).toEqual(keys('Hold the lid!', longer));
  });

  test('holds nothing of the draft', () => {
    expect(keys('Write to ada@acme.example', quiet)[0]).toMatch(/^private-data:[a-z0-9]+$/);
  });
});
