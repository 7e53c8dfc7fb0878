import { keepGranted, registerContentScript } from '#utils/platform/content-script.ts';
import { toMatchPattern } from '#utils/platform/origins.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { showMenuOn } from './menu.ts';

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the content script and the context menu follow settings and permissions. Returns the patterns in force.
 * One after the other: two at once would register the same script twice.
 */
export async function applySites(): Promise<string[]> {
  const work = last.then(follow);
  last = work.catch(() => undefined);
  return work;
}

async function follow(): Promise<string[]> {
  const { sites, origins } = await loadSettings();
  const readable = origins.filter((origin) => URL.canParse(origin));
  const wished = [...sites.flatMap((id) => siteFacts[id].origins), ...readable.map(toMatchPattern)];
  const granted = await keepGranted([...new Set(wished)]);
  await registerContentScript(granted);
  await showMenuOn(granted);
  return granted;
}
