import { sendToPage } from '#utils/messages/send-to-page.ts';
import { runPageTool } from '#utils/platform/page-script.ts';
import { logError } from '#utils/platform/log.ts';

const IN_FRAME =
  'This part of the page is a page of its own (a frame), in which Hearback cannot read a selection.';

/** "This is a post" was chosen on a page: has the page take what is selected there. Never throws. */
export async function markPostFromMenu(tabId: number, frameId: number): Promise<void> {
  try {
    if (frameId !== 0) {
      await sendToPage(tabId, 'page.say', { text: IN_FRAME });
      return;
    }
    await runPageTool(tabId, 'marking');
    await sendToPage(tabId, 'page.markPost', null);
  } catch (error) {
    logError('marking a post from the menu failed', error);
  }
}
