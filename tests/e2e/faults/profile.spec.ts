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

test('what waits in a signed-out browser is sent by the same member, and never by another', async ({
  team,
}) => {
  test.setTimeout(120_000);
  const ana = await team.join('Ana');
  const ben = await team.join('Ben');
  await openPractice(team, ben);
  const options = await ana.openOwn('/options.html#team');
  const bens = options
    .getByRole('listitem')
    .filter({ has: options.getByRole('heading', { name: 'Ben' }) });
  const own = await ben.openOwn('/options.html#team');
  const countAside = async () => {
    const threads = await readTable<{ outcome: string }>(ana, 'threads');
    return threads.filter(({ outcome }) => outcome === 'setAside').length;
  };
  const listWaiting = async () => (await readTable(ben, 'outbox')).length;
  const signOut = async () => {
    // The list of browsers is asked for when the page opens.
    await options.reload();
    await bens.getByRole('button', { name: 'Sign out' }).click();
    await options.getByRole('dialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(own.getByLabel('Invite link')).toBeVisible();
  };
  const signIn = async (link: string, name: string) => {
    await own.getByLabel('Invite link').fill(link);
    await own.getByLabel('Your name').fill(name);
    await own.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(own.getByText('Connected with the team.')).toBeVisible();
  };

  await test.step('Ben himself', async () => {
    await signOut();
    await setAside(ben);
    expect([await listWaiting(), await countAside()]).toEqual([1, 0]);
    await bens.getByRole('button', { name: 'Sign in on another browser' }).click();
    await signIn(await bens.getByRole('code').innerText(), 'Ben');
    await expect.poll(countAside).toBe(1);
    expect([await listWaiting(), (await readTable(ben, 'refused')).length]).toEqual([0, 0]);
    expect(await readTable(ana, 'members')).toHaveLength(2);
  });
  await test.step('somebody else', async () => {
    await signOut();
    await setAside(ben);
    expect([await listWaiting(), await countAside()]).toEqual([1, 1]);
    await signIn((await team.server.invite('member')).link, 'Cem');
    await expect.poll(listWaiting).toBe(0);
    expect(await readTable(ben, 'refused')).toHaveLength(1);
    // What Cem does himself comes after what had waited, and arrives alone.
    await setAside(ben);
    await expect.poll(countAside).toBe(2);
    expect(await readTable(ana, 'members')).toHaveLength(3);
  });
});
