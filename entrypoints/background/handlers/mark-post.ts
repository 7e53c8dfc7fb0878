import { MessageError } from '#utils/messages/answer.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { logError } from '#utils/platform/log.ts';
import { runPageTool } from '#utils/platform/page-script.ts';
import { sayAtTab } from '../toolbar-notice.ts';

const RELOAD = 'Reload the page and try again.';
const IN_FRAME =
  'This part of the page is a frame, where Hearback cannot read a selection. What it reads there stands in the panel.';

/** "This is a post" was chosen on a page: has the page take what is selected there, or says why not. Never throws. */
export async function markPostFromMenu(tabId: number, frameId: number): Promise<void> {
  if (frameId !== 0) {
    await sayAtTab(tabId, IN_FRAME, IN_FRAME);
    return;
  }
  try {
    if (!(await runPageTool(tabId, 'marking'))) throw new MessageError('no_page', RELOAD);
    await sendToPage(tabId, 'page.markPost', null);
  } catch (error) {
    logError('marking a post from the menu failed', error);
    await sayAtTab(tabId, error instanceof MessageError ? error.message : RELOAD, RELOAD);
  }
}
