/** Teaching a site and marking a post in Firefox, whose content scripts see the page through other glasses. */
import { expect, test } from '@playwright/test';
import { lookUntil, pause, startFirefox } from './threats/rig.ts';
import type { Rig, Tab } from './threats/rig.ts';

const post = (name: string, words: string) => `
  <div class="row"><p><a class="who" href="/people/${name}">${name}</a> <i>today</i></p>
    <div class="words">${words}</div></div>`;
const board = `<title>Board</title><body style="font: 16px sans-serif; margin: 32px"><h1>Lamps and kettles</h1>
  ${post('ada', 'My Acme kettle boils over, and the lid will not close.')}
  ${post('ben', 'Mine never did. Did you clean it?')}
  ${post('cleo', 'The garden shows its first snow today.')}
  <textarea name="message" rows="3" cols="60"></textarea>
  <p id="apart">My Acme kettle whistles in the night.</p></body>`;

let rig: Rig | null = null;
test.afterEach(() => rig?.close());

interface Sent {
  ok: boolean;
  value: unknown;
}

/** Asks the background as a page of ours does. */
function ask(name: string, request: object): Promise<Sent> {
  if (!rig) throw new Error('not started');
  return rig.runInExtension<Sent>(
    `browser.runtime.sendMessage(${JSON.stringify({ name, request })})`,
  );
}

async function pointAt(tab: Tab, css: string): Promise<void> {
  const { x, y } = await tab.run<{ x: number; y: number }>(`(() => {
    const { left, top, height } = document.querySelector('${css}').getBoundingClientRect();
    return { x: left + 20, y: top + height / 2 };
  })()`);
  await tab.move(x, y, 4);
  await pause(200);
  await tab.down();
  await tab.up();
}

test('in Firefox a site is taught, and a post marked by hand', async () => {
  test.setTimeout(120_000);
  rig = await startFirefox();
  test.skip(rig === null, 'No Firefox here: teaching in Firefox is not tried');
  if (!rig) return;
  const tab = await rig.open();
  await tab.goto(`${rig.server.url}/board/7`);
  await tab.run(`document.documentElement.innerHTML = ${JSON.stringify(board)}`);
  const tabId = await rig.runInExtension<number>(
    `browser.tabs.query({}).then((tabs) => tabs.find(({ url }) => url?.endsWith('/board/7')).id)`,
  );

  await test.step('what is pointed at is proposed', async () => {
    // As soon as the page has said that it is read.
    await expect.poll(async () => (await ask('teach.start', { tabId })).ok).toBe(true);
    await expect.poll(() => tab.run('document.documentElement.children.length')).toBe(3);
    for (const css of ['.words', '.who', '.words']) await pointAt(tab, css);
    // Link and time are left out.
    for (const key of ['Tab', 'Enter', 'Enter']) await tab.key(key);
    await pointAt(tab, 'textarea');
    await tab.key('Enter');
    await expect
      .poll(
        async () =>
          ((await ask('teach.load', { tabId })).value as { selectors: unknown }).selectors,
      )
      .toEqual({
        'taught.post': '.row',
        'taught.author': '.who',
        'taught.text': '.words',
        'taught.box': 'textarea[name="message"]',
      });
  });

  await test.step('saved, the page is read by it', async () => {
    const { value } = await ask('teach.load', { tabId });
    const { id, selectors } = value as { id: string; selectors: object };
    expect(await ask('teamSite.save', { id, selectors })).toMatchObject({ ok: true });
    const chips = await lookUntil(tab, (seen) => seen.length === 1);
    expect(chips.map(({ state }) => state)).toEqual(['open']);
    const tried = await ask('teamSite.try', { tabId, selectors });
    expect(tried.value).toMatchObject({ found: 3, read: 3 });
    // The bar says that it is done, and goes.
    await tab.key('Enter');
    await expect.poll(() => tab.run('document.documentElement.children.length')).toBe(2);
  });

  await test.step('a text that is not read is marked', async () => {
    // The menu of the browser cannot be pressed from outside; its worker can be made to ask what the menu asks.
    await tab.run(`getSelection().selectAllChildren(document.querySelector('#apart'))`);
    const answer = await rig?.runInExtension<Sent>(`(async () => {
      const { browser } = await globalThis.browser.runtime.getBackgroundPage();
      await browser.scripting.executeScript({ target: { tabId: ${tabId} }, files: ['marking.js'] });
      return browser.tabs.sendMessage(${tabId}, { name: 'page.markPost', request: null });
    })()`);
    expect(answer).toMatchObject({ ok: true });
    // The field takes the focus; of that the page sees only what stands around it.
    await expect.poll(() => tab.run('document.activeElement !== document.body')).toBe(true);
    for (const key of 'nina') await tab.key(key);
    await tab.key('Enter');
    expect(await lookUntil(tab, (seen) => seen.length === 2)).toHaveLength(2);
  });
});
