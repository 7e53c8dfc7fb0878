/**
 * Notices that the browser has deleted the database: a sentinel outside of it remembers that it was there and how
 * many facts waited, so that a loss is told (reliability.md F34).
 */
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import { countWaiting } from '#utils/db/outbox.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { noteTrouble } from '#utils/db/trouble.ts';
import type { Sentinel } from '#utils/platform/sentinel.ts';

/** Where the sentinel is kept. */
export interface SentinelStore {
  load(): Promise<Sentinel | null>;
  save(sentinel: Sentinel): Promise<void>;
}

export interface DatabaseWatch {
  /** Compares database and sentinel, once at the start. True: the database is not the one that was there. */
  check(): Promise<boolean>;
  /** Remembers how many facts wait now. Call after facts were recorded or exchanged. */
  note(): Promise<void>;
}

/** Watches one database. */
export function watchDatabase(db: HearbackDb, store: SentinelStore): DatabaseWatch {
  let last = '';
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: two starts at once must not take each other for a loss. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  };

  const save = async (databaseId: string) => {
    const waiting = await countWaiting(db);
    const isJoined = (await loadMeta(db, 'account')) !== undefined;
    const print = `${databaseId} ${waiting} ${isJoined}`;
    if (print === last) return;
    await store.save({ databaseId, waiting, isJoined });
    last = print;
  };

  return {
    check: () =>
      inTurn(async () => {
        const sentinel = await store.load();
        const known = await loadMeta(db, 'databaseId');
        const isLost = sentinel !== null && sentinel.databaseId !== known;
        const hadSomething = isLost && (sentinel.isJoined || sentinel.waiting > 0);
        if (hadSomething) await noteTrouble(db, 'cleared', toWords(sentinel));
        const databaseId = known ?? crypto.randomUUID();
        if (known === undefined) await saveMeta(db, 'databaseId', databaseId);
        await save(databaseId);
        return isLost;
      }),
    note: () =>
      inTurn(async () => {
        const databaseId = await loadMeta(db, 'databaseId');
        if (databaseId !== undefined) await save(databaseId);
      }),
  };
}

function toWords({ waiting, isJoined }: Sentinel): string {
  const lost = [
    'The browser deleted what Hearback had kept.',
    waiting === 0 ? 'Nothing that was not sent yet is lost.' : '',
    waiting === 1 ? 'One fact that was not sent yet is lost.' : '',
    waiting > 1 ? `${waiting} facts that were not sent yet are lost.` : '',
    isJoined ? 'Join the team again with a new invite link.' : '',
  ];
  return lost.filter((sentence) => sentence !== '').join(' ');
}
