/** What a board lists of the team's threads: narrowed, counted and put in order, thousands at a time. */
import type { BoardFilter, BoardSort, QueueState } from '#utils/model/board-view.ts';
import { pressingStates, queueStates } from '#utils/model/queue-states.ts';
import type { Intent } from '#utils/model/intents.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { foldAccents } from '#utils/text/tokenize.ts';
import { toQueueState, waitsSince } from './queue-state.ts';
import type { QueueThread } from './queue-state.ts';

/** When somebody should hear back; server clock, ms. */
export interface QueueClock {
  kind: 'first' | 'next';
  warnAt: number;
  dueAt: number;
}

/** One thread of the queue with what lists ask of it, made once for each version of the thread. */
export interface QueueItem {
  id: string;
  thread: Thread;
  replies: readonly Reply[];
  state: QueueState;
  /** Server clock, ms. */
  since: number;
  /** Who holds it, should answer it or left it; empty: nobody. */
  owner: string;
  /** Empty: none, or one that there is no more. */
  deskId: string;
  /** Who writes in it now. */
  typist: string | null;
  brandId: string;
  site: SiteId;
  intent: Intent | null;
  /** The clock that runs; null where nobody waits or no desk has promised anything. */
  clock: QueueClock | null;
  /** What is searched, folded. */
  words: string;
}

export interface QueueContext {
  /** Ids of the desks that there are. */
  desks: ReadonlySet<string>;
  /** Id of the teammate who writes in a thread now. */
  typistOf: (threadId: string) => string | null;
  intentOf: (thread: Thread) => Intent | null;
  clockOf: (entry: QueueThread, deskId: string) => QueueClock | null;
}

/** Makes an item at `now` (server clock, ms). */
export function toQueueItem(entry: QueueThread, context: QueueContext, now: number): QueueItem {
  const { thread, replies } = entry;
  const { post, route } = thread;
  const deskId = route?.deskId && context.desks.has(route.deskId) ? route.deskId : '';
  const typist = context.typistOf(thread.id);
  const state = toQueueState(entry, now, typist !== null);
  return {
    id: thread.id,
    thread,
    replies,
    state,
    since: waitsSince(entry),
    owner: toOwner(thread),
    typist,
    deskId,
    brandId: thread.match.brandId,
    site: post.site,
    intent: context.intentOf(thread),
    clock: state === 'settled' || state === 'setAside' ? null : context.clockOf(entry, deskId),
    words: fold(
      [
        post.author.handle,
        post.author.name,
        post.title,
        post.text,
        ...replies.map(({ text }) => text),
      ].join('\n'),
    ),
  };
}

/** The same item at another moment; the very same one where nothing is different. */
export function atMoment(item: QueueItem, context: QueueContext, now: number): QueueItem {
  const typist = context.typistOf(item.id);
  const state = toQueueState(item, now, typist !== null);
  return state === item.state && typist === item.typist ? item : { ...item, state, typist };
}

export const NO_BOARD_FILTER: BoardFilter = {
  states: [],
  brands: [],
  sites: [],
  desks: [],
  teammates: [],
  intents: [],
  query: '',
};

/** The parts of a filter that name values of an item. */
type Part = Exclude<keyof BoardFilter, 'query'>;

const valueOf: { [K in Part]: (item: QueueItem) => string | null } = {
  states: ({ state }) => state,
  brands: ({ brandId }) => brandId,
  sites: ({ site }) => site,
  desks: ({ deskId }) => deskId,
  teammates: ({ owner }) => owner,
  intents: ({ intent }) => intent,
};
const parts = Object.keys(valueOf) as Part[];

/** A test for items; made once for a filter, as it is asked of thousands. */
export function toBoardTest(filter: BoardFilter): (item: QueueItem) => boolean {
  const wanted = parts
    .filter((part) => filter[part].length > 0)
    .map((part) => ({ read: valueOf[part], values: new Set<string | null>(filter[part]) }));
  const terms = fold(filter.query).split(/\s+/u).filter(Boolean);
  return (item) =>
    wanted.every(({ read, values }) => values.has(read(item))) &&
    terms.every((term) => item.words.includes(term));
}

/** How many items each value of each part has, among those that the rest of the filter leaves. */
export type BoardCounts = Record<Part, ReadonlyMap<string, number>>;

/** Counts for every part of a filter as if that part asked nothing, so that each choice says what it would show. */
export function countByPart(items: readonly QueueItem[], filter: BoardFilter): BoardCounts {
  const rest = Object.fromEntries(
    parts.map((part) => [part, filter[part].length === 0 ? null : { ...filter, [part]: [] }]),
  ) as Record<Part, BoardFilter | null>;
  const isIn = toBoardTest(filter);
  const tests = Object.fromEntries(
    parts.map((part) => [part, rest[part] === null ? isIn : toBoardTest(rest[part])]),
  ) as Record<Part, (item: QueueItem) => boolean>;
  const counts = Object.fromEntries(parts.map((part) => [part, new Map()])) as Record<
    Part,
    Map<string, number>
  >;
  for (const item of items) {
    const isListed = isIn(item);
    for (const part of parts) {
      const value = valueOf[part](item);
      if (value === null) continue;
      if (tests[part] === isIn ? !isListed : !tests[part](item)) continue;
      counts[part].set(value, (counts[part].get(value) ?? 0) + 1);
    }
  }
  return counts;
}

const pressing: ReadonlySet<QueueState> = new Set(pressingStates);
const place = Object.fromEntries(queueStates.map((state, at) => [state, at])) as Record<
  QueueState,
  number
>;

/**
 * Puts items in order. `urgent`: what somebody must do something about before the rest; among these what is of high
 * priority, then what is due first, then what has waited longest.
 */
export function sortItems(items: QueueItem[], sort: BoardSort): QueueItem[] {
  if (sort === 'oldest') return items.sort((a, b) => a.since - b.since);
  if (sort === 'newest') return items.sort((a, b) => b.since - a.since);
  // Keys of their own, made once: ten thousand are compared more than a hundred thousand times.
  const keyed = items.map((item) => ({
    item,
    rank: toRank(item),
    dueAt: item.clock?.dueAt ?? Number.MAX_SAFE_INTEGER,
  }));
  keyed.sort((a, b) => a.rank - b.rank || a.dueAt - b.dueAt || a.item.since - b.item.since);
  return keyed.map(({ item }) => item);
}

const PRIORITY = { high: 0, low: 2 } as const;

/** State and priority in one number; smaller is sooner. */
function toRank({ state, thread }: QueueItem): number {
  const waits = pressing.has(state) ? 0 : place[state];
  const { priority } = thread.route ?? {};
  return waits * 3 + (priority === undefined ? 1 : PRIORITY[priority]);
}

/** The three numbers that a lead asks for first. */
export interface BoardNumbers {
  /** Threads in which a customer waits and nobody is at it. */
  unanswered: number;
  /** Since when the one waits that has waited longest; null: nobody does. */
  oldest: number | null;
  /** Claims that were left. */
  forgotten: number;
}

export function toNumbers(items: readonly QueueItem[]): BoardNumbers {
  let unanswered = 0;
  let oldest: number | null = null;
  let forgotten = 0;
  for (const { state, since } of items) {
    if (state === 'forgotten') forgotten += 1;
    if (!pressing.has(state)) continue;
    unanswered += 1;
    if (oldest === null || since < oldest) oldest = since;
  }
  return { unanswered, oldest, forgotten };
}

function toOwner({ claim, route, lapsed }: Thread): string {
  return claim?.memberId ?? route?.assignee ?? lapsed?.memberId ?? '';
}

/** For finding: no case, no accents, no differences of width. */
function fold(text: string): string {
  return foldAccents(text).toLowerCase();
}
