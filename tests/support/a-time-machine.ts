/** A team whose server can be put back to an earlier copy of its file, as a restored backup does. */
import { copyFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { readLineageFile } from '#server/backup/lineage-file.ts';
import type { RunningServer } from '#server/listen.ts';
import { aBrowser, aServer, ends } from './a-team.ts';

export async function aTimeMachine() {
  const first = await aServer();
  const { data } = first;
  const port = Number(new URL(first.server.url).port);
  let server: RunningServer = first.server;
  ends.push(() => server.close());
  const owner = await aBrowser(server, 'Ana', server.ownerLink ?? undefined);
  const member = await aBrowser(server, 'Ben');
  let copies = 0;
  let epochs = 0;

  /** Runs SQL on the file beside the server. */
  const query = (sql: string): Record<string, unknown>[] => {
    const file = new DatabaseSync(data);
    try {
      return file.prepare(sql).all();
    } finally {
      file.close();
    }
  };

  return {
    owner,
    member,
    query,
    server: () => server,
    /** Copies the file as it is now, while the server runs. */
    copy(): string {
      copies += 1;
      const copy = `${data}.copy-${copies}`;
      query(`VACUUM INTO '${copy}'`);
      return copy;
    },
    /** Puts a copy in place; `isNoticed` as the command line does it, with a new epoch; `false` as no server sees. */
    async restore(copy: string, isNoticed = true): Promise<void> {
      await server.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${data}${end}`, { force: true });
      copyFileSync(copy, data);
      epochs += 1;
      if (isNoticed) query(`UPDATE team SET epoch = 'restored-${epochs}' RETURNING epoch`);
      const lineage = readLineageFile(data)?.[0];
      query(`UPDATE lineage SET value = '${lineage}' RETURNING value`);
      server = (await aServer({ port, data })).server;
    },
    /** Puts a copy in place and says so to nobody. */
    async putBack(copy: string): Promise<void> {
      await server.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${data}${end}`, { force: true });
      copyFileSync(copy, data);
      server = (await aServer({ port, data })).server;
    },
    /** What was applied, by content: how often each fact has had its effect on what the server holds. */
    effects: () => query('SELECT hash, count(*) AS times FROM applied GROUP BY hash'),
    threadIds: () => query('SELECT id FROM thread ORDER BY id').map(({ id }) => String(id)),
  };
}
