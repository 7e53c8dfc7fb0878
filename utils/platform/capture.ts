import { browser } from './browser.ts';

/**
 * What a tab shows now, as a picture; null where another tab stands in front of it, or where the browser does not allow
 * it: only after a person has used our button, menu or shortcut there (`activeTab`).
 */
export async function captureTab(tabId: number): Promise<Blob | null> {
  const before = await browser.tabs.get(tabId);
  if (!before.active || before.windowId === undefined) return null;
  let address: string;
  try {
    address = await browser.tabs.captureVisibleTab(before.windowId, { format: 'png' });
  } catch {
    return null;
  }
  // Another tab or page may have come in front meanwhile, and what it shows is nobody's business.
  const after = await browser.tabs.get(tabId);
  const isSame = after.active && after.windowId === before.windowId && after.url === before.url;
  const [, data = ''] = /^data:image\/png;base64,(.*)$/su.exec(address) ?? [];
  if (!isSame || data === '') return null;
  return new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], {
    type: 'image/png',
  });
}
