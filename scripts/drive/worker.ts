/** Ends the extension's worker as the browser does at any moment, and reads what it has kept. */
import type { Teammate } from './teammate.ts';

/** Stops the worker at once; the next event starts it anew. */
export async function killWorker(teammate: Teammate): Promise<void> {
  const page = await teammate.context.newPage();
  const session = await teammate.context.newCDPSession(page);
  try {
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
  } finally {
    await page.close();
  }
}

/** All rows of a table in the extension's own database. */
export async function readTable<T>(teammate: Teammate, table: string): Promise<T[]> {
  const page = await teammate.openOwn('/options.html');
  try {
    return await page.evaluate(
      (name) =>
        new Promise<T[]>((resolve, reject) => {
          const opened = indexedDB.open('hearback');
          opened.addEventListener('error', () => reject(new Error('The database did not open.')));
          opened.addEventListener('success', () => {
            const rows = opened.result.transaction(name).objectStore(name).getAll();
            rows.addEventListener('success', () => {
              opened.result.close();
              resolve(rows.result as T[]);
            });
          });
        }),
      table,
    );
  } finally {
    await page.close();
  }
}
