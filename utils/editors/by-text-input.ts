import { hasFocus } from './caret.ts';
import type { Method } from './method.ts';

/** What `createEvent('TextEvent')` answers; kept by browsers for old pages, left out of TypeScript's types. */
interface TextEventMaker {
  initTextEvent?(
    type: string,
    bubbles: boolean,
    cancelable: boolean,
    view: Window | null,
    data: string,
  ): void;
}

/**
 * The old `textInput` event, which React hands to Draft.js as typed characters. Some browsers would type the
 * text as well ("bsk" notes on X, 2026-08-13), so that their own part is prevented. Only for an empty box or
 * a full selection: behind other text Draft.js leaves the drawing to the browser, holds the text unseen, and
 * a second way would double it (tried 2026-11-22).
 */
export const insertByTextInput: Method = ({ root }, { text, expected, replaces }) => {
  const isWhole = replaces || expected === text;
  if (!isWhole || !hasFocus(root)) return false;
  const event: Event & TextEventMaker = root.ownerDocument.createEvent('TextEvent');
  if (!event.initTextEvent) return false;
  event.initTextEvent('textInput', true, true, root.ownerDocument.defaultView, text);
  root.ownerDocument.addEventListener('textInput', guard, { capture: true });
  root.dispatchEvent(event);
  root.ownerDocument.removeEventListener('textInput', guard, { capture: true });
  return true;
};

function guard(typed: Event): void {
  typed.preventDefault();
}
