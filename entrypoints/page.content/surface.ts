import { parentOf } from '#utils/sites/dom/neighbors.ts';

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

/**
 * How a script that is brought later draws: by the functions of the page's own script, which then knows the elements for
 * ours.
 */
export interface DrawOnPage {
  createSurface: typeof createSurface;
  measureTheme: typeof measureTheme;
}

/** Makes an unattached host with a closed shadow root and our styles. */
export function createSurface(doc: Document, css: string, display: 'block' | 'contents'): Surface {
  // A plain element without id or class: nothing tells the page who put it there.
  const host = doc.createElement('div');
  host.style.setProperty('all', 'initial', 'important');
  host.style.setProperty('display', display, 'important');
  ours.add(host);
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(doc, root, hideNames(css));
  return { host, root };
}

// A page can register a custom property of any name (`@property`) and so give ours another value or none; it
// cannot guess these.
const prefix = `--${crypto.randomUUID().slice(0, 8)}-`;

/** Our styles with custom properties of names that no page knows. */
export function hideNames(css: string): string {
  return css.replaceAll(/--(?=[a-z])/gu, prefix);
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

const RGB = /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?\)$/;
const SRGB = /^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)$/;
const BY_LIGHTNESS = /^(ok)?l(?:ab|ch)\(([\d.]+) [^/]*(?:\/ ([\d.]+))?\)$/;

/** How light a computed background is, from 0 to 1; null for one that lets through what is behind it. */
export function toLightness(color: string): number | null {
  const byLightness = BY_LIGHTNESS.exec(color);
  if (byLightness) {
    const [, ok, lightness, alpha] = byLightness;
    return isSolid(alpha) ? Number(lightness) / (ok === undefined ? 100 : 1) : null;
  }
  const rgb = RGB.exec(color);
  const match = rgb ?? SRGB.exec(color);
  if (!match || !isSolid(match[4])) return null;
  const [red, green, blue] = [Number(match[1]), Number(match[2]), Number(match[3])];
  // Rec. 709 luma, without gamma: enough to tell dark from light.
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / (rgb ? 255 : 1);
}

function isSolid(alpha: string | undefined): boolean {
  return alpha === undefined || Number(alpha) >= 0.5;
}

/** Whether the page is dark behind an element, measured rather than asked: sites have themes of their own. */
export function measureTheme(element: Element): 'light' | 'dark' {
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const lightness = toLightness(getComputedStyle(node).backgroundColor);
    if (lightness !== null) return lightness < 0.43 ? 'dark' : 'light';
  }
  // Nothing is painted: the browser's own canvas shows, dark where the page allows it and the person asked for it.
  const schemes = getComputedStyle(element).colorScheme;
  if (!schemes.includes('dark')) return 'light';
  const isDark = !schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches;
  return isDark ? 'dark' : 'light';
}
