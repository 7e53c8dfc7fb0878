/**
 * One element of each post below `root`, in document order. Pages show a post twice, above all in a carousel over the
 * list: `kept` says which of the two stays, the first or the last of the whole page. What has no id is left out.
 */
export function eachOnce(
  root: ParentNode,
  selector: string,
  kept: 'first' | 'last',
  idOf: (element: Element) => string | null,
): Element[] {
  const doc = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const page = doc?.contains(root) ? doc : root;
  const byId = new Map<string, Element>();
  for (const element of page.querySelectorAll(selector)) {
    const id = idOf(element);
    if (id && !(kept === 'first' && byId.has(id))) byId.set(id, element);
  }
  const chosen = new Set(byId.values());
  return [...root.querySelectorAll(selector)].filter((element) => chosen.has(element));
}
