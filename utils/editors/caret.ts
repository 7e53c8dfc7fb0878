import { isTextField } from './detect.ts';

/** Gives the box the focus and puts the caret at its end, or selects all of it; resolves once the page knows. */
export async function placeCaret(root: HTMLElement, select: 'end' | 'all'): Promise<void> {
  giveFocus(root);
  // While the person is in the side panel the page has no focus and sends no `focusin`, without which React
  // tells Draft.js nothing of the caret: a text would land in front of the mention (tried 2026-11-22).
  if (!root.ownerDocument.hasFocus())
    root.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  setCaret(root, select);
  // Draft.js and Lexical take the caret from `selectionchange`, which the browser sends in a later task.
  await nextFrame(root);
  await nextFrame(root);
}

/** Puts the caret at the end if it stands elsewhere. */
export function keepCaretAtEnd(root: HTMLElement): void {
  giveFocus(root);
  if (!isCaretAtEnd(root)) setCaret(root, 'end');
}

/** True when what is typed now would go into the box. */
export function hasFocus(root: HTMLElement): boolean {
  const scope = root.getRootNode();
  const active = 'activeElement' in scope ? (scope.activeElement as Element | null) : null;
  return active !== null && root.contains(active);
}

function giveFocus(root: HTMLElement): void {
  if (!hasFocus(root)) root.focus({ preventScroll: true });
}

function setCaret(root: HTMLElement, select: 'end' | 'all'): void {
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
