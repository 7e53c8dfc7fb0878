import { keepGranted, registerContentScript } from '#utils/platform/content-script.ts';
import { toMatchPattern } from '#utils/platform/origins.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { showMenuOn } from './menu.ts';

/** Makes the content script and the context menu follow settings and permissions. Returns the patterns in force. */
export async function applySites(): Promise<string[]> {
  const { sites, origins } = await loadSettings();
  const wished = [...sites.flatMap((id) => siteFacts[id].origins), ...origins.map(toMatchPattern)];
  const granted = await keepGranted([...new Set(wished)]);
  await registerContentScript(granted);
  await showMenuOn(granted);
  return granted;
}
