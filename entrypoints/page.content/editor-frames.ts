/**
 * Editors whose text stands in a frame of the same site (TinyMCE, CKEditor 4). The page hears nothing of what a person does
 * there, so it is listened to there as well, from the moment the focus goes in.
 */

/** Starts noticing; returns how to stop. `onEntered` is told of every such frame once, with what is edited in it. */
export function watchEditorFrames(
  doc: Document,
  onEntered: (win: Window, editable: HTMLElement) => void,
): () => void {
  const stop = new AbortController();
  const heard = new WeakSet<Document>();

  // The browser tells the page only that it has lost the focus; where that went is known a moment later.
  const look = () => {
    const frame = doc.activeElement;
    if (frame?.localName !== 'iframe') return;
    const inside = readFrame(frame as HTMLIFrameElement);
    const win = inside?.defaultView;
    if (!inside || !win || heard.has(inside) || !isEdited(inside)) return;
    heard.add(inside);
    onEntered(win, inside.body);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onBlur = (event: Event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(look);
  };
  doc.defaultView?.addEventListener('blur', onBlur, { passive: true, signal: stop.signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}

/** Null for a frame of another site. */
function readFrame(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

function isEdited({ designMode, body }: Document): boolean {
  return designMode === 'on' || body?.isContentEditable === true;
}
