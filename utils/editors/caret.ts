import { isTextField } from './detect.ts';

// Slate takes the caret at most every 100 ms (slate-react 0.126, tried 2026-11-22).
const SLATE = '[data-slate-editor="true"]';
const SLATE_MS = 150;

/** Gives the box the focus and puts the caret at its end, or selects all of it; resolves once the page knows. */
export async function placeCaret(root: HTMLElement, select: 'end' | 'all'): Promise<void> {
  giveFocus(root);
  // While the person is in the side panel the page has no focus and sends no `focusin`, without which React
  // tells Draft.js nothing of the caret: a text would land in front of the mention. CKEditor 5 misses its
  // `focus` in the same way (tried 2026-11-22).
  if (!root.ownerDocument.hasFocus()) {
    root.dispatchEvent(new FocusEvent('focus'));
    root.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  }
  setCaret(root, select);
  // Draft.js and Lexical take the caret from `selectionchange`, which the browser sends in a later task.
  await nextFrame(root);
  await nextFrame(root);
  if (root.matches(SLATE)) await new Promise((resolve) => setTimeout(resolve, SLATE_MS));
}

/** Puts the caret at the end if it stands elsewhere. */
export function keepCaretAtEnd(root: HTMLElement): void {
  giveFocus(root);
  if (!isCaretAtEnd(root)) setCaret(root, 'end');
}

/** True when what is typed now would go into the box. */
export function hasFocus(root: HTMLElement): boolean {
  const active = activeIn(root.getRootNode());
  if (active === null || !root.contains(active)) return false;
  // A body is the active element of its frame, though the focus may be elsewhere in the page.
  const frame = frameOf(root);
  return !frame || activeIn(frame.getRootNode()) === frame;
}

/** The frame that an editor is in; null for one in the page itself. */
function frameOf(root: HTMLElement): HTMLElement | null {
  return (root.ownerDocument.defaultView?.frameElement as HTMLElement | null | undefined) ?? null;
}

/** What has the focus in a document or shadow root. */
function activeIn(scope: Node): Element | null {
  return 'activeElement' in scope ? (scope.activeElement as Element | null) : null;
}

function giveFocus(root: HTMLElement): void {
  if (hasFocus(root)) return;
  root.focus({ preventScroll: true });
  // Firefox leaves the focus outside of a frame whose body is given it (ESR 153, tried 2026-11-22).
  if (!hasFocus(root)) frameOf(root)?.focus({ preventScroll: true });
}

/** Puts the caret at the end of the box or selects all of it, without waiting for the page to know. */
export function setCaret(root: HTMLElement, select: 'end' | 'all'): void {
  if (isTextField(root)) {
    root.setSelectionRange(select === 'all' ? 0 : root.value.length, root.value.length);
    return;
  }
  const selection = root.ownerDocument.getSelection();
  const last = lastCaretPlace(root);
  if (select === 'all') selection?.setBaseAndExtent(root, 0, root, root.childNodes.length);
  else selection?.collapse(last.node, last.offset);
}

function isCaretAtEnd(root: HTMLElement): boolean {
  if (isTextField(root)) {
    return root.selectionStart === root.value.length && root.selectionEnd === root.value.length;
  }
  const selection = root.ownerDocument.getSelection();
  if (!selection?.isCollapsed || !selection.focusNode || !root.contains(selection.focusNode)) {
    return false;
  }
  const after = root.ownerDocument.createRange();
  after.setStart(selection.focusNode, selection.focusOffset);
  after.setEnd(root, root.childNodes.length);
  return after.toString() === '';
}

/** Behind the last character: editors map a caret inside the deepest last node best, one on the root worst. */
function lastCaretPlace(root: HTMLElement): { node: Node; offset: number } {
  let node: Node = root;
  while (node.lastChild) {
    const last: Node = node.lastChild;
    if (last.nodeName === 'BR') return { node, offset: node.childNodes.length - 1 };
    if (last.nodeType !== Node.TEXT_NODE && last.nodeType !== Node.ELEMENT_NODE) break;
    if ('isContentEditable' in last && !last.isContentEditable) break;
    node = last;
  }
  const length =
    node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').length : node.childNodes.length;
  return { node, offset: length };
}

/** A hidden tab draws no frames, so that a timer stands in. */
function nextFrame(root: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 60);
    root.ownerDocument.defaultView?.requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
