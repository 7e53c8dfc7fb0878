/** What the simulation adds to the server's real SQLite file. */
import { DatabaseSync } from 'node:sqlite';
import type { Database, Sql } from '#server/store/database.ts';
import type { Chance } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';

/** Every change that was ever committed, as it was then. */
export const WHOLE_HISTORY = 'whole_history';

/**
 * The server forgets parts of its history in time; the checks must not. Kept by the file itself, so that it is rolled
 * back, backed up and restored with everything else.
 */
export function keepWholeHistory(path: string): void {
  const file = new DatabaseSync(path);
  file.exec(`
    CREATE TABLE IF NOT EXISTS ${WHOLE_HISTORY} AS SELECT * FROM change;
    CREATE TRIGGER IF NOT EXISTS keep_whole_history AFTER INSERT ON change BEGIN
      INSERT INTO ${WHOLE_HISTORY}
      SELECT * FROM change WHERE team_id = NEW.team_id AND seq = NEW.seq;
    END;
  `);
  file.close();
}

/** Each statement waits for its turn, so requests overlap at statements as they do over a network to a database. */
export function inTurns(
  store: Database,
  scheduler: Scheduler,
  chance: Chance,
  life: Life,
): Database {
  const turn = async () => {
    // Now and then a statement takes its time, so that requests that come later overtake.
    if (chance.next() < 0.2) await scheduler.nap(chance.between(1, 40));
    await scheduler.turn(life);
  };
  const waits = (sql: Sql): Sql => ({
    async all(...args) {
      await turn();
      return sql.all(...args);
    },
    async get(...args) {
      await turn();
      return sql.get(...args);
    },
    async run(...args) {
      await turn();
      return sql.run(...args);
    },
  });
  return {
    ...waits(store),
    transaction: (work, serialKey) => store.transaction((tx) => work(waits(tx)), serialKey),
    close: () => store.close(),
  };
}
