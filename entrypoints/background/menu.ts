import { browser } from '#utils/platform/browser.ts';

export const SAVE_STORY = 'save-story';

/** Shows "Save as customer story" on pages that match, and nowhere else. */
export async function showMenuOn(patterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  browser.contextMenus.create({
    id: SAVE_STORY,
    title: 'Save as customer story',
    contexts: ['page', 'selection', 'link', 'image'],
    documentUrlPatterns: [...patterns],
  });
}
