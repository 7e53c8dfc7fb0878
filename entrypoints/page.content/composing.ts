/** Everything at the site's own reply boxes: the guard before sending, kept drafts, my claim while I write. */
import { readDraft } from '#utils/editors/read-draft.ts';
import type { InsertResult, SendIntent, SendProof } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';
import { now } from '#utils/platform/clock.ts';
import { toEditorHost } from '#utils/sites/dom/editor-host.ts';
import { createBoxNotice } from './box-notice.tsx';
import { noticeWords, toBoxItems } from './box-words.ts';
import { NOT_SURE } from './click-guard/click-guard.ts';
import type { ClickGuard } from './click-guard/click-guard.ts';
import { createClaimDesk } from './claim-desk.ts';
import { copyInstead } from './copy-text.ts';
import { createDoubleWatch } from './double-watch.ts';
import { createAdviceDesk } from './draft-advice.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { watchEditorFrames } from './editor-frames.ts';
import type { MentionBook } from './mentions.ts';
import type { NoticeBoard } from './notice.tsx';
import { findConflicts } from './page-conflicts.ts';
import type { PresenceWatch } from './presence-watch.ts';
import { watchPresses } from './press-watch.ts';
import { createReplyDesk } from './reply-desk.ts';
import type { ReplyDesk, ReplyDeskOptions } from './reply-desk.ts';
import { createSendGuard } from './send-guard.ts';

/** Longest draft that is kept, as in the message. */
const DRAFT_MAX = 20_000;
/** Ages in a notice are drawn again this often, ms. */
const REDRAW_MS = 5_000;

export interface ComposingOptions extends Pick<
  ReplyDeskOptions,
  'doc' | 'adapter' | 'url' | 'account' | 'postOf' | 'threadOf' | 'readPage'
> {
  mentions: Pick<MentionBook, 'viewOf' | 'takeViews' | 'repliesOf' | 'elementOf'>;
  notices: NoticeBoard;
  clickGuard: ClickGuard;
  presence: Pick<PresenceWatch, 'typed' | 'left'>;
  /** Nothing may be added to this page. */
  isQuiet(): boolean;
  isOwnHandle(handle: string): boolean;
  onError(error: unknown): void;
}

export interface Composing {
  insert(threadId: string, text: string): Promise<InsertResult>;
  resume(intent: SendIntent): void;
  notePosts: ReplyDesk['notePosts'];
  noteRead: ReplyDesk['noteRead'];
  /** What is known of these threads is new. */
  noteViews(threadIds: ReadonlySet<string>): void;
  /** The team has nothing of these threads any more: nothing is said, offered or kept of them. */
  noteGone(threadIds: ReadonlySet<string>): void;
  stop(): void;
}

/** Starts watching the reply boxes of a page. */
export function startComposing(options: ComposingOptions): Composing {
  const { doc, adapter, mentions, notices, onError } = options;
  const stop = new AbortController();
  const proofs = new Map<string, SendProof>();
  const advice = createAdviceDesk(() => draw());

  const tell = (told: Promise<unknown>) => {
    told.catch(onError);
  };

  const conflictsOf = (threadId: string) =>
    findConflicts(mentions, threadId, options.isOwnHandle, now());

  const doubles = createDoubleWatch({ conflictsOf, isQuiet: options.isQuiet, notices });

  const guard = createSendGuard({
    now,
    async ask(threadId, phase) {
      try {
        return await send('reply.guard', { threadId, phase });
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    take({ view }) {
      if (view) mentions.takeViews([view]);
    },
    conflictsOf,
    isQuiet: options.isQuiet,
    onChange: () => draw(),
    onUnanswered() {
      if (!options.isQuiet()) notices.say(noticeWords.unanswered, { isUrgent: true });
    },
  });

  const drafts = createDraftKeeper({
    now,
    load: (threadId) => send('draft.load', { threadId }),
    async save(threadId, text) {
      try {
        const told = await send('draft.save', { threadId, text: text.slice(0, DRAFT_MAX) });
        if (desk.box()?.threadId === threadId) advice.take(told);
      } catch (error) {
        onError(error);
        throw error;
      }
    },
    forget: (threadId) => tell(send('draft.forget', { threadId })),
    onChange: () => draw(),
  });

  const boxNotice = createBoxNotice({
    doc,
    guard: options.clickGuard,
    onEscape() {
      guard.dismiss();
      claims.dismiss();
      drafts.settleOffer(false);
    },
    onRefused: () => notices.say(NOT_SURE),
  });
  const isVisible = (element: HTMLElement) => {
    const { width, height } = toEditorHost(element, doc).getBoundingClientRect();
    return doc.visibilityState === 'visible' && width > 0 && height > 0;
  };

  const claims = createClaimDesk({
    ...options,
    box: () => desk.box(),
    isVisible,
    onChange: () => draw(),
  });

  const draw = () => {
    const box = desk?.box();
    if (!box || options.isQuiet()) {
      boxNotice.clear();
      return;
    }
    const news = claims.news(box.threadId);
    const state = {
      warning: guard.warning(),
      claimNews: news?.what ?? null,
      refusal: news?.refusal ?? null,
      offer: drafts.offer(),
      advice: advice.shown(),
    };
    const submit = adapter.findSubmit(box.element);
    boxNotice.show(toEditorHost(box.element, doc), submit, toBoxItems(state, acts, now()));
    if (isVisible(box.element)) guard.noteShown();
  };

  const acts = {
    dismissWarning: () => guard.dismiss(),
    dismissClaimNews: () => claims.dismiss(),
    claim: () => claims.claim(),
    putBack() {
      const draft = drafts.offer();
      if (draft) void putBack(draft.text).catch(onError);
    },
    discard: () => drafts.settleOffer(true),
    dismissAdvice: advice.dismiss,
  };

  const putBack = async (text: string) => {
    const tried = await desk.putBack(text);
    if (!tried) return;
    const result = await copyInstead(tried, text);
    if (result.outcome !== 'inserted') notices.say(result.advice);
    if (result.outcome !== 'failed') drafts.settleOffer(false);
  };

  const desk = createReplyDesk({
    ...options,
    elementOf: mentions.elementOf,
    onEntered({ threadId, element }, isTyped) {
      options.readPage();
      guard.open(threadId);
      drafts.open(threadId, readDraft(element), isTyped);
      draw();
    },
    onTyped({ threadId }, text, isByPerson) {
      if (text.trim() === '' && !isByPerson) return;
      claims.touch();
      drafts.typed(threadId, text);
      guard.typed();
      claims.keep();
      if (text.trim() !== '') options.presence.typed(threadId);
    },
    onPaused: () => drafts.flush(),
    onLeft({ threadId }) {
      advice.take([]);
      guard.open(null);
      drafts.close();
      options.presence.left(threadId);
      draw();
    },
    onIntent(threadId, target, text) {
      drafts.sending(threadId);
      const fence = claims.fenceOf(threadId);
      const proof = { ...guard.proof(), ...(fence === undefined ? {} : { fence }) };
      proofs.set(threadId, proof);
      tell(send('reply.intend', { threadId, target, text, proof }));
    },
    onSent(threadId, post) {
      drafts.sent(threadId);
      const { fence, guard: known } = proofs.get(threadId) ?? {};
      proofs.delete(threadId);
      const windowMs = known ? Math.max(0, now() - known.since) : 0;
      const reply = {
        threadId,
        post,
        source: 'sent' as const,
        ...(fence === undefined ? {} : { fence }),
        ...(known ? { guard: { found: known.found, windowMs } } : {}),
      };
      tell(send('reply.report', { replies: [reply] }));
      doubles.noteAnswered(threadId);
    },
    onInserted({ outcome, advice }) {
      notices.say(outcome === 'inserted' ? noticeWords.inserted : advice);
    },
  });

  const presses = watchPresses({
    sendsOnEnter: adapter.sendsOnEnter === true,
    now,
    findSubmit() {
      const box = desk.box();
      return box && adapter.findSubmit(box.element);
    },
    isInBox(event) {
      const box = desk.box()?.element;
      if (!box) return false;
      const isAround =
        event.target instanceof Node && event.target.contains(toEditorHost(box, doc));
      return event.type === 'submit' ? isAround : event.composedPath().includes(box);
    },
    onNear() {
      options.readPage();
      guard.near();
    },
    mayPass() {
      options.readPage();
      return guard.press();
    },
  });

  presses.hear(doc.defaultView ?? window);
  const stopFrames = watchEditorFrames(doc, (win, editable) => {
    presses.hear(win);
    desk.hearFrame(win, editable);
  });

  const signal = { signal: stop.signal };
  const flush = () => drafts.flush();
  doc.addEventListener('visibilitychange', flush, signal);
  doc.addEventListener('visibilitychange', draw, signal);
  // Before anything is taken apart: what a page says while it is hidden for good may not arrive any more.
  doc.defaultView?.addEventListener('beforeunload', flush, signal);
  doc.defaultView?.addEventListener('blur', flush, signal);
  const timer = setInterval(() => {
    const box = desk.box();
    if (!box) return;
    claims.keep();
    claims.look(box.threadId);
    draw();
  }, REDRAW_MS);

  return {
    insert: desk.insert,
    resume(intent) {
      proofs.set(intent.threadId, intent.proof);
      desk.resume(intent);
    },
    notePosts: desk.notePosts,
    noteRead: desk.noteRead,
    noteViews(threadIds) {
      for (const threadId of threadIds) {
        claims.look(threadId);
        doubles.look(threadId);
      }
      guard.look();
    },
    noteGone(threadIds) {
      drafts.drop(threadIds);
      claims.drop(threadIds);
      draw();
    },
    stop() {
      clearInterval(timer);
      stop.abort();
      presses.stop();
      stopFrames();
      desk.stop();
      drafts.close();
      guard.open(null);
      boxNotice.clear();
    },
  };
}
