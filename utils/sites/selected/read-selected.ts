import { POST_TEXT_MAX } from '#utils/model/post-key.ts';
import type { MountPoint } from '#utils/sites/adapter.ts';
import { cleanLines, clipText } from '#utils/sites/dom/clean-text.ts';
import { parentOf } from '../dom/neighbors.ts';

/** A part of a page that a person has selected. */
export interface Selected {
  text: string;
  /** The smallest block that holds all of it. */
  element: Element;
  /** The block in which it ends. */
  last: Element;
}

/** What a person types in; a draft of one's own is nobody's post. */
const FIELD = 'textarea, input, select, [contenteditable]:not([contenteditable="false" i])';
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|button|cite|code|em|font|i|img|label|mark|q|s|small|span|strong|sub|sup|time|u|wbr)$/u;
const TEXT = 3;
const ELEMENT = 1;

/** What is selected outside of fields, as it is shown; null when that is nothing that can be a post. */
export function readSelected(doc: Document): Selected | null {
  const selection = doc.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const text = clipText(cleanLines(selection.toString()), POST_TEXT_MAX);
  const range = selection.getRangeAt(0);
  const start = toElement(range.startContainer);
  const end = toElement(findEnd(range, doc));
  if (text === '' || !start || !end) return null;
  let element: Element | null = end;
  while (element && !element.contains(start)) element = parentOf(element);
  if (!element) return null;
  if (element.closest(FIELD)) return null;
  return { text, element: toBlock(element), last: toBlock(end) };
}

/** Where a line of ours goes below a selected text. */
export function toMountPoint({ last }: Selected): MountPoint | null {
  if (last.matches('td, th, li, dd, dt, body')) return { anchor: last, where: 'append' };
  return last.matches('tr, table, tbody, ul, ol, dl') ? null : { anchor: last, where: 'after' };
}

/** The node with the last of the text: three clicks select up to the beginning of the next block. */
function findEnd({ endContainer, endOffset, startContainer }: Range, doc: Document): Node {
  if (endContainer === startContainer) return endContainer;
  if (endOffset > 0) return endContainer.childNodes[endOffset - 1] ?? endContainer;
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_TEXT);
  walker.currentNode = endContainer;
  for (let node = walker.previousNode(); node; node = walker.previousNode()) {
    if (node === startContainer || node.nodeValue?.trim()) return node;
  }
  return startContainer;
}

function toElement(node: Node): Element | null {
  if (node.nodeType === ELEMENT) return node as Element;
  return node.nodeType === TEXT ? node.parentElement : null;
}

function toBlock(element: Element): Element {
  let block = element;
  while (INLINE.test(block.localName)) {
    const around = parentOf(block);
    if (!around) break;
    block = around;
  }
  return block;
}
