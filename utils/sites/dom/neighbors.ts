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

const getters: Partial<Record<Way, Getter>> = {};

const read = (node: Node, way: Way): Element | null =>
  (getters[way] ??= findGetter(Object.getPrototypeOf(node), way)).call(node);

/** What a form's fields answer for stands on the form itself, never on what it inherits from. */
const findGetter = (at: object, way: Way): Getter =>
  (Object.getOwnPropertyDescriptor(at, way)?.get as Getter | undefined) ??
  findGetter(Object.getPrototypeOf(at), way);
