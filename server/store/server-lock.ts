import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../start-error.ts';

/**
 * Makes this process the only server on a data file, until it calls the returned function or ends in any way.
 * The lock is the operating system's own (an open exclusive transaction on a file beside the data), so
 * `kill -9` leaves nothing behind. Short commands such as `invite` may still write to the data meanwhile.
 */
export function lockForServer(dataPath: string): () => void {
  const connection = new DatabaseSync(`${dataPath}.lock`, { timeout: 0 });
  try {
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection.close();
    // SQLITE_BUSY: somebody holds it.
    if ((error as { errcode?: number }).errcode !== 5) throw error;
    throw new StartError(
      `Another Hearback server is using ${dataPath}. Stop it first, or start this one with another --data.`,
    );
  }
  return () => connection.close();
}
