import type { Sql } from '../store/database.ts';
import { judge } from './finding.ts';
import type { Finding } from './finding.ts';

/** Settings without which an acknowledged fact may be lost when the power goes. */
const DURABLE = { fsync: ['on'], full_page_writes: ['on'] };
/** With `off` the last fraction of a second may be lost; the others wait for the disk at least. */
const COMMIT = ['on', 'local', 'remote_write', 'remote_apply'];

/** How the database is set. */
export async function checkPostgres(sql: Sql): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, good] of Object.entries({ ...DURABLE, synchronous_commit: COMMIT })) {
    const row = await sql.get('SELECT current_setting(?) AS value', [name]);
    const value = String(row?.value);
    findings.push(
      judge(good.includes(value), `${name} is ${value}`, {
        level: 'fail',
        todo: `Set ${name} to on; a power cut could lose what was saved.`,
      }),
    );
  }
  const row = await sql.get("SELECT current_setting('server_version') AS version");
  findings.push({ level: 'ok', what: `PostgreSQL ${String(row?.version)} answers` });
  return findings;
}
