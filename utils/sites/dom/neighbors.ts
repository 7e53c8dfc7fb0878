/**
 * What stands around a node, asked so that no form can answer instead: `<form><input name="parentElement">` makes
 * `form.parentElement` the input, in the worlds of content scripts too, and whoever climbs by it goes in circles.
 */

/** The element around a node. */
export function parentOf(node: Node): Element | null {
  return read(node, 'parentElement');
}

/** The next element beside one. */
export function nextOf(element: Element): Element | null {
  return read(element, 'nextElementSibling');
}

/** The element before one, beside it. */
export function previousOf(element: Element): Element | null {
  return read(element, 'previousElementSibling');
}

type Way = 'parentElement' | 'nextElementSibling' | 'previousElementSibling';
type Getter = (this: Node) => Element | null;

const getters = new Map<Way, Getter>();

function read(node: Node, way: Way): Element | null {
  let getter = getters.get(way);
  if (!getter) {
    // Not before it is asked for: adapters are loaded where there is no DOM, too.
    const owner = way === 'parentElement' ? Node.prototype : Element.prototype;
    getter = Object.getOwnPropertyDescriptor(owner, way)?.get as Getter | undefined;
    if (!getter) return (node as Element)[way];
    getters.set(way, getter);
  }
  return getter.call(node);
}
