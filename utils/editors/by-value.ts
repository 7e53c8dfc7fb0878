import { isTextField } from './detect.ts';
import type { Method } from './method.ts';

/**
 * Sets the text of a field and tells the page. `setRangeText` passes under the `value` setter that React lays
 * over a field, so that React sees a change. The browser's undo does not know of it: only where typing fails.
 */
export const insertByValue: Method = ({ root }, { text }) => {
  if (!isTextField(root)) return false;
  root.setRangeText(text, root.selectionStart ?? 0, root.selectionEnd ?? root.value.length, 'end');
  root.dispatchEvent(
    new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }),
  );
  root.dispatchEvent(new Event('change', { bubbles: true }));
  return true;
};
