import { chmodSync, closeSync, openSync, statSync } from 'node:fs';

/** What SQLite writes beside a file takes its rights from the file, but only when it is made. */
const BESIDE = ['', '-wal', '-shm'];

/**
 * Makes a data file that is not there yet, and takes the rights of group and others from one of ours that is:
 * whatever the umask, nobody else on the machine is to read customers' words. Where that fails, nothing happens.
 */
export function keepPrivate(path: string): void {
  // A database in memory has no file.
  if (path === '' || path.startsWith(':')) return;
  try {
    closeSync(openSync(path, 'ax', 0o600));
  } catch {
    // It is there, or cannot be made, of which SQLite tells better.
  }
  for (const end of BESIDE) closeToOthers(`${path}${end}`);
}

function closeToOthers(path: string): void {
  try {
    const { mode, uid } = statSync(path);
    const isOurs = uid === process.getuid?.();
    if (isOurs && (mode & 0o077) !== 0) chmodSync(path, mode & 0o700);
  } catch {
    // It is not there, or the file system knows no rights.
  }
}
