/** Browsers that are not the one they were: a copied profile, a signed-out one (reliability.md F25, F40). */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from '#scripts/drive/worker.ts';
import { expect, test } from '../fixtures.ts';
import { openPractice, setAside } from './rig.ts';

test('a copied profile becomes a browser of its own, and nothing of either is lost', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  await openPractice(team, ana);
  await setAside(ana);
  await ana.close();
  cpSync(team.profileDir('Ana'), team.profileDir('Copy'), { recursive: true });
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
    rmSync(join(team.profileDir('Copy'), name), { force: true });
  }

  const [one, other] = [await team.open('Ana'), await team.open('Copy')];
  await setAside(one);
  await setAside(other);
  for (const teammate of [one, other]) {
    await expect.poll(async () => (await readTable(teammate, 'outbox')).length).toBe(0);
  }
  const options = await one.openOwn('/options.html#team');
  await expect(options.getByText(/Chrome on/)).toHaveCount(3);
  await expect
    .poll(async () => {
      const threads = await readTable<{ outcome: string }>(ben, 'threads');
      return threads.filter(({ outcome }) => outcome === 'setAside').length;
    })
    .toBe(3);
});
