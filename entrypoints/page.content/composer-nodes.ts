/** What a node of a composer is: something to write in, or something to press. */

const CONTROL =
  'button, [role="button"], input[type="submit"], input[type="button"], input[type="image"]';

/** True for a click on something to press; one into the box is no wish to send. */
export function isAtControl(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(CONTROL));
}

/** What is edited at a node; all of a frame's editor is its body. Nodes of a frame are of no class of this page. */
export function toEditable(node: EventTarget, doc: Document): HTMLElement | null {
  if (!('nodeType' in node)) return null;
  const element = node as HTMLElement | Document;
  const owner =
    element.nodeType === Node.DOCUMENT_NODE ? (element as Document) : element.ownerDocument;
  if (owner && owner !== doc) return owner.body;
  return element instanceof HTMLElement && isEditable(element) ? element : null;
}

/** Buttons of a composer take the focus and stand in a reply form too, but nothing is written in them. */
function isEditable(element: HTMLElement): boolean {
  return (
    element.isContentEditable || element.matches('textarea, input[type="text"], input:not([type])')
  );
}
