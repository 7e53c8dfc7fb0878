/** What is left of erased posts: nobody may come upon them, whoever saw them again since (P8). */
import type { DatabaseSync } from 'node:sqlite';
import { wordsOf } from './facts.ts';
import { WHOLE_HISTORY } from './sim-store.ts';
import type { World } from './world.ts';

/** What is wrong; `living` are the records that the server holds, as `kind id`. */
export async function findErased(world: World, living: ReadonlySet<string>): Promise<string[]> {
  const { server, browsers, scheduler } = world;
  const found: string[] = [];
  for (const thread of world.erased) {
    const [id, words] = [`x:${thread}`, wordsOf(thread)];
    for (const kind of ['thread', 'story']) {
      if (living.has(`${kind} ${id}`)) found.push(`P8 ${kind} ${id} came back after erasure`);
    }
    for (const table of server.look((file) => findTablesWith(file, words))) {
      found.push(`P8 words of ${id} stand in the server's ${table}`);
    }
    for (const browser of browsers) {
      if (browser.isRevoked) continue;
      for (const table of browser.db.tables) {
        const rows = await scheduler.drive(table.toArray());
        if (!JSON.stringify(rows).includes(words)) continue;
        found.push(`P8 words of ${id} stand in ${table.name} of ${browser.name}`);
      }
    }
  }
  return found;
}

/** Tables that the server has these words in; the checks' own is not the server's. */
function findTablesWith(file: DatabaseSync, words: string): string[] {
  const tables = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).all();
  return tables
    .map(({ name }) => String(name))
    .filter((name) => name !== WHOLE_HISTORY)
    .filter((name) => {
      const rows = file.prepare(`SELECT * FROM "${name}"`).all();
      return JSON.stringify(rows).includes(words);
    });
}
