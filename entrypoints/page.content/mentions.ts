/**
 * What this page holds for the team: which posts are mentions, in which threads, and which are teammates'
 * answers. Tells the background once about each, and keeps the answers.
 */
import { send } from '#utils/messages/send.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { Match } from '#utils/model/brand.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { now } from '#utils/platform/clock.ts';
import type { MountPoint } from '#utils/sites/adapter.ts';
import { toHash } from '#utils/text/hash.ts';
import { createBrandMatcher } from '#utils/spotting/brand-matcher.ts';
import type { BrandMatcher } from '#utils/spotting/brand-matcher.ts';
import { readThreads } from '#utils/spotting/thread-reader.ts';

/** Mentions in one message (reliability.md T11). */
const REPORT_MAX = 50;
/** After a refusal nothing is told for this long, ms: a page that floods us must not flood the background. */
const PAUSE_MS = 10_000;

type Mention = ReturnType<typeof readThreads>['mentions'][number];

/** Posts that a person has marked on this page. They outlive the adapter that reads it. */
export type Marks = Map<Element, Mark>;

interface Mark {
  mention: Mention;
  isThere(): boolean;
  /** Where its chip goes, as the session knew that marked it. */
  place?: MountPoint | null;
}

export interface MentionBookOptions {
  /** Threads whose view is new or changed. */
  onViews(threadIds: ReadonlySet<string>): void;
  /** The team has nothing of these threads any more, as after erasing. */
  onGone(threadIds: ReadonlySet<string>): void;
  onError(error: unknown): void;
  /** The post that the page's conversation began with (`SiteAdapter.findOpening`). */
  openingId?(): string | null;
  /** What was marked on this page before. */
  marks?: Marks;
}

export interface MentionBook {
  setRules(rules: PageRules): void;
  /** Reads the posts that are on the page now, in page order. */
  read(posts: readonly { element: Element; post: Post }[]): void;
  /** Teammates' posts in a thread, as the page showed them when it was read last. */
  repliesOf(threadId: string): Post[];
  /** What this post says of the team's brands. */
  matchesOf(post: Pick<Post, 'text' | 'title'>): Match[];
  /**
   * Takes a post for a mention because a person said so, as long as it stands there. False: the team has not taken it.
   * Throws what `send` throws.
   */
  mark(element: Element, mention: Mention, isThere: () => boolean): Promise<boolean>;
  threadOf(element: Element): string | undefined;
  elementOf(threadId: string): Element | undefined;
  /** Elements with a mention, in page order. */
  elements(): Iterable<[Element, string]>;
  viewOf(threadId: string): ThreadView | undefined;
  takeViews(views: readonly ThreadView[]): void;
  /** Forgets what is known of these threads. Their posts are not told again: the team has just let go of them. */
  dropViews(threadIds: readonly string[]): void;
}

/** Creates an empty book without rules: nothing is a mention until rules come. */
export function createMentionBook(options: MentionBookOptions): MentionBook {
  let matcher: BrandMatcher = createBrandMatcher([]);
  let roster: ReadonlySet<string> = new Set();
  let threads = new Map<Element, string>();
  let replies: ReturnType<typeof readThreads>['replies'] = [];
  const marks: Marks = options.marks ?? new Map();
  const views = new Map<string, ThreadView>();
  const told = new Map<string, string>();
  const toldReplies = new Set<string>();
  let pausedUntil = 0;
  let matches = new WeakMap<Post, ReturnType<BrandMatcher['match']>>();

  const remembering: Pick<BrandMatcher, 'match'> = {
    match(post) {
      const known = matches.get(post as Post);
      if (known) return known;
      const found = matcher.match(post);
      matches.set(post as Post, found);
      return found;
    },
  };

  const takeViews = (fresh: readonly ThreadView[]) => {
    for (const view of fresh) views.set(view.thread.id, view);
    if (fresh.length > 0) options.onViews(new Set(fresh.map((view) => view.thread.id)));
  };

  const tell = async (mentions: ReturnType<typeof readThreads>['mentions']) => {
    for (let from = 0; from < mentions.length; from += REPORT_MAX) {
      const part = mentions.slice(from, from + REPORT_MAX);
      takeViews(await send('mention.report', { mentions: part }));
    }
  };

  const tellReplies = async (replies: ReturnType<typeof readThreads>['replies']) => {
    for (let from = 0; from < replies.length; from += REPORT_MAX) {
      const part = replies.slice(from, from + REPORT_MAX);
      await send('reply.report', {
        replies: part.map((reply) => ({ ...reply, source: 'seen' as const })),
      });
    }
  };

  return {
    setRules(rules) {
      // Another team may ask by other rules: everything is told to it, and nothing is known from it.
      told.clear();
      toldReplies.clear();
      views.clear();
      matcher = createBrandMatcher(rules.brands);
      roster = new Set(rules.roster);
      matches = new WeakMap();
      const brandIds = new Set(rules.brands.map(({ id }) => id));
      for (const [element, { mention }] of marks) {
        if (!brandIds.has(mention.match.brandId)) marks.delete(element);
      }
    },

    read(spotted) {
      const elementOf = new Map(spotted.map(({ element, post }) => [toPostKey(post), element]));
      const found = readThreads(
        spotted.map(({ post }) => post),
        {
          matcher: remembering,
          roster,
          knownThreadIds: (id) => views.has(id),
          authorOf: (id) => views.get(id)?.thread.post.author.handle,
          openingId: options.openingId?.() ?? null,
        },
      );
      replies = found.replies;
      threads = new Map();
      for (const { threadId, post } of found.mentions) {
        const element = elementOf.get(toPostKey(post));
        if (element) threads.set(element, threadId);
      }
      const marked: Mention[] = [];
      for (const [element, { mention, isThere }] of marks) {
        if (threads.has(element) || !isThere()) marks.delete(element);
        else {
          threads.set(element, mention.threadId);
          marked.push(mention);
        }
      }
      if (now() < pausedUntil) return;
      const fresh = [...found.mentions, ...marked].filter((mention) => {
        const key = toPostKey(mention.post);
        const print = toPrint(mention);
        if (told.get(key) === print) return false;
        told.set(key, print);
        return true;
      });
      // What answers stands first: the background takes follow-ups only behind an answer.
      const below = [...found.replies, ...found.followUps];
      const freshReplies = below.filter(({ threadId, post }) => {
        const key = `${threadId} ${toPostKey(post)}`;
        if (toldReplies.has(key)) return false;
        toldReplies.add(key);
        return true;
      });
      // Mentions first: the background takes replies only to threads that it knows.
      void tell(fresh)
        .then(() => tellReplies(freshReplies))
        .catch((error: unknown) => {
          pausedUntil = now() + PAUSE_MS;
          for (const { post } of fresh) told.delete(toPostKey(post));
          for (const { threadId, post } of freshReplies) {
            toldReplies.delete(`${threadId} ${toPostKey(post)}`);
          }
          options.onError(error);
        });
    },

    matchesOf: (post) => matcher.match(post),
    async mark(element, mention, isThere) {
      marks.set(element, { mention, isThere });
      told.set(toPostKey(mention.post), toPrint(mention));
      try {
        takeViews(await send('mention.report', { mentions: [mention] }));
      } catch (error) {
        marks.delete(element);
        told.delete(toPostKey(mention.post));
        throw error;
      }
      if (!views.has(mention.threadId)) marks.delete(element);
      return views.has(mention.threadId);
    },
    repliesOf: (id) => replies.filter(({ threadId }) => threadId === id).map(({ post }) => post),
    threadOf: (element) => threads.get(element),
    elementOf(threadId) {
      for (const [element, id] of threads)
        if (id === threadId && element.isConnected) return element;
      return undefined;
    },
    elements: () => threads,
    viewOf: (threadId) => views.get(threadId),
    takeViews,
    dropViews(gone) {
      for (const threadId of gone) views.delete(threadId);
      for (const [element, { mention }] of marks) {
        if (gone.includes(mention.threadId)) marks.delete(element);
      }
      if (gone.length > 0) options.onGone(new Set(gone));
    },
  };
}

/** What of a mention is told anew when it changes. */
function toPrint({ threadId, post, match }: Mention): string {
  return toHash(`${threadId} ${match.sure} ${post.text}`);
}
