/** Says which thread a person is looking at: the pointer rests on its post, or the focus is in it. */

/** A glance while scrolling is not looking, ms. */
const RESTS_MS = 1_500;
/** Told again this often while it lasts, well below presence's end after 30 s. */
const TELL_MS = 10_000;

export interface LookingOptions {
  doc: Document;
  /** The thread of the mention that holds this node, if any. */
  threadAt(node: Element): string | undefined;
  tell(threadId: string, kind: 'looking' | 'gone'): void;
}

/** Starts noticing; returns how to stop. */
export function noticeLooking({ doc, threadAt, tell }: LookingOptions): () => void {
  const stop = new AbortController();
  let current: string | undefined;
  let isTold = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    if (current === undefined || doc.visibilityState !== 'visible') return;
    isTold = true;
    tell(current, 'looking');
    timer = setTimeout(look, TELL_MS);
  };

  const turnTo = (threadId: string | undefined) => {
    if (threadId === current) return;
    clearTimeout(timer);
    if (current !== undefined && isTold) tell(current, 'gone');
    isTold = false;
    current = threadId;
    if (threadId !== undefined) timer = setTimeout(look, RESTS_MS);
  };

  const onPoint = (event: Event) => {
    if (event.target instanceof Element) turnTo(threadAt(event.target));
  };
  const options = { capture: true, passive: true, signal: stop.signal };
  doc.addEventListener('pointerover', onPoint, options);
  doc.addEventListener('focusin', onPoint, options);
  doc.documentElement.addEventListener('pointerleave', () => turnTo(undefined), options);
  doc.addEventListener('visibilitychange', () => turnTo(undefined), options);

  return () => {
    turnTo(undefined);
    stop.abort();
  };
}
