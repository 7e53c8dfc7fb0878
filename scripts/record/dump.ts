import type { PageElement, PageNode } from './page-tree.ts';

/**
 * Runs inside a page: gives the page as it is now, open shadow roots too; with a selector only what that finds first,
 * what is above it, and the head. Null when it finds nothing. Must not use anything from outside of itself.
 */
export function dumpPage(selector: string | null): PageElement | null {
  const wanted = selector === null ? null : document.querySelector(selector);
  if (selector !== null && !wanted) return null;
  const way = new Set<Node>();
  for (let node: Node | null = wanted; node; node = node.parentNode) way.add(node);

  const isLeftOut = (child: Node, parent: Node) =>
    wanted !== null &&
    way.has(parent) &&
    parent !== wanted &&
    !way.has(child) &&
    child.nodeName !== 'HEAD';

  const dumpAll = (parent: Node): PageNode[] =>
    [...parent.childNodes].flatMap((child): PageNode[] => {
      if (isLeftOut(child, parent)) return [];
      if (child.nodeType === 3) return [child.nodeValue ?? ''];
      return child.nodeType === 1 ? [dump(child as Element)] : [];
    });

  const dump = (element: Element): PageElement => ({
    name: element.localName,
    attributes: Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name, value] as const),
    ),
    children: dumpAll(element),
    ...(element.shadowRoot && { shadow: dumpAll(element.shadowRoot) }),
  });
  return dump(document.documentElement);
}
