import { waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

interface MenuEvent {
  chrome: {
    contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
    tabs: { query(q: object): Promise<{ id: number; url?: string }[]> };
  };
}

test('any post on a granted page is saved as a story from the context menu', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);

  const chooseMenu = async () => {
    // The right-click is real; the browser's own menu cannot be pressed from outside, so its event is fired.
    await page.getByText('Off topic: does anybody know').click({ button: 'right' });
    await ana.context.serviceWorkers()[0]?.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as MenuEvent;
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-story', pageUrl: url }, tab ?? {});
    }, page.url());
    await page.keyboard.press('Escape');
  };
  await chooseMenu();
  const panel = await ana.openPanel(page);
  await panel.getByRole('tab', { name: /Stories/ }).click();
  await expect(panel.getByText('Off topic: does anybody know')).toHaveCount(1);

  await page.bringToFront();
  await chooseMenu();
  await panel.bringToFront();
  await expect(panel.getByText('Off topic: does anybody know')).toHaveCount(1);
});
