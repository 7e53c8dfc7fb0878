import { hasFocus, setCaret } from './caret.ts';
import type { Method } from './method.ts';

/**
 * The browser's own typing, all at once: keeps the undo history and sends real `input` events. A line feed
 * becomes what the browser puts there, never an Enter key: no `keydown` is sent, so that nothing is submitted.
 */
export const insertByCommand: Method = ({ root }, { text }) => {
  // A command goes wherever the caret is: never into another box of the page.
  if (!hasFocus(root)) return false;
  root.ownerDocument.execCommand('insertText', false, text);
  return true;
};

/** The same, one line at a time, for editors that make paragraphs of the browser's paragraphs. */
export const insertByCommandByLine: Method = ({ root }, { text }) => {
  if (!hasFocus(root)) return false;
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) root.ownerDocument.execCommand('insertParagraph');
    if (line !== '') root.ownerDocument.execCommand('insertText', false, line);
  }
  return true;
};

/**
 * The same for a text of one line only. In Chromium, Draft.js and Lexical mix the lines of a longer one up or
 * join them, and Draft.js loses what stood in the box (tried 2026-11-22; jackwener/OpenCLI #93, 2026-03). An
 * empty Draft.js doubles even one line (facebookarchive/draft-js #36; tried 2026-11-22).
 */
export const insertByCommandOneLine: Method = (editor, addition) => {
  const isEmpty = addition.expected === addition.text;
  if (addition.text.includes('\n') || (editor.kind === 'draft' && isEmpty)) return false;
  return insertByCommand(editor, addition);
};

/**
 * The same with the caret set at the last moment. CodeMirror takes no caret from a page that is without the focus
 * and puts its own back, but reads from the page what was typed elsewhere (tried 2026-11-22).
 */
export const insertByCommandAtOnce: Method = (editor, addition) => {
  setCaret(editor.root, addition.replaces ? 'all' : 'end');
  return insertByCommand(editor, addition);
};
