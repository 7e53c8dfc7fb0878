import { browser } from '#utils/platform/browser.ts';

export const SAVE_STORY = 'save-story';
export const MARK_POST = 'mark-post';

/** Shows "Save as customer story" and "This is a post" on pages that match, and nowhere else. */
export async function showMenuOn(patterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  browser.contextMenus.create({
    id: SAVE_STORY,
    title: 'Save as customer story',
    contexts: ['page', 'selection', 'link', 'image'],
    documentUrlPatterns: [...patterns],
  });
  browser.contextMenus.create({
    id: MARK_POST,
    title: 'This is a post',
    // Also without a selection: what is chosen then says what to do first.
    contexts: ['selection', 'page'],
    documentUrlPatterns: [...patterns],
  });
}
