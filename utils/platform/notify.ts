/** The browser's own notifications; permitted only where somebody switched them on. */
import { browser } from './browser.ts';

const PERMISSION = { permissions: ['notifications' as const] };

/** Asks the person; true when granted. Must be the first thing done in a click. */
export async function askToNotify(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}

export async function mayNotify(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

export async function stopNotifying(): Promise<void> {
  await browser.permissions.remove(PERMISSION);
}

/** Shows one; another of the same id takes its place. */
export async function notify(
  id: string,
  { title, text }: { title: string; text: string },
): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title,
    message: text,
  });
}

/** Calls back when one is pressed. Nothing happens while the browser has no notifications for us. */
export function onNoticePressed(callback: (id: string) => void): void {
  const notifications = browser.notifications as typeof browser.notifications | undefined;
  notifications?.onClicked.addListener((id) => {
    void browser.notifications.clear(id);
    callback(id);
  });
}
