import { firstVisible, isVisible } from '#utils/sites/dom/visibility.ts';
import { readText } from '#utils/sites/dom/read-text.ts';
import { findOwnText, readName } from './post.ts';

export const boxSelectors = {
  // Composer.web.tsx, 2025-2026.
  composer: '[data-testid="composePostView"]',
  // fallback for a composer without its test id
  dialog: '[role="dialog"]',
  editor: '[contenteditable="true"]',
  submit: '[data-testid="composerPublishBtn"]',
  line: '[dir="auto"]',
};

/** The editor of the open composer, the one with the caret where a thread is being written. */
export function findOpenEditor(doc: Document): HTMLElement | null {
  const editors = [...doc.querySelectorAll<HTMLElement>(boxSelectors.editor)].filter(
    (editor) => findComposer(editor) && isVisible(editor),
  );
  return editors.find((editor) => editor.contains(doc.activeElement)) ?? editors[0] ?? null;
}

/**
 * The post among `posts` that the composer around `editor` shows as the one to be answered, told by the name and
 * the text that stand before its first editor; null when none or several posts look like that.
 */
export function findAnswered(
  editor: Element,
  posts: Element[],
  idOf: (post: Element) => string | null,
): Element | null {
  const shown = readShown(editor);
  if (shown.length === 0) return null;
  const matches = posts.filter((post) => isShown(post, shown));
  const ids = new Set(matches.map(idOf));
  return ids.size === 1 ? (matches[0] ?? null) : null;
}

/** The publish button of the composer around `box`. */
export function findPublish(box: Element): HTMLElement | null {
  const composer = findComposer(box);
  return firstVisible(composer?.querySelectorAll<HTMLElement>(boxSelectors.submit) ?? []);
}

function findComposer(editor: Element): Element | null {
  return editor.closest(boxSelectors.composer) ?? editor.closest(boxSelectors.dialog);
}

function readShown(editor: Element): string[] {
  const composer = findComposer(editor);
  const first = composer?.querySelector(boxSelectors.editor);
  if (!composer || !first) return [];
  const lines: string[] = [];
  for (const line of composer.querySelectorAll(boxSelectors.line)) {
    const isBefore = (first.compareDocumentPosition(line) & 2) !== 0;
    if (isBefore && !line.contains(first) && !line.closest('button')) {
      lines.push(squeeze(readText(line, { keepsLineFeeds: true })));
    }
  }
  return lines;
}

function isShown(post: Element, shown: string[]): boolean {
  const name = squeeze(readName(post));
  const text = squeeze(readText(findOwnText(post), { keepsLineFeeds: true }));
  const at = shown.indexOf(name);
  if (!name || at < 0) return false;
  return (
    shown.slice(at + 1).some((line) => line === text) || (text === '' && shown.length === at + 1)
  );
}

/** Both places break lines in their own way. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
