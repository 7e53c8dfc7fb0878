/** The element of the page in which an editor stands: the frame of a framed one (TinyMCE, CKEditor 4), else the editor. */
export function toEditorHost<E extends Element>(editable: E): E | HTMLElement {
  try {
    const frame = editable.ownerDocument.defaultView?.frameElement ?? null;
    return frame ? (frame as HTMLElement) : editable;
  } catch {
    return editable;
  }
}
