import { detectEditor, isTextField } from './detect.ts';

// What editors draw into their own root without it being text: placeholders, drop marks, widgets.
const NOT_TEXT =
  '[data-slate-placeholder], .cm-placeholder, .public-DraftEditorPlaceholder-root, .ProseMirror-widget, [data-mce-bogus="all"], [data-cke-temp], style, script';

// Caret holders of Slate, Quill, CKEditor and of sites: zero width space, word joiner, byte order mark.
const CARET_HOLDERS = /[\u200B\u2060\uFEFF]/g;

/**
 * Reads what stands in an editor: one `\n` a line or paragraph, placeholder left out, images as their `alt`,
 * no-break spaces as spaces. White space at the end is kept, since a caret stands behind it.
 */
export function readDraft(box: HTMLElement): string {
  const { root } = detectEditor(box);
  if (isTextField(root)) return root.value.replace(/\r\n?/g, '\n');
  return readLines(root).join('\n').replace(CARET_HOLDERS, '').replaceAll('\u00A0', ' ');
}

/** The lines of one block: those of the blocks inside it, or the one that its inline content makes. */
function readLines(block: Element): string[] {
  const lines: string[] = [];
  let inline: Node[] = [];
  const endLine = () => {
    const text = inline.map(readInline).join('');
    // White space between two blocks is layout of the source, not a line.
    const isLayout = text.trim() === '' && !inline.some(hasElement);
    if (!isLayout) lines.push(...withoutFiller(text).split('\n'));
    inline = [];
  };
  for (const child of block.childNodes) {
    if (isElement(child) && isBlock(child)) {
      endLine();
      const inner = child.matches(NOT_TEXT) ? [] : readLines(child);
      lines.push(...(inner.length > 0 ? inner : ['']));
    } else {
      inline.push(child);
    }
  }
  const isOneLine = lines.length === 0;
  if (isOneLine) return withoutFiller(inline.map(readInline).join('')).split('\n');
  endLine();
  return lines;
}

function readInline(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = node.nodeValue ?? '';
    return keepsLineFeeds(node.parentElement) ? text : text.replace(/\s*\n\s*/g, ' ');
  }
  if (!isElement(node) || node.matches(NOT_TEXT)) return '';
  if (node.localName === 'br') return '\n';
  if (node.localName === 'img') return node.getAttribute('alt') ?? '';
  return [...node.childNodes].map(readInline).join('');
}

/** A line break at the end of a block shows nothing: editors put it there so that the caret has a place. */
function withoutFiller(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function hasElement(node: Node): boolean {
  return isElement(node) && (node.localName === 'br' || node.localName === 'img');
}

function isBlock(element: Element): boolean {
  // Sites draw emoji as images, and some style sheets make every image a block.
  if (element.localName === 'br' || element.localName === 'img') return false;
  const display = styleOf(element)?.display ?? 'inline';
  return !display.startsWith('inline') && display !== 'contents' && display !== 'none';
}

function keepsLineFeeds(element: Element | null): boolean {
  return element !== null && /^(?:pre|break-spaces)/.test(styleOf(element)?.whiteSpace ?? '');
}

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}
