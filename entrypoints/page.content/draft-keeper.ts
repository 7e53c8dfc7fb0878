/**
 * Keeps what a person types in a site's reply box, and offers it when the box opens empty again: after a crash, a
 * reload, a take-over. It puts nothing back by itself.
 */
import type { KeptDraft } from '#utils/messages/payloads.ts';

/** Saved in the first pause of this length, ms. */
const PAUSE_MS = 400;
/** Who writes without a pause loses no more than this, ms. */
const LATEST_MS = 2_000;
/** Saved again after a failure, ms. */
const AGAIN_MS = 1_000;
// What sites put into a fresh box by themselves.
const ONLY_MENTIONS = /^\s*(?:@\S+\s*)*$/u;

export interface DraftKeeperOptions {
  now(): number;
  load(threadId: string): Promise<KeptDraft | null>;
  /** Resolves once it is kept; rejects when it may not be, as when the worker was ended meanwhile. */
  save(threadId: string, text: string): Promise<unknown>;
  forget(threadId: string): void;
  /** The offer has changed. */
  onChange(): void;
}

export interface DraftKeeper {
  /** The box of a thread was entered, and this stands in it; `isTyped`: by the person, who was in it before. */
  open(threadId: string, text: string, isTyped?: boolean): void;
  /** The person may have changed the box, and this stands in it now: keys that type nothing are told too. */
  typed(threadId: string, text: string): void;
  /** Saves what is not known to be kept: the page may end now. */
  flush(): void;
  /** Send was pressed: an empty box is the site's doing from now on, until it is proven sent or written in again. */
  sending(threadId: string): void;
  /** It was sent: nothing is kept of it. */
  sent(threadId: string): void;
  /** These threads have gone, their drafts with them: nothing of them is offered or saved any more. */
  drop(threadIds: ReadonlySet<string>): void;
  /** What may be put back into the open box. */
  offer(): KeptDraft | null;
  /** The offer was taken, or is not wanted; `isDiscarded` forgets the draft for good. */
  settleOffer(isDiscarded: boolean): void;
  close(): void;
}

/** Starts without a box. */
export function createDraftKeeper(options: DraftKeeperOptions): DraftKeeper {
  const { now } = options;
  let openId: string | null = null;
  /** What stood in the open box when it was entered; null once the person has written something else. */
  let stood: string | null = null;
  let offer: { threadId: string; draft: KeptDraft } | null = null;
  /** What is not known to be kept yet. */
  let waiting: { threadId: string; text: string; since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSave: Promise<void> = Promise.resolve();
  /** Threads whose offer was answered on this page. */
  const declined = new Set<string>();

  /** Behind a save that is under way, which must not bring back what is forgotten. */
  const forget = (threadId: string) => {
    void lastSave.then(() => options.forget(threadId));
  };

  const flush = () => {
    clearTimeout(timer);
    if (!waiting) return;
    const saved = waiting;
    if (ONLY_MENTIONS.test(saved.text)) {
      waiting = null;
      forget(saved.threadId);
      return;
    }
    lastSave = options.save(saved.threadId, saved.text).then(
      () => {
        if (waiting === saved) waiting = null;
      },
      () => {
        if (waiting === saved) timer = setTimeout(flush, AGAIN_MS);
      },
    );
  };

  /**
   * Nobody has written in the open box yet. The site may put its mentions in late: they are no words of the person
   * either, and a draft that is kept is not emptied by them.
   */
  const isUntouched = (threadId: string, text: string) =>
    threadId === openId &&
    stood !== null &&
    (text === stood || (ONLY_MENTIONS.test(stood) && ONLY_MENTIONS.test(text)));

  const stopWaiting = (threadId: string) => {
    if (waiting?.threadId !== threadId) return;
    clearTimeout(timer);
    waiting = null;
  };

  const setOffer = (next: typeof offer) => {
    if (next === offer) return;
    offer = next;
    options.onChange();
  };

  const close = () => {
    flush();
    openId = null;
    setOffer(null);
  };

  return {
    open(threadId, text, isTyped = false) {
      if (threadId !== openId) close();
      openId = threadId;
      stood = isTyped && !ONLY_MENTIONS.test(text) ? null : text;
      // Saved first: what was just emptied is not offered again.
      flush();
      if (offer || declined.has(threadId) || !ONLY_MENTIONS.test(text)) return;
      void options.load(threadId).then(
        (draft) => {
          if (draft && openId === threadId) setOffer({ threadId, draft });
        },
        // Nothing is lost: it is offered the next time.
        () => undefined,
      );
    },

    typed(threadId, text) {
      if (waiting && waiting.threadId !== threadId) flush();
      if (isUntouched(threadId, text)) return;
      stood = null;
      // Typed again or put in from the panel: there is nothing left to offer.
      if (offer && text.trim() === offer.draft.text.trim()) setOffer(null);
      if (waiting?.text === text) return;
      waiting = { threadId, text, since: waiting?.since ?? now() };
      clearTimeout(timer);
      const left = waiting.since + LATEST_MS - now();
      timer = setTimeout(flush, Math.max(0, Math.min(PAUSE_MS, left)));
    },

    flush,

    sending(threadId) {
      flush();
      if (threadId === openId) stood = '';
    },

    sent(threadId) {
      stopWaiting(threadId);
      forget(threadId);
    },

    drop(threadIds) {
      for (const threadId of threadIds) stopWaiting(threadId);
      if (offer && threadIds.has(offer.threadId)) setOffer(null);
    },

    offer: () => offer?.draft ?? null,

    settleOffer(isDiscarded) {
      if (!offer) return;
      declined.add(offer.threadId);
      if (isDiscarded) forget(offer.threadId);
      setOffer(null);
    },

    close,
  };
}
