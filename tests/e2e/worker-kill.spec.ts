/** The background worker is ended at any moment: what it said yes to is kept, sent, and once (F1, F2, F3, F8). */
import { joinAs } from '#server/testing/test-device.ts';
import { killWorker, readTable } from '#scripts/drive/worker.ts';
import { expect, test } from './fixtures.ts';

/** `HEARBACK_KILLS=200` for the long run. */
const KILLS = Number(process.env.HEARBACK_KILLS ?? 12);

/** What the extension's page below keeps of its own. */
interface Saver {
  acknowledged: string[];
  isOver: boolean;
  chrome: { runtime: { sendMessage(message: unknown): Promise<{ ok?: boolean } | undefined> } };
}

test(`loses and doubles nothing over ${KILLS} kills of the worker`, async ({ team }) => {
  test.setTimeout(90_000 + KILLS * 20_000);
  const ana = await team.join('Ana');
  const page = await ana.openOwn('/options.html');
  const saving = page.evaluate(async () => {
    const own = globalThis as unknown as Saver;
    own.acknowledged = [];
    for (let number = 1; !own.isOver; number += 1) {
      const request = { id: `kept-${number}`, kind: 'snippet', text: 'Thank you.', tags: [] };
      try {
        const answer = await own.chrome.runtime.sendMessage({ name: 'library.save', request });
        if (answer?.ok === true) own.acknowledged.push(request.id);
      } catch {
        // The worker ended under it: saved or not, nobody was told that it is.
      }
    }
  });
  for (let round = 0; round < KILLS; round += 1) {
    // Not a wait for anything: each round kills at another moment of the work under way.
    await page.waitForTimeout((round * 37) % 250);
    await killWorker(ana);
    const waiting = await readTable<{ recordId: string; kind: string }>(ana, 'outbox');
    const shown = new Set((await readTable<{ id: string }>(ana, 'library')).map(({ id }) => id));
    const torn = waiting.filter(({ kind, recordId }) => kind === 'library' && !shown.has(recordId));
    expect(torn).toEqual([]);
  }
  const acknowledged = await page.evaluate(() => {
    const own = globalThis as unknown as Saver;
    own.isOver = true;
    return own.acknowledged;
  });
  await saving;
  await expect
    .poll(async () => (await readTable(ana, 'outbox')).length, { timeout: 60_000 })
    .toBe(0);

  const ben = await joinAs((await team.server.invite('member')).link, 'Ben Example');
  const { changes } = await ben.pull();
  const puts = changes.filter(({ id }) => id.startsWith('kept-')).map(({ id }) => id);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  expect(acknowledged.filter((id) => !puts.includes(id))).toEqual([]);
  expect(puts.filter((id, index) => puts.indexOf(id) !== index)).toEqual([]);
  test.info().annotations.push({ type: 'acknowledged', description: `${acknowledged.length}` });
});
