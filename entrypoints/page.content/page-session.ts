/** One page, from the first look to the last: watch → read → tell → show. */
import { MessageError } from '#utils/messages/answer.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import { receiveInPage } from '#utils/messages/receive-in-page.ts';
import { send } from '#utils/messages/send.ts';
import { isBlindPage } from '#utils/model/blind-page.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { PresenceKind } from '#utils/model/thread.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { HEARTBEAT_MS } from '#utils/sync/heartbeat.ts';
import { watchPage } from '#utils/spotting/page-watcher.ts';
import { createChipActs } from './chip-acts.ts';
import { createChipBoard } from './chip-board.tsx';
import { createClickGuard } from './click-guard/click-guard.ts';
import { startComposing } from './composing.ts';
import { watchHealth } from './health-watch.ts';
import { createMarkingDesk } from './marking-desk.ts';
import { createMentionBook } from './mentions.ts';
import type { Marks } from './mentions.ts';
import { createMending } from './mending.ts';
import { watchMenu } from './menu-watch.ts';
import { createNoticeBoard, silentBoard } from './notice.tsx';
import { createPageAnswers } from './page-answers.ts';
import { createOwnAccount } from './own-account.ts';
import { createPageHello } from './page-hello.ts';
import { createPagePosts } from './page-posts.ts';
import { watchPresence } from './presence-watch.ts';
import { isOurs } from './surface.ts';
import { createTeachingDesk } from './teaching-desk.ts';
import { createThreadFinder } from './thread-finder.ts';

/** Ages and leases on chips are drawn again this often, ms; sites that throw chips out get them back then too. */
const REFRESH_MS = 15_000;
/** Posts that arrive within this time are read together, ms. */
const GATHER_MS = 50;

export interface PageSessionOptions {
  /** The site that the page is of, where another adapter than its own reads it. */
  ownSite?: SiteId;
  /** It stands in a frame, which cannot know what covers it: nothing is added to the page. */
  isFramed?: boolean;
  /** What a person has marked on this page; what is marked from now on is kept there for the next session. */
  marks?: Marks;
  /** The adapter sees nothing where there should be posts. */
  onBlind?(): void;
  /** Where another adapter than the site's own reads: what the team has mended of that one. */
  onOwnMended?(selectors: PageRules['selectors']): void;
  /** The page shows another address. */
  onMoved?(): void;
  /** Comes now and then while the page is looked at. */
  onTick?(): void;
}

/** Starts Hearback on a page. Returns how to end it without a trace. Throws, without a trace, when it cannot start. */
export async function startPageSession(
  doc: Document,
  adapter: SiteAdapter,
  url: () => URL,
  options: PageSessionOptions = {},
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
    for (const [element, mark] of marks) mark.place = findPlace(element);
    chips.clear();
    guard.stop();
    notices.clear();
    marking.clear();
  };

  /** The extension was updated or removed under the page: nothing can be asked any more. */
  const onError = (error: unknown) => {
    if (error instanceof MessageError && error.code === 'gone') end();
  };

  const { isFramed = false, ownSite = adapter.id, marks = new Map() } = options;
  const notices = isFramed ? silentBoard : createNoticeBoard(doc);
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
    openingId: () => adapter.findOpening?.(doc, url()) ?? null,
    marks,
  });

  const page = { doc, adapter, url, mentions, notices, onError };
  const marking = createMarkingDesk({
    ...page,
    posts,
    rules: () => rules,
    onMarked: () => readSoon(),
  });
  const findPlace = (element: Element) =>
    marking.mountPoint(element) ?? marks.get(element)?.place ?? adapter.mountPoint(element);
  const carryOut = createChipActs(mentions, notices);
  const guard = createClickGuard({
    doc,
    probe: async (isOn) => {
      await send('page.probe', { isOn });
    },
  });
  const chips = createChipBoard({
    doc,
    mountPoint: findPlace,
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

  const { account, isOwnHandle } = createOwnAccount({ adapter, doc, url, rules: () => rules });

  const tellPresence = (threadId: string, kind: PresenceKind) => {
    send('presence.report', { threadId, kind }).catch(onError);
  };

  const { threadOfPost, threadAt } = createThreadFinder(posts, mentions);
  const presence = watchPresence({ doc, now, threadAt, tell: tellPresence });
  const composing = startComposing({
    ...page,
    account,
    clickGuard: guard,
    presence,
    postOf: posts.of,
    threadOf: threadOfPost,
    isQuiet: () => rules?.mode !== 'full',
    isOwnHandle,
    readPage: () => mentions.read(posts.inOrder()),
  });

  const { hello, tellThreads, forget } = createPageHello(adapter.id, ownSite, account);
  let telling: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    if (isOver) return;
    mentions.read(posts.inOrder());
    composing.noteRead();
    chips.keepOnly(mentions.threadOf);
    for (const [element, threadId] of mentions.elements()) {
      if (rules?.mode === 'full' && mentions.viewOf(threadId)) chips.show(element, threadId);
    }
    // In a turn of its own: to find no account on a huge page is work as well.
    clearTimeout(telling);
    telling = setTimeout(() => {
      const threadIds = new Set([...mentions.elements()].map(([, threadId]) => threadId));
      void tellThreads([...threadIds]).catch(onError);
    }, 0);
  };

  let lookAnew = () => {};
  const mend = createMending(adapter, doc, () => lookAnew());

  const takeRules = (told: PageRules) => {
    if (isOver) return;
    const fresh: PageRules = isFramed ? { ...told, mode: 'quiet' } : told;
    const isSame = JSON.stringify(fresh) === JSON.stringify(rules);
    rules = fresh;
    if (isSame) return;
    mend(fresh.selectors);
    if (fresh.mode !== 'full') chips.clear();
    mentions.setRules(fresh);
    read();
    // At the end, because this session may be over then.
    if (fresh.ownSelectors) options.onOwnMended?.(fresh.ownSelectors);
  };

  let reading: ReturnType<typeof setTimeout> | undefined;
  const readSoon = () => {
    // Not put off by what comes in between: on a busy page it would never be done.
    reading ??= setTimeout(() => {
      reading = undefined;
      read();
    }, GATHER_MS);
  };

  const teaching = createTeachingDesk(doc);
  // Before hello: the background speaks to pages that it knows, and forgets those that do not hear.
  const stopReceiving = receiveInPage(
    createPageAnswers({ ...page, composing, menu, posts, marking, teaching, takeRules }),
  );
  ends.push(
    stopReceiving,
    () => composing.stop(),
    () => presence.stop(),
    () => menu.stop(),
    () => teaching.stop(),
    () => clearTimeout(reading),
    () => clearTimeout(telling),
  );

  try {
    const told = await hello();
    // What came in between is newer.
    if (!rules) takeRules(told);
    const intent = await send('reply.intended', null);
    if (intent) composing.resume(intent);
  } catch (error) {
    end();
    throw error;
  }
  // The extension may have gone in between.
  if (isOver) return end;

  const beginHealth = () =>
    watchHealth({
      ...page,
      onMoved: () => options.onMoved?.(),
      tell(counted) {
        send('site.health', counted).catch(onError);
        if (isBlindPage(adapter.id, counted)) options.onBlind?.();
      },
    });
  let health = beginHealth();
  const watch = watchPage({
    ...page,
    isOurs,
    onMoved: () => health.look(),
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
  health.look();
  lookAnew = () => {
    watch.rescan();
    // What was counted before says nothing of these selectors.
    health.stop();
    health = beginHealth();
    health.look();
  };

  const beat = () => {
    if (doc.visibilityState === 'visible') send('live.beat', null).catch(onError);
  };
  doc.addEventListener('visibilitychange', beat, { passive: true });
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  const refresh = setInterval(() => {
    if (doc.visibilityState !== 'visible') return;
    health.look();
    if (!isOver) options.onTick?.();
    // Another session may have taken the page over.
    if (isOver) return;
    read();
    chips.redraw(null);
  }, REFRESH_MS);
  /** Back from the browser's page cache: the tab was another page's in the meantime. */
  const onShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    forget();
    void hello().then(takeRules).then(read).catch(onError);
  };
  addEventListener('pageshow', onShow);
  beat();

  ends.push(
    () => watch.stop(),
    () => health.stop(),
    () => clearInterval(heartbeat),
    () => clearInterval(refresh),
    () => doc.removeEventListener('visibilitychange', beat),
    () => removeEventListener('pageshow', onShow),
  );
  return end;
}
