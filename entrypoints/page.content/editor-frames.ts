/**
 * Editors whose text stands in a frame of the same site (TinyMCE, CKEditor 4). The page hears nothing of what a person
 * does there, so it is listened to there as well, from the moment the focus goes in.
 *
 * Such editors write the document of their frame anew (CKEditor 4 with every text that it is given), and
 * `document.open` takes all listeners from its window. Whether ours are still there is therefore asked of the window
 * itself, each time.
 */

/**
 * Starts noticing; returns how to stop. `onEntered` is told of a frame's window, with what is edited in it, whenever
 * nothing listens there yet or any more.
 */
export function watchEditorFrames(
  doc: Document,
  onEntered: (win: Window, editable: HTMLElement) => void,
): () => void {
  const stop = new AbortController();
  const passive = { passive: true, signal: stop.signal };
  // A name that no page can guess and listen for.
  const probe = crypto.randomUUID();
  let isHeard = false;
  const onProbe = () => {
    isHeard = true;
  };
  const hears = (win: Window) => {
    isHeard = false;
    win.dispatchEvent(new Event(probe));
    return isHeard;
  };

  const look = () => {
    const frame = doc.activeElement;
    if (frame?.localName !== 'iframe') return;
    const inside = readFrame(frame as HTMLIFrameElement);
    const win = inside?.defaultView;
    if (!inside || !win) return;
    // Its document may come, or be replaced, while the focus stays in it.
    frame.addEventListener('load', lookSoon, passive);
    if (!isEdited(inside) || hears(win)) return;
    win.addEventListener(probe, onProbe, passive);
    // From one frame to the next the page itself loses nothing.
    win.addEventListener('blur', lookSoon, passive);
    onEntered(win, inside.body);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The browser tells a window only that it has lost the focus; where that went is known a moment later.
  const lookSoon = (event: Event) => {
    if (!event.isTrusted) return;
    clearTimeout(timer);
    timer = setTimeout(look);
  };
  doc.defaultView?.addEventListener('blur', lookSoon, passive);
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

/** While a document is written anew, it has no body. */
function isEdited({ designMode, body }: Document): boolean {
  return (designMode === 'on' && body !== null) || body?.isContentEditable === true;
}
