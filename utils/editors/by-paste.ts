import type { Method } from './method.ts';
import { readableByPage } from './quirks-firefox.ts';

/**
 * A paste of plain text, as the editor itself understands it: lines become its paragraphs, in one step of
 * its undo history. The clipboard is not touched. A page without a paste handler ignores it, because
 * browsers do nothing of their own with a paste event that a script made.
 */
export const insertByPaste: Method = ({ root }, { text }) => {
  const clipboardData = new DataTransfer();
  const options = { clipboardData, bubbles: true, cancelable: true, composed: true };
  const event = new ClipboardEvent('paste', options);
  readableByPage(event).clipboardData?.setData('text/plain', text);
  root.dispatchEvent(event);
  return true;
};
