import { MessageError } from '#utils/messages/answer.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { logError } from '#utils/platform/log.ts';
import { runPageTool } from '#utils/platform/page-script.ts';
import { sayInToolbar } from '../toolbar-notice.ts';

/** Longest text that a page says, as in the message. */
const SAY_MAX = 300;
const RELOAD = 'Reload the page and try again.';
const IN_FRAME =
  'This part of the page is a frame, where Hearback cannot read a selection. What it reads there stands in the panel.';

/** "This is a post" was chosen on a page: has the page take what is selected there, or says why not. Never throws. */
export async function markPostFromMenu(tabId: number, frameId: number): Promise<void> {
  if (frameId !== 0) {
    await say(tabId, IN_FRAME, IN_FRAME);
    return;
  }
  try {
    if (!(await runPageTool(tabId, 'marking'))) throw new MessageError('no_page', RELOAD);
    await sendToPage(tabId, 'page.markPost', null);
  } catch (error) {
    logError('marking a post from the menu failed', error);
    await say(tabId, error instanceof MessageError ? error.message : RELOAD, RELOAD);
  }
}

/**
 * Nothing of ours speaks in a page that is not granted, as around many frames, nor in one that was open before an
 * update: there the toolbar does.
 */
async function say(tabId: number, onPage: string, inToolbar: string): Promise<void> {
  try {
    await sendToPage(tabId, 'page.say', { text: onPage.slice(0, SAY_MAX) });
  } catch {
    await sayInToolbar(tabId, inToolbar);
  }
}
