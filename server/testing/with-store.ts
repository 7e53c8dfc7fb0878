import { openStore } from '../listen.ts';
import type { Database, Row } from '../store/database.ts';
import type { TestTeam } from './test-server.ts';

/** Does something to a team's data beside its running server, as the command line does. */
export async function withStore<T>(
  team: TestTeam,
  work: (store: Database) => Promise<T>,
): Promise<T> {
  const store = await openStore(team, team.clock);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The audit lines about one target, in order. */
export async function listAuditOf(team: TestTeam, target: string): Promise<Row[]> {
  const sql = 'SELECT action, member_id FROM audit WHERE target = ? ORDER BY at, action DESC';
  return withStore(team, (store) => store.all(sql, [target]));
}
