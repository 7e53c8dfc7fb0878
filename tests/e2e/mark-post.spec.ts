import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

interface MenuEvent {
  chrome: {
    contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
    tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
  };
}

test('a text that no adapter takes for a post is marked as one from the context menu', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const before = (await readChips(page)).length;
  const text = 'The kettle of my neighbor whistles in the night.';
  await page.evaluate((words) => {
    const section = document.createElement('section');
    const line = document.createElement('p');
    line.id = 'unread';
    line.textContent = words;
    section.append(line);
    document.body.append(section);
  }, text);

  const chooseMenu = async () => {
    // The browser's own menu cannot be pressed from outside, so its event is fired.
    await ana.context.serviceWorkers()[0]?.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as MenuEvent;
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const info = { menuItemId: 'mark-post', pageUrl: url, frameId: 0 };
      chrome.contextMenus.onClicked.dispatch(info, tab ?? {});
    }, page.url());
  };
  await page.locator('#unread').click({ clickCount: 3 });
  await chooseMenu();
  // The field takes the focus; of that the page sees only what stands around it.
  await page.waitForFunction(() => document.activeElement !== document.body);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/mark-form.png` });
  await page.keyboard.type('nina_neighbor');
  await page.keyboard.press('Enter');
  await waitForChips(page, (chips) => chips.length === before + 1);
  await page.locator('#unread').scrollIntoViewIfNeeded();
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/mark-chip.png` });

  const panel = await ana.openPanel(page);
  await expect(panel.getByText(text)).toHaveCount(1);
  await expect(panel.getByText('nina_neighbor').first()).toBeVisible();
});
