/** What happens at the site’s own reply box in Firefox, with a teammate who uses Chromium. */
import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';
import { lookUntil, pause, startFirefox } from './threats/rig.ts';
import type { Rig, Tab } from './threats/rig.ts';

interface Place {
  x: number;
  y: number;
}

/** The words of our notices, and where their buttons stand. */
const NOTICES = `[...document.querySelectorAll('div[style*="initial"]')].flatMap((host) => {
  const notice = host.openOrClosedShadowRoot?.querySelector('.notice');
  if (!notice) return [];
  const buttons = [...notice.querySelectorAll('button')].map((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return { label: button.textContent, x: x + width / 2, y: y + height / 2 };
  });
  return [{ role: notice.getAttribute('role'), text: notice.textContent, buttons }];
})`;

interface SeenNotice {
  role: string;
  text: string;
  buttons: (Place & { label: string })[];
}

async function waitForNotice(tab: Tab, words: RegExp): Promise<SeenNotice> {
  let found: SeenNotice | undefined;
  await expect
    .poll(
      async () => {
        const notices = await tab.runInContentWorld<SeenNotice[]>(NOTICES);
        found = notices.find(({ text }) => words.test(text.replaceAll('\u00A0', ' ')));
        return found !== undefined || notices.map(({ text }) => text);
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  if (!found) throw new Error('waited for');
  return found;
}

async function pressAt(tab: Tab, { x, y }: Place): Promise<void> {
  await tab.move(x, y, 6);
  await pause(150);
  await tab.down();
  await tab.up();
}

async function press(tab: Tab, selector: string): Promise<void> {
  const place = await tab.run<Place>(`(() => {
    const element = document.querySelector('${selector}');
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  })()`);
  await pressAt(tab, place);
}

const BOX = '#p-1 textarea';
const SEND = '#p-1 form button[type="submit"]';
const boxText = (tab: Tab) => tab.run<string>(`document.querySelector('${BOX}')?.value ?? ''`);
const sentByAna = (tab: Tab) =>
  tab.run<number>(
    `[...document.querySelectorAll('.replies article')].filter(({ textContent }) => textContent.includes('Rinse it')).length`,
  );

/** Opens the box below the first post in Firefox and types. */
async function write(tab: Tab, text: string): Promise<void> {
  await press(tab, '#p-1 button[data-act="open"]');
  await expect.poll(() => tab.run(`document.activeElement?.matches('${BOX}')`)).toBe(true);
  for (const key of text) await tab.key(key);
}

let rig: Rig | null = null;
test.afterEach(() => rig?.close());

test('in Firefox a teammate’s answer holds the press once; a kept draft can be put back', async ({
  team,
}) => {
  test.setTimeout(180_000);
  const ben = await team.join('Ben');
  const { link: inviteLink } = await team.server.invite('member');
  rig = await startFirefox({ server: team.server, inviteLink });
  test.skip(rig === null, 'No Firefox here: the reply box in Firefox is not tried');
  if (!rig) return;
  const url = `${team.server.url}/practice?as=ana_acme`;
  let tab = await rig.open();
  await tab.goto(url);
  await lookUntil(tab, (chips) => chips.length >= 3);

  await test.step('a draft outlives its page, and is put back by a press', async () => {
    await write(tab, 'Rinse it');
    await pause(800);
    await tab.close();
    tab = (await rig?.open()) ?? tab;
    await tab.goto(url);
    await lookUntil(tab, (chips) => chips.length >= 3);
    await press(tab, '#p-1 button[data-act="open"]');
    const { buttons } = await waitForNotice(tab, /Your draft from \d\d:\d\d is kept\./);
    // The pointer rests where the notice came: a person reads before they press.
    await pause(700);
    const back = buttons.find(({ label }) => label === 'Put it back');
    if (back) await pressAt(tab, back);
    await expect.poll(() => boxText(tab)).toBe('Rinse it');
  });

  await test.step('Ben answers in Chromium', async () => {
    const page = await ben.context.newPage();
    await page.goto(`${team.server.url}/practice?as=ben_acme`);
    await waitForChips(page, (chips) => chips.length >= 3);
    await page.getByRole('button', { name: 'Reply' }).first().click();
    await page.getByLabel('Reply to lena_k').fill('Hold the button for five seconds.');
    await page.getByRole('button', { name: 'Post reply' }).first().click();
  });

  await test.step('Ana is held once, and passes at the second press', async () => {
    await waitForNotice(tab, /answered \d+ s ago\./);
    await press(tab, SEND);
    const held = await waitForNotice(tab, /Press again to send anyway\./);
    expect(held.role).toBe('alert');
    expect([await boxText(tab), await sentByAna(tab)]).toEqual(['Rinse it', 0]);
    await press(tab, SEND);
    await expect.poll(() => sentByAna(tab)).toBe(1);
    await waitForNotice(tab, /You and (?:Ben|@ben_acme) both answered\./);
  });
});
