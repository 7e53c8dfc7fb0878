/**
 * Tells the team what a person does on this page: the pointer rests on a mention or the focus is in it (looking),
 * they write in its reply box (typing), or it is open while nobody moves (idle).
 */
import type { PresenceKind } from '#utils/model/thread.ts';

/** A glance while scrolling is not looking, ms. */
const RESTS_MS = 1_500;
/** Told again this often while it lasts, well below presence's end after 30 s. */
const TELL_MS = 10_000;
/** Typing outranks looking for this long after the last key, ms. */
const TYPING_MS = 15_000;
/** Without pointer, key or scroll for this long, the person is elsewhere, ms. */
const IDLE_AFTER_MS = 60_000;
/** After this long nobody is coming back to it: it is told no more, ms. Browsers slow hidden tabs down then. */
const GONE_AFTER_MS = 5 * 60_000;

export interface PresenceWatchOptions {
  doc: Document;
  now(): number;
  /** The thread of the mention that holds this node, if any. */
  threadAt(node: Element): string | undefined;
  tell(threadId: string, kind: PresenceKind): void;
}

export interface PresenceWatch {
  /** There is something in this thread's reply box, and it was written just now. */
  typed(threadId: string): void;
  /** The reply box has gone, or its reply was sent. */
  left(threadId: string): void;
  /** Tells that everything is over. */
  stop(): void;
}

/** Starts noticing. */
export function watchPresence({ doc, now, threadAt, tell }: PresenceWatchOptions): PresenceWatch {
  const stop = new AbortController();
  const told = new Map<string, PresenceKind>();
  let pointed: string | undefined;
  let rested: string | undefined;
  let written: { threadId: string; at: number } | null = null;
  let movedAt = now();
  let rest: ReturnType<typeof setTimeout> | undefined;

  const wanted = (): Map<string, PresenceKind> => {
    const kinds = new Map<string, PresenceKind>();
    const still = now() - movedAt;
    if (still >= GONE_AFTER_MS) return kinds;
    const isHere = doc.visibilityState === 'visible' && still < IDLE_AFTER_MS;
    if (rested !== undefined) kinds.set(rested, isHere ? 'looking' : 'idle');
    if (!written) return kinds;
    const isTyping = isHere && now() - written.at < TYPING_MS;
    kinds.set(written.threadId, isTyping ? 'typing' : isHere ? 'looking' : 'idle');
    return kinds;
  };

  /** Says what is new; with `again`, also what still lasts. */
  const tellNow = (again: boolean) => {
    const kinds = wanted();
    for (const threadId of told.keys()) {
      if (kinds.has(threadId)) continue;
      told.delete(threadId);
      tell(threadId, 'gone');
    }
    for (const [threadId, kind] of kinds) {
      if (!again && told.get(threadId) === kind) continue;
      told.set(threadId, kind);
      tell(threadId, kind);
    }
  };

  const turnTo = (threadId: string | undefined) => {
    if (threadId === pointed) return;
    clearTimeout(rest);
    pointed = threadId;
    rested = undefined;
    tellNow(false);
    if (threadId === undefined) return;
    rest = setTimeout(() => {
      rested = threadId;
      tellNow(false);
    }, RESTS_MS);
  };

  const endAll = () => {
    clearTimeout(rest);
    pointed = undefined;
    rested = undefined;
    written = null;
    tellNow(false);
  };

  const onMove = (event: Event) => {
    // Moves that a page makes up keep nobody present.
    if (!event.isTrusted) return;
    const wasStill = now() - movedAt >= IDLE_AFTER_MS;
    movedAt = now();
    if (wasStill) tellNow(false);
  };
  const onPoint = (event: Event) => {
    if (event.target instanceof Element) turnTo(threadAt(event.target));
  };

  const options = { capture: true, passive: true, signal: stop.signal };
  for (const type of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll']) {
    doc.addEventListener(type, onMove, options);
  }
  doc.addEventListener('pointerover', onPoint, options);
  doc.addEventListener('focusin', onPoint, options);
  doc.documentElement.addEventListener('pointerleave', () => turnTo(undefined), options);
  doc.addEventListener('visibilitychange', () => tellNow(false), options);
  doc.defaultView?.addEventListener('pagehide', endAll, options);
  const timer = setInterval(() => tellNow(true), TELL_MS);

  return {
    typed(threadId) {
      movedAt = now();
      written = { threadId, at: now() };
      tellNow(false);
    },
    left(threadId) {
      if (written?.threadId !== threadId) return;
      written = null;
      tellNow(false);
    },
    stop() {
      clearInterval(timer);
      stop.abort();
      endAll();
    },
  };
}
