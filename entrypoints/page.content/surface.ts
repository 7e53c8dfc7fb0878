/** Elements of ours in somebody else's page: closed shadow roots that neither read nor are read by it. */

const ours = new WeakSet<Node>();

/** True for an element that this content script put into the page. */
export function isOurs(node: Node): boolean {
  return ours.has(node);
}

export interface Surface {
  host: HTMLElement;
  root: ShadowRoot;
}

/** Makes an unattached host with a closed shadow root and our styles. */
export function createSurface(doc: Document, css: string, display: 'block' | 'contents'): Surface {
  // A plain element without id or class: nothing tells the page who put it there.
  const host = doc.createElement('div');
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', display, 'important');
  ours.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(doc, root, css);
  return { host, root };
}

function addStyles(doc: Document, root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses constructed sheets of a content script's own world (bugzilla 1751346, seen 2026-11).
    const style = doc.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

const SOLID = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/;

/** Whether the page is dark behind an element, measured rather than asked: sites have themes of their own. */
export function measureTheme(element: Element): 'light' | 'dark' {
  for (let node: Element | null = element; node; node = node.parentElement) {
    const match = SOLID.exec(getComputedStyle(node).backgroundColor);
    if (!match || (match[4] !== undefined && Number(match[4]) < 0.5)) continue;
    const [red, green, blue] = [Number(match[1]), Number(match[2]), Number(match[3])];
    // Rec. 709 luma, without gamma: enough to tell dark from light.
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110 ? 'dark' : 'light';
  }
  return getComputedStyle(element).colorScheme === 'dark' ? 'dark' : 'light';
}
