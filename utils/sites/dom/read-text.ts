import { cleanLine, cleanLines } from './clean-text.ts';

const UNREADABLE = 'script, style, noscript, template, svg, title, textarea, input, select';
const BLOCK =
  /^(?:address|article|blockquote|dd|div|dl|dt|figure|figcaption|h[1-6]|hr|li|ol|p|pre|section|table|tr|ul)$/u;
const ELEMENT = 1;
const TEXT = 3;

export interface ReadTextOptions {
  /** Parts left out: nested quotes, buttons, signatures. */
  skip?: string;
  /** True where the site shows line feeds of the markup as lines (`white-space: pre-wrap`). */
  keepsLineFeeds?: boolean;
}

/**
 * The text of an element as people read it: images by their `alt` (emoji), line breaks and blocks as lines,
 * white space collapsed, invisible marks dropped. Empty for null.
 */
export function readText(
  element: Element | null | undefined,
  options: ReadTextOptions = {},
): string {
  if (!element) return '';
  const skip = options.skip ? `${UNREADABLE}, ${options.skip}` : UNREADABLE;
  return cleanLines(collect(element, skip, options.keepsLineFeeds ?? false));
}

/** The same on one line: names, titles, labels. */
export function readLine(
  element: Element | null | undefined,
  options: ReadTextOptions = {},
): string {
  return cleanLine(readText(element, options));
}

function collect(root: Element, skip: string, keepsLineFeeds: boolean): string {
  const parts: string[] = [];
  // A stack of our own: pages can nest deeper than the call stack.
  const stack: (Node | '\n')[] = [...root.childNodes].toReversed();
  while (stack.length > 0) {
    const node = stack.pop();
    if (node === undefined) break;
    if (node === '\n') parts.push('\n');
    else if (node.nodeType === TEXT) parts.push(toReadable(node, keepsLineFeeds));
    else if (node.nodeType === ELEMENT) enter(node as Element, skip, parts, stack);
  }
  return parts.join('');
}

function toReadable(node: Node, keepsLineFeeds: boolean): string {
  const text = node.nodeValue ?? '';
  const isPreserved = keepsLineFeeds || node.parentElement?.closest('pre');
  return isPreserved ? text : text.replace(/\s+/gu, ' ');
}

function enter(element: Element, skip: string, parts: string[], stack: (Node | '\n')[]): void {
  const name = element.localName;
  if (name === 'br') parts.push('\n');
  else if (name === 'img') parts.push(element.getAttribute('alt') ?? '');
  else if (!element.matches(skip)) {
    const isBlock = BLOCK.test(name);
    if (isBlock) {
      parts.push('\n');
      stack.push('\n');
    }
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index];
      if (child) stack.push(child);
    }
  }
}
