const ROOTS_MAX = 200;

/** All matches under `root`, open shadow roots included (at most 200 of them are entered). */
export function queryAllDeep<E extends Element = Element>(root: ParentNode, selector: string): E[] {
  return listScopes(root).flatMap((scope) => [...scope.querySelectorAll<E>(selector)]);
}

/** What has to be asked to find something anywhere under `root`: itself and the open shadow roots, at most 200 in all. */
export function listScopes(root: ParentNode): ParentNode[] {
  const queue: ParentNode[] = [root];
  if (root instanceof Object && 'shadowRoot' in root && root.shadowRoot)
    queue.push(root.shadowRoot as ParentNode);
  for (let index = 0; index < queue.length && index < ROOTS_MAX; index += 1) {
    const scope = queue[index];
    if (!scope) break;
    for (const element of scope.querySelectorAll('*')) {
      if (element.shadowRoot) queue.push(element.shadowRoot);
    }
  }
  return queue.slice(0, ROOTS_MAX);
}

/** Like `closest`, but goes on from a shadow root to its host. */
export function closestDeep(element: Element, selector: string): Element | null {
  let current: Element | null = element;
  while (current) {
    const match: Element | null = current.closest(selector);
    if (match) return match;
    const root = current.getRootNode();
    current = 'host' in root ? (root.host as Element) : null;
  }
  return null;
}
