/** One page, from the first look to the last: watch → read → tell → show. */
import type { ChipAct } from '#components/chip/chip-act.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { ActResult, InsertResult, PageRules } from '#utils/messages/map.ts';
import { receiveInPage } from '#utils/messages/receive-in-page.ts';
import { send } from '#utils/messages/send.ts';
import type { Post } from '#utils/model/post.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { HEARTBEAT_MS } from '#utils/sync/heartbeat.ts';
import { watchPage } from '#utils/spotting/page-watcher.ts';
import { createChipBoard } from './chip-board.tsx';
import { noticeLooking } from './looking.ts';
import { createMentionBook } from './mentions.ts';
import { createNoticeBoard } from './notice.ts';
import { createReplyDesk } from './reply-desk.ts';
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
  let rules: PageRules = await send('page.hello', { site: adapter.id });
  const posts = new Map<Element, Post>();
  const ends: (() => void)[] = [];
  let menuTarget: Element | null = null;
  let isOver = false;

  const end = () => {
    if (isOver) return;
    isOver = true;
    for (const stop of ends) stop();
    chips.clear();
    notices.clear();
  };

  /** The extension was updated or removed under the page: nothing can be asked any more. */
  const onError = (error: unknown) => {
    if (error instanceof MessageError && error.code === 'gone') end();
  };

  const notices = createNoticeBoard(doc);
  const mentions = createMentionBook({ onViews: (ids) => showViews(ids), onError });

  const chips = createChipBoard({
    doc,
    adapter,
    viewOf: mentions.viewOf,
    onAct: async (threadId, act) => {
      try {
        return await carryOut(threadId, act);
      } catch (error) {
        onError(error);
        return error instanceof Error ? error.message : 'That did not work. Try again.';
      }
    },
  });

  const take = ({ view, refused }: ActResult): string | null => {
    if (view) mentions.takeViews([view]);
    return refused;
  };

  const carryOut = async (threadId: string, act: ChipAct): Promise<string | null> => {
    switch (act.kind) {
      case 'claim':
        return take(await send('thread.claim', { threadId }));
      case 'release':
        return take(await send('thread.release', { threadId }));
      case 'takeOver':
        return take(await send('thread.takeOver', { threadId }));
      case 'reopen':
        return take(await send('thread.reopen', { threadId }));
      case 'setAside':
        return take(await send('thread.setAside', { threadId, reason: act.reason }));
      case 'confirm':
        return take(await send('thread.confirm', { threadId, isUs: act.isUs }));
      case 'saveStory':
        return take(await send('story.save', { threadId, note: '', tags: [] }));
      case 'open':
        await send('panel.open', { threadId });
        return null;
      case 'copyLink': {
        const link = mentions.viewOf(threadId)?.thread.post.permalink;
        if (!link) return 'This post has no address of its own.';
        await navigator.clipboard.writeText(link);
        notices.say('Link copied.');
        return null;
      }
    }
  };

  const showViews = (threadIds: ReadonlySet<string>) => {
    if (rules.mode !== 'full' || isOver) return;
    for (const [element, threadId] of mentions.elements()) {
      if (threadIds.has(threadId)) chips.show(element, threadId);
    }
  };

  /** The page's account, else my one handle on this site. */
  const account = () => {
    const [only, ...others] = rules.myHandles;
    return adapter.findAccount(doc, url()) ?? (others.length === 0 ? (only ?? null) : null);
  };

  const desk = createReplyDesk({
    doc,
    adapter,
    url,
    account,
    postOf: (element) => posts.get(element),
    threadOf: (element) => threadOfPost(element),
    elementOf: mentions.elementOf,
    onTyping: (threadId) => tellPresence(threadId, 'typing'),
    onLeft: (threadId) => tellPresence(threadId, 'gone'),
    onSent(threadId, post) {
      send('reply.report', { replies: [{ threadId, post, source: 'sent' }] }).catch(onError);
    },
    onInserted: ({ outcome, advice }) => {
      notices.say(
        outcome === 'inserted' ? 'Your draft is in the box. Read it, then send.' : advice,
      );
    },
  });

  const tellPresence = (threadId: string, kind: 'looking' | 'typing' | 'gone') => {
    send('presence.report', { threadId, kind }).catch(onError);
  };

  /** The thread that a post belongs to: its own mention's, or that of the nearest mention above it. */
  const threadOfPost = (element: Element): string | undefined => {
    const byId = new Map([...posts].map(([node, post]) => [post.id, node]));
    const visited = new Set<Element>();
    for (let node: Element | undefined = element; node && !visited.has(node);) {
      const threadId = mentions.threadOf(node);
      if (threadId) return threadId;
      visited.add(node);
      const parentId: string | null | undefined = posts.get(node)?.parentId;
      node = parentId ? byId.get(parentId) : undefined;
    }
    return undefined;
  };

  const threadAt = (node: Element): string | undefined => {
    for (let at: Element | null = node; at; at = at.parentElement) {
      const threadId = mentions.threadOf(at);
      if (threadId) return threadId;
      if (posts.has(at)) return undefined;
    }
    return undefined;
  };

  let lastTold = '';
  const read = () => {
    for (const element of posts.keys()) if (!element.isConnected) posts.delete(element);
    const inOrder = [...posts.keys()].sort(byPosition);
    mentions.read(inOrder.flatMap((element) => toSpotted(element, posts.get(element))));
    for (const [element, threadId] of mentions.elements()) {
      if (rules.mode === 'full' && mentions.viewOf(threadId)) chips.show(element, threadId);
    }
    const threadIds = [...new Set([...mentions.elements()].map(([, threadId]) => threadId))];
    const print = JSON.stringify([threadIds, account()]);
    if (print === lastTold) return;
    lastTold = print;
    send('page.threads', { threadIds: threadIds.slice(0, 500), account: account() }).catch(onError);
  };

  let reading: ReturnType<typeof setTimeout> | undefined;
  const readSoon = () => {
    clearTimeout(reading);
    reading = setTimeout(() => !isOver && read(), GATHER_MS);
  };

  mentions.setRules(rules);
  const watch = watchPage({
    doc,
    adapter,
    url,
    isOurs,
    onPosts(batch) {
      for (const { element, post } of batch) posts.set(element, post);
      desk.notePosts(batch.map(({ post }) => post));
      readSoon();
    },
    onGone(elements) {
      for (const element of elements) {
        posts.delete(element);
        chips.remove(element);
      }
      readSoon();
    },
  });

  const stopReceiving = receiveInPage({
    async 'rules.changed'(fresh) {
      rules = fresh;
      if (rules.mode !== 'full') chips.clear();
      mentions.setRules(rules);
      read();
      return null;
    },
    async 'thread.changed'(views) {
      mentions.takeViews(views);
      return null;
    },
    async 'page.insert'({ threadId, text }): Promise<InsertResult> {
      return desk.insert(threadId, text);
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
      for (let node = menuTarget; node; node = node.parentElement) {
        const post = posts.get(node);
        if (post) return post;
      }
      return null;
    },
    async 'page.say'({ text }) {
      notices.say(text);
      return null;
    },
  });

  const beat = () => {
    if (doc.visibilityState === 'visible') send('live.beat', null).catch(onError);
  };
  const onMenu = (event: Event) => {
    menuTarget = event.target instanceof Element ? event.target : null;
  };
  doc.addEventListener('contextmenu', onMenu, { capture: true, passive: true });
  doc.addEventListener('visibilitychange', beat, { passive: true });
  const heartbeat = setInterval(beat, HEARTBEAT_MS);
  const refresh = setInterval(() => {
    if (doc.visibilityState === 'visible') read();
  }, REFRESH_MS);
  beat();

  ends.push(
    () => watch.stop(),
    stopReceiving,
    () => desk.stop(),
    noticeLooking({ doc, threadAt, tell: tellPresence }),
    () => clearInterval(heartbeat),
    () => clearInterval(refresh),
    () => clearTimeout(reading),
    () => doc.removeEventListener('contextmenu', onMenu, { capture: true }),
    () => doc.removeEventListener('visibilitychange', beat),
  );
  return end;
}

function byPosition(one: Element, other: Element): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function toSpotted(element: Element, post: Post | undefined): { element: Element; post: Post }[] {
  return post ? [{ element, post }] : [];
}
