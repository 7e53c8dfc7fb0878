/** One page, from the first look to the last: watch → read → tell → show. */
import { MessageError } from '#utils/messages/answer.ts';
import type { InsertResult, PageRules } from '#utils/messages/payloads.ts';
import { receiveInPage } from '#utils/messages/receive-in-page.ts';
import { send } from '#utils/messages/send.ts';
import type { PresenceKind } from '#utils/model/thread.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { HEARTBEAT_MS } from '#utils/sync/heartbeat.ts';
import { watchPage } from '#utils/spotting/page-watcher.ts';
import { createChipActs } from './chip-acts.ts';
import { createChipBoard } from './chip-board.tsx';
import { createClickGuard } from './click-guard/click-guard.ts';
import { startComposing } from './composing.ts';
import { createMentionBook } from './mentions.ts';
import { watchMenu } from './menu-watch.ts';
import { createNoticeBoard } from './notice.tsx';
import { createPagePosts } from './page-posts.ts';
import { watchPresence } from './presence-watch.ts';
import { isOurs } from './surface.ts';

/** Ages and leases on chips are drawn again this often, ms; sites that throw chips out get them back then too. */
const REFRESH_MS = 15_000;
/** Posts that arrive within this time are read together, ms. */
const GATHER_MS = 50;

/** Starts Hearback on a page. Returns how to end it without a trace. */
export async function startPageSession(
  doc: Document,
  adapter: SiteAdapter,
  url: () => URL,
): Promise<() => void> {
  let rules: PageRules | null = null;
  const posts = createPagePosts();
  const ends: (() => void)[] = [];
  const menu = watchMenu(doc);
  let isOver = false;

  const end = () => {
    if (isOver) return;
    isOver = true;
    for (const stop of ends) stop();
    chips.clear();
    guard.stop();
    notices.clear();
  };

  /** The extension was updated or removed under the page: nothing can be asked any more. */
  const onError = (error: unknown) => {
    if (error instanceof MessageError && error.code === 'gone') end();
  };

  const notices = createNoticeBoard(doc);
  const mentions = createMentionBook({
    onViews(threadIds) {
      showViews(threadIds);
      composing.noteViews(threadIds);
    },
    onGone(threadIds) {
      for (const [element, id] of mentions.elements()) if (threadIds.has(id)) chips.remove(element);
      composing.noteGone(threadIds);
    },
    onError,
  });

  const carryOut = createChipActs(mentions, notices);
  const guard = createClickGuard({
    doc,
    probe: async (isOn) => {
      await send('page.probe', { isOn });
    },
  });
  const chips = createChipBoard({
    doc,
    adapter,
    guard,
    viewOf: mentions.viewOf,
    onAct: async (threadId, act) => {
      try {
        return await carryOut(threadId, act);
      } catch (error) {
        onError(error);
        return error instanceof MessageError ? error.message : 'That did not work. Try again.';
      }
    },
  });

  const showViews = (threadIds: ReadonlySet<string>) => {
    if (rules?.mode !== 'full' || isOver) return;
    for (const [element, threadId] of mentions.elements()) {
      if (threadIds.has(threadId)) chips.show(element, threadId);
    }
    chips.redraw(threadIds);
  };

  /** The page's account, else my one handle on this site. */
  const account = () => {
    const [only, ...others] = rules?.myHandles ?? [];
    return adapter.findAccount(doc, url()) ?? (others.length === 0 ? (only ?? null) : null);
  };

  const tellPresence = (threadId: string, kind: PresenceKind) => {
    send('presence.report', { threadId, kind }).catch(onError);
  };

  /** The thread that a post belongs to: its own mention's, or that of the nearest mention above it. */
  const threadOfPost = (element: Element): string | undefined => {
    for (const node of posts.chainOf(element)) {
      const threadId = mentions.threadOf(node);
      if (threadId) return threadId;
    }
    return undefined;
  };

  const threadAt = (node: Element): string | undefined => {
    for (let at: Element | null = node; at; at = at.parentElement) {
      const threadId = mentions.threadOf(at);
      if (threadId) return threadId;
      if (posts.of(at)) return undefined;
    }
    return undefined;
  };

  const isOwnHandle = (handle: string) => {
    const plain = handle.replace(/^@/, '').toLowerCase();
    return account()?.toLowerCase() === plain || rules?.myHandles.includes(plain) === true;
  };
  const presence = watchPresence({ doc, now, threadAt, tell: tellPresence });
  const composing = startComposing({
    doc,
    adapter,
    url,
    account,
    mentions,
    notices,
    clickGuard: guard,
    presence,
    postOf: posts.of,
    threadOf: threadOfPost,
    isQuiet: () => rules?.mode !== 'full',
    isOwnHandle,
    readPage: () => mentions.read(posts.inOrder()),
    onError,
  });

  let lastTold = '';
  const read = () => {
    mentions.read(posts.inOrder());
    composing.noteRead();
    chips.keepOnly(mentions.threadOf);
    for (const [element, threadId] of mentions.elements()) {
      if (rules?.mode === 'full' && mentions.viewOf(threadId)) chips.show(element, threadId);
    }
    const threadIds = [...new Set([...mentions.elements()].map(([, threadId]) => threadId))];
    void tellThreads(threadIds.slice(0, 500)).catch(onError);
  };

  const tellThreads = async (threadIds: string[]) => {
    const told = { threadIds, account: account() };
    const print = JSON.stringify(told);
    if (print === lastTold) return;
    lastTold = print;
    try {
      await send('page.threads', told);
    } catch (error) {
      lastTold = '';
      if (!(error instanceof MessageError) || error.code !== 'no_hello') throw error;
      await sayHello();
      await send('page.threads', told);
      lastTold = print;
    }
  };

  const sayHello = () => send('page.hello', { site: adapter.id });

  const takeRules = (fresh: PageRules) => {
    const isSame = JSON.stringify(fresh) === JSON.stringify(rules);
    rules = fresh;
    if (isSame) return;
    if (fresh.mode !== 'full') chips.clear();
    mentions.setRules(fresh);
    read();
  };

  let reading: ReturnType<typeof setTimeout> | undefined;
  const readSoon = () => {
    // Not put off by what comes in between: on a busy page it would never be done.
    reading ??= setTimeout(() => {
      reading = undefined;
      if (!isOver) read();
    }, GATHER_MS);
  };

  // Before hello: the background speaks to pages that it knows, and forgets those that do not hear.
  const stopReceiving = receiveInPage({
    async 'rules.changed'(fresh) {
      takeRules(fresh);
      return null;
    },
    async 'thread.changed'({ views, gone }) {
      mentions.dropViews(gone);
      mentions.takeViews(views);
      return null;
    },
    async 'page.insert'({ threadId, text }): Promise<InsertResult> {
      return composing.insert(threadId, text);
    },
    async 'page.reveal'({ threadId }) {
      const element = mentions.elementOf(threadId);
      element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      return element !== undefined;
    },
    async 'page.characterRule'() {
      return adapter.characterRule(doc);
    },
    async 'page.postAtMenu'() {
      for (let node = menu.target(); node; node = node.parentElement) {
        const post = posts.of(node);
        if (post) return post;
      }
      return null;
    },
    async 'page.say'({ text }) {
      notices.say(text);
      return null;
    },
  });

  try {
    const told = await sayHello();
    // What came in between is newer.
    if (!rules) takeRules(told);
    const intent = await send('reply.intended', null);
    if (intent) composing.resume(intent);
  } catch (error) {
    stopReceiving();
    composing.stop();
    presence.stop();
    menu.stop();
    throw error;
  }
  const watch = watchPage({
    doc,
    adapter,
    url,
    isOurs,
    onPosts(batch) {
      posts.take(batch);
      composing.notePosts(batch.map(({ post }) => post));
      readSoon();
    },
    onGone(elements) {
      posts.drop(elements);
      for (const element of elements) chips.remove(element);
      readSoon();
    },
  });

  const beat = () => {
    if (doc.visibilityState === 'visible') send('live.beat', null).catch(onError);
  };
  doc.addEventListener('visibilitychange', beat, { passive: true });
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  const refresh = setInterval(() => {
    if (doc.visibilityState !== 'visible') return;
    read();
    chips.redraw(null);
  }, REFRESH_MS);
  /** Back from the browser's page cache: the tab was another page's in the meantime. */
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    lastTold = '';
    void sayHello()
      .then((told) => {
        takeRules(told);
        read();
      })
      .catch(onError);
  };
  addEventListener('pageshow', onShow);
  beat();

  ends.push(
    () => watch.stop(),
    stopReceiving,
    () => composing.stop(),
    () => presence.stop(),
    () => clearInterval(heartbeat),
    () => clearInterval(refresh),
    () => clearTimeout(reading),
    () => menu.stop(),
    () => doc.removeEventListener('visibilitychange', beat),
    () => removeEventListener('pageshow', onShow),
  );
  return end;
}
