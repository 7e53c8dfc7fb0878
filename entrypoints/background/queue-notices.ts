/** Notifications of the browser about the queue: what is due, late, left or given to somebody. */
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import { mayNotify, notify, onNoticePressed } from '#utils/platform/notify.ts';
import { createPace } from '#utils/platform/pace.ts';
import { toDeskClocks } from '#utils/queue/clocks.ts';
import { findEvents, isQuiet, mayHaveEvent } from '#utils/queue/queue-events.ts';
import type { QueueEvent, QueueEventKind, QueueWatch } from '#utils/queue/queue-events.ts';
import type { QueueThread } from '#utils/queue/queue-state.ts';
import { loadSettings } from '#utils/settings/store.ts';
import type { Services } from './services.ts';

const ID = 'queue';
const PART = 500;
/** After a long sleep only the last day is told. */
const BACK_MS = 24 * 60 * 60_000;
const WORDS_MAX = 90;

/** Looks through the queue for what has happened since the last time, and tells it in one notification. */
export async function notifyOfQueue({
  db,
  engine,
}: Pick<Services, 'db' | 'engine'>): Promise<void> {
  const { notifies } = await loadSettings();
  if (!notifies || !(await mayNotify())) return;
  const { clockOffset } = await engine.connection();
  const to = now() + clockOffset;
  const known = await loadMeta(db, 'notifiedUntil');
  if (known === undefined) return saveMeta(db, 'notifiedUntil', to);
  const clock = new Date(now());
  const minute = clock.getHours() * 60 + clock.getMinutes();
  // What happens now is told when it is no longer quiet, if it still holds.
  if (isQuiet(minute, { from: notifies.quietFrom, to: notifies.quietTo })) return undefined;
  const { memberId } = await engine.context();
  const me = (await db.members.get(memberId))?.body;
  const desks = (await db.desks.toArray()).map(({ body }) => body);
  const watch: QueueWatch = {
    from: Math.max(known, to - BACK_MS),
    to,
    memberId,
    // Alone one sees to everything.
    isLead: me === undefined || me.role !== 'member',
    clocks: toDeskClocks(desks),
  };
  const found = await findQueueEvents(db, watch);
  await saveMeta(db, 'notifiedUntil', to);
  if (found.length > 0) await notify(ID, toNotice(found));
  return undefined;
}

/** A notification leads to the board. Call synchronously at start. */
export function openBoardOnNotice(): void {
  onNoticePressed((id) => {
    if (id === ID) void browser.tabs.create({ url: browser.runtime.getURL('/board.html#threads') });
  });
}

export interface Found {
  event: QueueEvent;
  thread: Thread;
}

/** All that happened in the time watched. */
export async function findQueueEvents(db: HearbackDb, watch: QueueWatch): Promise<Found[]> {
  const giveWay = createPace();
  const found: Found[] = [];
  let since = -Infinity;
  const seen = new Set<string>();
  for (;;) {
    const rows = await db.threads
      .where('[outcome+seenAt]')
      .between(['open', since], ['open', Infinity])
      .limit(PART + seen.size)
      .toArray();
    const fresh = rows.filter(({ id }) => !seen.has(id));
    const candidates = fresh
      .map(({ body }) => body)
      .filter((thread) => mayHaveEvent({ thread }, watch));
    for (const entry of await withReplies(db, candidates)) {
      for (const event of findEvents(entry, watch)) found.push({ event, thread: entry.thread });
    }
    if (rows.length < PART + seen.size) return found;
    since = rows.at(-1)?.seenAt ?? Infinity;
    seen.clear();
    for (const { id, seenAt } of rows) if (seenAt === since) seen.add(id);
    await giveWay();
  }
}

async function withReplies(db: HearbackDb, threads: readonly Thread[]): Promise<QueueThread[]> {
  const replies = new Map<string, Reply[]>(threads.map(({ id }) => [id, []]));
  const rows = await db.replies
    .where('threadId')
    .anyOf([...replies.keys()])
    .toArray();
  for (const { body } of rows) replies.get(body.threadId)?.push(body);
  return threads.map((thread) => ({
    thread,
    replies: (replies.get(thread.id) ?? []).sort((one, other) => one.at - other.at),
  }));
}

/** The worst first. */
const order: readonly QueueEventKind[] = ['breached', 'escalated', 'warned', 'left', 'forMe'];

const one: Record<QueueEventKind, string> = {
  breached: 'A customer should have heard back',
  escalated: 'A claim was left half an hour ago',
  warned: 'A customer should hear back soon',
  left: 'Your claim has run out',
  forMe: 'A thread is for you',
};
const many: Record<QueueEventKind, (count: number) => string> = {
  breached: (count) => `${count} customers should have heard back`,
  escalated: (count) => `${count} claims were left half an hour ago`,
  warned: (count) => `${count} customers should hear back soon`,
  left: (count) => `${count} of your claims have run out`,
  forMe: (count) => `${count} threads are for you`,
};

/** One notification of all: the worst as its title, the rest in a line. */
export function toNotice(found: readonly Found[]): { title: string; text: string } {
  const groups = order.flatMap((kind) => {
    const some = found.filter(({ event }) => event.kind === kind);
    return some.length === 0 ? [] : [{ kind, some }];
  });
  const [first, ...rest] = groups;
  if (!first) return { title: '', text: '' };
  const others = rest.map(({ kind, some }) => say(kind, some.length));
  const [thread] = first.some.length === 1 ? first.some : [];
  const about = thread ? [toWords(thread.thread)] : [];
  return { title: say(first.kind, first.some.length), text: [...about, ...others].join('. ') };
}

function say(kind: QueueEventKind, count: number): string {
  return count === 1 ? one[kind] : many[kind](count);
}

function toWords({ post }: Thread): string {
  const text = (post.text || (post.title ?? '')).replaceAll(/\s+/gu, ' ').trim();
  const words = [...text].slice(0, WORDS_MAX).join('');
  return `${post.author.handle}: ${words}${words.length < text.length ? '…' : ''}`;
}
