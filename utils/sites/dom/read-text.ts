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

/** What is still to be read: nodes, and between them the line feeds that the end of a block asks for. */
type Pending = Node | 1 | 2;

function collect(root: Element, skip: string, keepsLineFeeds: boolean): string {
  const lines = new LineWriter();
  // A stack of our own: pages can nest deeper than the call stack.
  const stack: Pending[] = [...root.childNodes].toReversed();
  while (stack.length > 0) {
    const next = stack.pop();
    if (next === undefined) break;
    if (typeof next === 'number') lines.ensureBreak(next);
    else if (next.nodeType === TEXT) lines.write(toReadable(next, keepsLineFeeds));
    else if (next.nodeType === ELEMENT) enter(next as Element, skip, lines, stack);
  }
  return lines.text;
}

function toReadable(node: Node, keepsLineFeeds: boolean): string {
  const text = node.nodeValue ?? '';
  const isPreserved = keepsLineFeeds || node.parentElement?.closest('pre');
  return isPreserved ? text : text.replace(/\s+/gu, ' ');
}

function enter(element: Element, skip: string, lines: LineWriter, stack: Pending[]): void {
  const name = element.localName;
  if (name === 'br') lines.write('\n');
  else if (name === 'img') lines.write(element.getAttribute('alt') ?? '');
  else if (!element.matches(skip)) {
    if (BLOCK.test(name)) {
      const breaks = name === 'p' ? 2 : 1;
      lines.ensureBreak(breaks);
      stack.push(breaks);
    }
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index];
      if (child) stack.push(child);
    }
  }
}

class LineWriter {
  text = '';

  write(piece: string): void {
    this.text += piece;
  }

  /** Ends the line (1) or the paragraph (2), unless it is ended already. */
  ensureBreak(count: 1 | 2): void {
    const ended = /[\n ]*$/u.exec(this.text.slice(-20))?.[0].split('\n').length ?? 1;
    if (this.text) this.text += '\n'.repeat(Math.max(0, count - (ended - 1)));
  }
}
