import { expect, test } from 'vitest';
import { NewerDatabaseError } from '#utils/db/schema.ts';
import { StorageFullError } from '#utils/db/storage-faults.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { withDatabaseWords } from './database-words.ts';

const page: Sender = { kind: 'page', tabId: null, origin: null };

/** What a person gets to know when a handler throws `error`. */
async function told(error: unknown): Promise<unknown> {
  const handlers = withDatabaseWords({
    async 'team.leave'() {
      throw error;
    },
  } as unknown as Handlers);
  return handlers['team.leave'](null, page).catch((thrown: unknown) => thrown);
}

const wrapped = (name: string) => ({ name: 'AbortError', inner: { name } });

test.each([
  ['a fact without room', new StorageFullError(), 'storage_full', /^The disk is full/u],
  ['a write without room', wrapped('QuotaExceededError'), 'storage_full', /^The disk is full/u],
  ['data of a newer version', new NewerDatabaseError(), 'newer', /Update the extension/u],
])('%s is told in words', async (_name, error, code, words) => {
  const answer = (await told(error)) as MessageError;
  expect(answer).toBeInstanceOf(MessageError);
  expect(answer.code).toBe(code);
  expect(answer.message).toMatch(words);
});

test('any other error stays what it is', async () => {
  const error = new Error('canary');
  expect(await told(error)).toBe(error);
});
