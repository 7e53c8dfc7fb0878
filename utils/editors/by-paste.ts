import { hasFocus } from './caret.ts';
import type { Method } from './method.ts';
import { readableByPage } from './quirks-firefox.ts';

/**
 * A paste of plain text, as the editor itself understands it: lines become its paragraphs, in one step of
 * its undo history. The clipboard is not touched. A page without a paste handler ignores it, because
 * browsers do nothing of their own with a paste event that a script made.
 */
export const insertByPaste: Method = ({ root }, { text }) => {
  return paste(root, { 'text/plain': text });
};

/**
 * The same for TinyMCE and CKEditor 4, which make paragraphs of plain text with blank lines, and those never begin
 * behind a mention but below it: line breaks instead. TinyMCE takes the plain text, whose blank lines hold a space;
 * CKEditor 4 takes the HTML, without which it looks for the text where a person's Ctrl+V would have put it in
 * Firefox, and loses the caret (8.9.2 and 4.22.1, tried 2026-11-22).
 */
export const insertByPasteOfOneBlock: Method = ({ root }, { text }) => {
  const held = text.replace(/\n(?=\n)/g, '\n ');
  return paste(root, { 'text/plain': held, 'text/html': toHtml(text) });
};

function paste(root: HTMLElement, formats: Record<string, string>): boolean {
  // An editor that refuses the focus puts a paste where its own caret was last: somewhere, or over something.
  if (!hasFocus(root)) return false;
  const clipboardData = new DataTransfer();
  const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
  const event = new ClipboardEvent('paste', options);
  const held = readableByPage(event).clipboardData;
  for (const [format, value] of Object.entries(formats)) held?.setData(format, value);
  root.dispatchEvent(event);
  return true;
}

/** One line after the other; spaces that HTML would drop do not break. */
function toHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped
    .split('\n')
    .map((line) => line.replace(/^ | $| (?= )/g, '&nbsp;'))
    .join('<br>');
}
