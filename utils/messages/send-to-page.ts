import { browser } from '#utils/platform/browser.ts';
import { MessageError, readAnswer } from './answer.ts';
import { pageMessages } from './page-messages.ts';
import type { PageMessageName, PageRequestOf, PageResponseOf } from './page-messages.ts';

/**
 * Asks the content script of a tab's page, or of a frame in it. Its page is not ours, so the answer is checked. Throws
 * `MessageError`, with code `no_page` when no content script runs there.
 */
export async function sendToPage<N extends PageMessageName>(
  tabId: number,
  name: N,
  request: PageRequestOf<N>,
  frameId = 0,
): Promise<PageResponseOf<N>> {
  let raw: unknown;
  try {
    raw = await browser.tabs.sendMessage(tabId, { name, request }, { frameId });
  } catch {
    throw new MessageError(
      'no_page',
      'Hearback is not active on that page. Reload it and try again.',
    );
  }
  const value = pageMessages[name].response.safeParse(readAnswer(raw));
  if (!value.success) {
    throw new MessageError('bad_answer', 'The page answered in an unknown form. Reload it.');
  }
  return value.data as PageResponseOf<N>;
}
