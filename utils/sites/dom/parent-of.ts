/**
 * The element around a node, asked so that no form can answer instead: `<form><input name="parentElement">` makes
 * `form.parentElement` the input, in the worlds of content scripts too, and whoever climbs by it goes in circles.
 */
export function parentOf(node: Node): Element | null {
  getParent ??= Object.getOwnPropertyDescriptor(Node.prototype, 'parentElement')?.get;
  return (getParent ? getParent.call(node) : node.parentElement) as Element | null;
}

let getParent: ((this: Node) => unknown) | undefined;
