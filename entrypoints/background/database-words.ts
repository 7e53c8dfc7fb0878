import { StorageFullError, isNewerDatabase, isStorageFull } from '#utils/db/storage-faults.ts';
import { NewerDatabaseError } from '#utils/db/schema.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';

/** The handlers, whose troubles with the database below reach people in words. */
export function withDatabaseWords(handlers: Handlers): Handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    speak(handler as Handle),
  ]);
  return Object.fromEntries(entries) as Handlers;
}

type Handle = (...args: unknown[]) => Promise<unknown>;

function speak(handle: Handle): Handle {
  return async (...args) => {
    try {
      return await handle(...args);
    } catch (error) {
      throw toWords(error);
    }
  };
}

function toWords(error: unknown): unknown {
  if (error instanceof StorageFullError || isStorageFull(error)) {
    return new MessageError('storage_full', new StorageFullError().message);
  }
  if (isNewerDatabase(error)) return new MessageError('newer', new NewerDatabaseError().message);
  return error;
}
