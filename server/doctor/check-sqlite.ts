import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { checkSqlite } from '../backup/sqlite-file.ts';
import { toCountText } from '../backup/tables.ts';
import { StartError } from '../start-error.ts';
import { judge } from './finding.ts';
import type { Finding } from './finding.ts';

const MB = 1_000_000;
const FREE_FEW_BYTES = 1_000 * MB;
const FREE_NONE_BYTES = 50 * MB;
const LOG_LARGE_BYTES = 200 * MB;

/** The file as the disk has it: damage, room, rights. */
export function checkSqliteFile(path: string): Finding[] {
  return [checkDamage(path), checkRoom(path), checkRights(path), checkLog(path)];
}

function checkDamage(path: string): Finding {
  try {
    return { level: 'ok', what: `file is sound: ${toCountText(checkSqlite(path))}` };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { level: 'fail', what: error.message, todo: 'Restore the last good backup.' };
  }
}

function checkRoom(path: string): Finding {
  const { bavail, bsize } = statfsSync(dirname(path));
  const free = bavail * bsize;
  return judge(free >= FREE_FEW_BYTES, `${Math.round(free / MB)} MB free on the disk`, {
    level: free < FREE_NONE_BYTES ? 'fail' : 'warn',
    todo: 'Make room; a full disk lets nobody save.',
  });
}

function checkRights(path: string): Finding {
  const mode = statSync(path).mode & 0o777;
  const text = mode.toString(8).padStart(3, '0');
  return judge((mode & 0o077) === 0, `rights of the file are ${text}`, {
    level: 'warn',
    todo: `Other users of this machine can read it. Run chmod 600 ${path}`,
  });
}

function checkLog(path: string): Finding {
  const bytes = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  return judge(bytes <= LOG_LARGE_BYTES, `${Math.ceil(bytes / MB)} MB in the write-ahead log`, {
    level: 'warn',
    todo: 'Something holds a reader open for long. Stop the server once; the log is folded in at its end.',
  });
}
