import { browser } from './browser.ts';

/** Of user origin: nothing that a page writes, inline or important, is stronger; and it holds in shadow roots. */
const css = '*, ::before, ::after, ::backdrop { pointer-events: auto !important; }';

/** Makes even what lets pointers through answer to hit tests in a tab's page, or ends that. */
export async function setHitTests(tabId: number, isOn: boolean): Promise<void> {
  const sheet = { target: { tabId }, css, origin: 'USER' as const };
  // Twice inserted would take two removals; a page that went away in between took its own with it.
  await browser.scripting.removeCSS(sheet);
  if (isOn) await browser.scripting.insertCSS(sheet);
}
