/**
 * Whether a button lies on top, by hit tests. For browsers that do not vouch for it themselves (see sight.ts). What
 * lets pointers through answers to no hit test, so the page must have been made to answer (`page.probe`) before.
 */

/** Points along each side of the test grid. */
const GRID = 5;
/** Points stay this far inside the edge, px. */
const INSET = 2;

/** True when at every point of a grid over the button nothing painted lies above it. */
export function isOnTop(button: Element, host: Element, isOurs: (node: Node) => boolean): boolean {
  const root = button.getRootNode();
  if (!(root instanceof ShadowRoot)) return false;
  const box = button.getBoundingClientRect();
  const middle = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (!button.contains(middle)) return false;
  for (const [x, y] of toGrid(box)) {
    // Beside a round corner stands what the button lies on, which is ours too; where nothing stands it is clipped.
    if (!root.elementFromPoint(x, y)) return false;
    if (!isTopmost(host, x, y, isOurs)) return false;
  }
  return !isUnderInert(box, host);
}

function toGrid({ left, top, width, height }: DOMRect): [number, number][] {
  const points: [number, number][] = [];
  for (let row = 0; row < GRID; row += 1) {
    for (let column = 0; column < GRID; column += 1) {
      points.push([
        left + INSET + ((width - 2 * INSET) * column) / (GRID - 1),
        top + INSET + ((height - 2 * INSET) * row) / (GRID - 1),
      ]);
    }
  }
  return points;
}

/** In the host's own tree, and in every tree around it. */
function isTopmost(host: Element, x: number, y: number, isOurs: (node: Node) => boolean): boolean {
  for (let element = host; ;) {
    const tree = element.getRootNode();
    if (!(tree instanceof Document || tree instanceof ShadowRoot)) return false;
    for (const above of tree.elementsFromPoint(x, y)) {
      if (above === element) break;
      // An ancestor stands above its child only by its ::before or ::after.
      if (!isOurs(above) && isPainted(above, x, y)) return false;
    }
    if (tree instanceof Document) return true;
    element = tree.host;
  }
}

const replaced = 'img, video, canvas, svg, svg *, iframe, embed, object, input, textarea, select';

function isPainted(element: Element, x: number, y: number): boolean {
  if (getComputedStyle(element).opacity === '0') return false;
  if (element.matches(replaced) || hasTextAt(element, x, y)) return true;
  if (hasPaint(getComputedStyle(element))) return true;
  if (
    element.matches(':modal, :popover-open') &&
    hasPaint(getComputedStyle(element, '::backdrop'))
  ) {
    return true;
  }
  return ['::before', '::after'].some((pseudo) => {
    const style = getComputedStyle(element, pseudo);
    if (style.content === 'none' || style.content === 'normal') return false;
    return hasPaint(style) || /[^"'\s]/u.test(style.content);
  });
}

function hasPaint(style: CSSStyleDeclaration): boolean {
  const hasBorder = ['Top', 'Right', 'Bottom', 'Left'].some(
    (side) =>
      style.getPropertyValue(`border-${side.toLowerCase()}-width`) !== '0px' &&
      isInk(style.getPropertyValue(`border-${side.toLowerCase()}-color`)),
  );
  return (
    isInk(style.backgroundColor) ||
    style.backgroundImage !== 'none' ||
    style.boxShadow.includes('inset') ||
    (style.backdropFilter ?? 'none') !== 'none' ||
    hasBorder
  );
}

function isInk(color: string): boolean {
  return color !== 'transparent' && !/^rgba\(.*, 0\)$|\/ 0\)$/u.test(color);
}

function hasTextAt(element: Element, x: number, y: number): boolean {
  const range = element.ownerDocument.createRange();
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || node.nodeValue?.trim() === '') continue;
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left <= x && x <= right && top <= y && y <= bottom) return true;
    }
  }
  return false;
}

/** Nothing inert answers to a hit test, made to or not. */
function isUnderInert(box: DOMRect, host: Element): boolean {
  for (const element of host.ownerDocument.querySelectorAll('[inert], [inert] *')) {
    if (element.contains(host)) continue;
    const other = element.getBoundingClientRect();
    const isApart =
      other.right <= box.left ||
      other.left >= box.right ||
      other.bottom <= box.top ||
      other.top >= box.bottom;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (
      !isApart &&
      getComputedStyle(element).visibility === 'visible' &&
      isPainted(element, x, y)
    ) {
      return true;
    }
  }
  return false;
}
