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
    getter = findGetter(node, way);
    if (!getter) return (node as Element)[way];
    getters.set(way, getter);
  }
  return getter.call(node);
}

/** What a form's fields answer for stands on the form itself, never on what it inherits from. */
function findGetter(node: Node, way: Way): Getter | undefined {
  for (let at: unknown = Object.getPrototypeOf(node); at; at = Object.getPrototypeOf(at)) {
    const getter = Object.getOwnPropertyDescriptor(at, way)?.get;
    if (getter) return getter as Getter;
  }
  return undefined;
}
