/** The log of a SQLite file: in it the pages stand as they were before something was deleted, until it is emptied. */
import type { DatabaseSync } from 'node:sqlite';
import type { Turns } from './turns.ts';

/** How long after an attempt in vain the log is tried again, ms. */
const AGAIN_AFTER_MS = 1_000;

/** Acts some time later; returns how to call it off. */
export type Later = (act: () => void) => () => void;

/** Acts after a second, without keeping the process alive for it. */
export const inASecond: Later = (act) => {
  const timer = setTimeout(act, AGAIN_AFTER_MS).unref();
  return () => clearTimeout(timer);
};

/** Sees to it that the log is emptied, however long others read. */
export interface LogScrubber {
  /** Resolves after the first attempt; when that was in vain, it is tried again until it is done. */
  scrub(): Promise<void>;
  /** Tries for the last time if it is not done yet. To be called when no transaction is open any more. */
  finish(): void;
}

/** `empty` tells whether the log is empty now; it is called between the turns of `writerKey`. */
export function createLogScrubber(
  empty: () => boolean,
  turns: Pick<Turns, 'between'>,
  writerKey: string,
  later: Later,
): LogScrubber {
  let isWanted = false;
  let callOff = () => {};

  function attempt(): void {
    callOff();
    callOff = () => {};
    if (!isWanted) return;
    try {
      isWanted = !empty();
    } finally {
      if (isWanted) callOff = later(again);
    }
  }

  /** Whatever stood in its way. */
  function again(): void {
    turns.between(writerKey, attempt).catch(() => undefined);
  }

  return {
    scrub() {
      isWanted = true;
      return turns.between(writerKey, attempt);
    },
    finish() {
      callOff();
      if (!isWanted) return;
      isWanted = false;
      try {
        empty();
      } catch {
        // The file is closed all the same; upkeep tries again after the next start.
      }
    },
  };
}

/**
 * Empties the log; whether it is empty now: not while others read an older state. Waits for nobody, because SQLite
 * would wait within a call that stops the whole process.
 */
export function emptyLog(writer: DatabaseSync): boolean {
  const before = writer.prepare('PRAGMA busy_timeout').get();
  writer.exec('PRAGMA busy_timeout = 0');
  try {
    return writer.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy === 0;
  } finally {
    writer.exec(`PRAGMA busy_timeout = ${Number(before?.timeout)}`);
  }
}
