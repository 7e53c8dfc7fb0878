/** A page as plain data: what a browser has made of it, and how that is written down again. */

export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  children: PageNode[];
  /** The open shadow root, if it has one. */
  shadow?: PageNode[];
}
export type PageNode = PageElement | string;

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/u;
const RAW_LINES = /^(?:pre|textarea)$/u;

/** Every element of a page, in document order, those of shadow roots too. */
export function* walkElements(node: PageNode): Iterable<PageElement> {
  if (typeof node === 'string') return;
  yield node;
  for (const child of [...(node.shadow ?? []), ...node.children]) yield* walkElements(child);
}

/** The same page with every element changed, or left out where that gives null; children before their parents. */
export function mapElements(
  node: PageElement,
  change: (element: PageElement) => PageElement | null,
): PageElement | null {
  const all = (nodes: PageNode[]) =>
    nodes.flatMap((child) => {
      const changed = typeof child === 'string' ? child : mapElements(child, change);
      return changed === null ? [] : [changed];
    });
  const { shadow } = node;
  return change({
    ...node,
    children: all(node.children),
    ...(shadow && { shadow: all(shadow) }),
  });
}

/** The text in an element, without what is below it. */
export function ownText({ children }: PageElement): string {
  return children.filter((child) => typeof child === 'string').join(' ');
}

/** The markup of a page. */
export function toHtml(node: PageNode, inRawLines = false): string {
  if (typeof node === 'string') return escape(inRawLines ? node : node.replace(/\s+/gu, ' '));
  const { name, attributes, children, shadow } = node;
  const written = Object.entries(attributes).map(([key, value]) =>
    value === '' ? ` ${key}` : ` ${key}="${escape(value).replaceAll('"', '&quot;')}"`,
  );
  const open = `<${name}${written.join('')}>`;
  if (VOID.test(name)) return open;
  const isRaw = inRawLines || RAW_LINES.test(name);
  const inner = children.map((child) => toHtml(child, isRaw)).join('');
  const root = shadow ? `<template shadowrootmode="open">${toAll(shadow)}</template>` : '';
  return `${open}${root}${inner}</${name}>`;
}

function toAll(nodes: PageNode[]): string {
  return nodes.map((node) => toHtml(node)).join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
