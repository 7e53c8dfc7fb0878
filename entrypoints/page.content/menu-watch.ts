export interface MenuWatch {
  /** What a person opened the browser's menu on last. */
  target(): Element | null;
  stop(): void;
}

/** Starts noting where the browser's menu is opened. */
export function watchMenu(doc: Document): MenuWatch {
  const stop = new AbortController();
  let target: Element | null = null;
  const onMenu = (event: Event) => {
    // A page that made one of its own would have another post saved than the one that was pressed on.
    if (event.isTrusted) target = event.target instanceof Element ? event.target : null;
  };
  const { signal } = stop;
  doc.addEventListener('contextmenu', onMenu, { capture: true, passive: true, signal });
  return { target: () => target, stop: () => stop.abort() };
}
