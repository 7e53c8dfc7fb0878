/**
 * The element of a page in which an editor stands: the frame of a framed one (TinyMCE, CKEditor 4), else the editor. What
 * stands in `page` itself is in no frame of it, though that page may be in one.
 */
export function toEditorHost<E extends Element>(editable: E, page?: Document): E | HTMLElement {
  if (editable.ownerDocument === page) return editable;
  try {
    const frame = editable.ownerDocument.defaultView?.frameElement ?? null;
    return frame ? (frame as HTMLElement) : editable;
  } catch {
    return editable;
  }
}

/** True while an editor stands in the page: what was in a frame stays connected there after the frame has gone. */
export function isInPage(editable: Element): boolean {
  const isAlive = editable.isConnected && editable.ownerDocument.defaultView !== null;
  return isAlive && toEditorHost(editable).isConnected;
}
