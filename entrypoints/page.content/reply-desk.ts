/**
 * Where this page's replies are written: notices typing and sending, and puts drafts into the site's own box.
 * It looks and fills in; it never presses anything.
 */
import type { InsertResult, SendIntent } from '#utils/messages/payloads.ts';
import type { Post } from '#utils/model/post.ts';
import { insertDraft } from '#utils/editors/insert-draft.ts';
import { readDraft } from '#utils/editors/read-draft.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { createSentWatch, type SentReply } from '#utils/spotting/sent-watch.ts';
import { isInPage, toEditorHost } from '#utils/sites/dom/editor-host.ts';
import { isAtControl, toEditable } from './composer-nodes.ts';
import { copyInstead } from './copy-text.ts';
import { createLastPress } from './last-press.ts';
import { createProofWatch } from './proof-watch.ts';
import { isSendKey } from './send-key.ts';

/** A draft waits this long for its box to be opened, ms. */
const WAIT_FOR_BOX_MS = 120_000;
const WAITING = 'Press Reply on the post: your draft goes in when the box opens.';

/** The reply box that a person writes in, and the post that it answers. */
export interface OpenBox {
  element: HTMLElement;
  target: Element;
  threadId: string;
}

export interface ReplyDeskOptions {
  doc: Document;
  adapter: SiteAdapter;
  url(): URL;
  account(): string | null;
  /** True for a handle that this person is known to use here. */
  isOwnHandle(handle: string): boolean;
  postOf(element: Element): Post | undefined;
  threadOf(element: Element): string | undefined;
  elementOf(threadId: string): Element | undefined;
  /** Reads the posts again that are on the page now; posts that came just before the focus may not be threads yet. */
  readPage(): void;
  /** A person entered this box, for the first time or again; `isTyped`: it had the focus before and was written in. */
  onEntered(box: OpenBox, isTyped: boolean): void;
  /** What stands in the box may have changed; `isByPerson`: not by a script of the page. */
  onTyped(box: OpenBox, text: string, isByPerson: boolean): void;
  /** The focus went elsewhere; the box is still there. */
  onPaused(): void;
  /** The box has gone, another one was entered, or its reply was sent. */
  onLeft(box: OpenBox): void;
  /** A person pressed Send; the page may go away before the reply can be seen. */
  onIntent(threadId: string, target: Post, text: string): void;
  onSent(threadId: string, post: Post): void;
  /** A draft that waited for its box went in, or did not. */
  onInserted(result: InsertResult): void;
}

export interface ReplyDesk {
  insert(threadId: string, text: string): Promise<InsertResult>;
  /** Hears what is typed in a frame of the page as well; its editor has the focus now. */
  hearFrame(win: Window, editable: HTMLElement): void;
  /** Puts a kept draft back into the open box; null when none is open. */
  putBack(text: string): Promise<InsertResult | null>;
  /** The box that is open now. */
  box(): OpenBox | null;
  /** Goes on from what was being sent when the last page went away. Call before any post is noted. */
  resume(intent: SendIntent): void;
  /** New posts on the page: one of them may be the reply that was just sent. */
  notePosts(posts: readonly Post[]): void;
  /** The page was read anew: a box that was entered before its post was known is one now. */
  noteRead(): void;
  stop(): void;
}

/** Starts listening on the page. */
export function createReplyDesk(options: ReplyDeskOptions): ReplyDesk {
  const { doc, adapter } = options;
  const sentWatch = createSentWatch();
  const lastPress = createLastPress();
  const sentThreads = new Map<string, string>();
  const stop = new AbortController();
  let waiting: { threadId: string; text: string; until: number } | null = null;
  let box: OpenBox | null = null;
  /** The editable that has the focus below a post of no known thread. */
  let early: HTMLElement | null = null;

  const findBox = (event: Event): OpenBox | null => {
    // The page may keep its editors in open shadow roots: the path goes in, `target` does not.
    const [node] = event.composedPath();
    return node ? findBoxAt(node, event.isTrusted) : null;
  };

  const findBoxAt = (node: EventTarget, isTrusted: boolean): OpenBox | null => {
    const editable = toEditable(node, doc);
    if (!editable) return null;
    if (box && (box.element === editable || box.element.contains(editable))) return box;
    let found = toBox(editable);
    if (found || !isTrusted) return found;
    if (early !== editable) {
      // Read at once, and once: most boxes are below posts that name no brand.
      early = editable;
      options.readPage();
      found = toBox(editable);
    }
    if (!found) sentWatch.noteOther(now());
    return found;
  };

  const toBox = (element: HTMLElement): OpenBox | null => {
    const target = adapter.findReplyTarget(element, options.url());
    const threadId = target && options.threadOf(target);
    return target && threadId ? { element, target, threadId } : null;
  };

  const leave = () => {
    const left = box;
    box = null;
    if (left) options.onLeft(left);
  };

  const enter = (event: Event): OpenBox | null => {
    const found = findBox(event);
    // A page can make events too: it may change what stands in a box, but only the browser says that one was entered.
    if (!found || (found !== box && !event.isTrusted)) return null;
    return take(found, event.type);
  };

  const take = (found: OpenBox, type: string): OpenBox => {
    const isSame = found === box;
    if (!isSame) leave();
    box = found;
    early = null;
    if (!isSame || type === 'focusin') options.onEntered(found, type === 'input');
    return found;
  };

  const noteTyping = (event: Event) => {
    const found = enter(event);
    if (found) options.onTyped(found, readDraft(found.element), event.isTrusted);
  };

  const isOpen = () => box !== null && isInPage(box.element);

  const isPressed = ({ target, submitter }: SubmitEvent) =>
    lastPress.wasAt([target, submitter, box?.element]);

  const noteIntent = (event: Event) => {
    if (!box || !event.isTrusted) return;
    const target = options.postOf(box.target);
    const text = readDraft(box.element);
    if (!target || text.trim() === '') return;
    sentThreads.set(target.id, box.threadId);
    proofs.begin({ target, text, at: now() });
    options.onIntent(box.threadId, target, text);
  };

  const settle = ({ target, post }: SentReply) => {
    const threadId = sentThreads.get(target.id);
    if (waiting?.threadId === threadId) waiting = null;
    if (threadId) options.onSent(threadId, post);
    if (box?.threadId === threadId) leave();
  };
  const proofs = createProofWatch({ ...options, sentWatch, onSent: settle });

  const place = async (target: HTMLElement, text: string): Promise<InsertResult> => {
    const { outcome, advice } = await insertDraft(target, text, {
      submit: adapter.findSubmit(target),
    });
    return { outcome, advice };
  };

  /** The post's element, unless the site has put another post into it since it was read. */
  const findPost = (threadId: string): Element | undefined => {
    const element = options.elementOf(threadId);
    if (!element) return undefined;
    const isSame = adapter.readPost(element, options.url())?.id === options.postOf(element)?.id;
    return isSame ? element : undefined;
  };

  const serveWaiting = async () => {
    if (!waiting) return;
    if (waiting.until < now()) {
      waiting = null;
      return;
    }
    const element = findPost(waiting.threadId);
    const target = element && adapter.findReplyBox(element, options.url());
    if (!target) return;
    const { text } = waiting;
    waiting = null;
    // The panel cannot help any more: its click was long ago.
    options.onInserted(await copyInstead(await place(target, text), text));
  };

  const listen = (type: string, listener: (event: Event) => void, where: EventTarget = doc) =>
    where.addEventListener(type, listener, { capture: true, passive: true, signal: stop.signal });

  /** What is heard wherever an editor may stand. */
  const hearBoxes = (where: EventTarget) => {
    listen('focusin', onFocus, where);
    listen('input', noteTyping, where);
    listen('keyup', noteTyping, where);
    listen('focusout', onFocusLost, where);
    listen('keydown', onKeyDown, where);
  };
  const onFocus = (event: Event) => {
    enter(event);
    void serveWaiting();
  };
  const onFocusLost = () => {
    early = null;
    if (box && !isOpen()) leave();
    else if (box) options.onPaused();
  };
  const onKeyDown = (event: Event) => {
    const { key } = event as KeyboardEvent;
    if (key === 'Enter') lastPress.note(event);
    const isSending = isSendKey(event as KeyboardEvent, options.adapter.sendsOnEnter === true);
    if (isSending && findBox(event)) noteIntent(event);
  };

  hearBoxes(doc);
  listen('click', (event) => {
    if (isAtControl(event)) lastPress.note(event);
    const submit = box && isOpen() ? adapter.findSubmit(box.element) : null;
    if (submit && event.composedPath().includes(submit)) noteIntent(event);
  });
  listen('submit', (event) => {
    const isAround =
      box && event.target instanceof Node && event.target.contains(toEditorHost(box.element, doc));
    if (isAround && isPressed(event as SubmitEvent)) noteIntent(event);
  });
  return {
    async insert(threadId, text) {
      // The newest click counts: an older draft that still waits would go in beside this one, or after it was sent.
      waiting = null;
      const element = findPost(threadId);
      if (!element) {
        return {
          outcome: 'notFound',
          advice: 'This post is not on the page any more. Open it from the thread and try again.',
        };
      }
      const target = adapter.findReplyBox(element, options.url());
      if (target) return place(target, text);
      element.scrollIntoView({ block: 'center' });
      waiting = { threadId, text, until: now() + WAIT_FOR_BOX_MS };
      return { outcome: 'waiting', advice: WAITING };
    },

    hearFrame(win, editable) {
      hearBoxes(win);
      const found = findBoxAt(editable, true);
      if (found) take(found, 'focusin');
      void serveWaiting();
    },

    async putBack(text) {
      if (!box || !isOpen()) return null;
      // Mentions that the site has put into the fresh box begin the draft already.
      const stands = readDraft(box.element).trim();
      const rest = stands !== '' && text.startsWith(stands) ? text.slice(stands.length) : text;
      return place(box.element, rest.trim());
    },

    box: () => (isOpen() ? box : null),

    resume({ threadId, target, text, at }) {
      sentThreads.set(target.id, threadId);
      proofs.begin({ target, text, at }, true);
    },

    notePosts(posts) {
      void serveWaiting();
      if (box && !isOpen()) leave();
      const at = now();
      const account = sentWatch.awaited(at).length > 0 ? options.account() : null;
      const sent = sentWatch.noteNewPosts(posts, account, at);
      if (sent) settle(sent);
    },

    noteRead() {
      if (!early) return;
      const found = isInPage(early) ? toBox(early) : null;
      // What was written before it was known for a box was written by the person.
      if (found) take(found, readDraft(found.element).trim() === '' ? 'focusin' : 'input');
    },

    stop() {
      stop.abort();
      proofs.stop();
      early = null;
      waiting = null;
      box = null;
    },
  };
}
