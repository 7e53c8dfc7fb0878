import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { toOwnView, ownViewIds } from '#components/queue/own-views.ts';
import type { NamedId, QueueProps } from '#components/queue/queue-props.ts';
import { openDb } from '#utils/db/open.ts';
import { mirrorQueue } from '#utils/db/queue-mirror.ts';
import type { QueueEntry, QueueMirror } from '#utils/db/queue-mirror.ts';
import type { BoardFilter, BoardSort } from '#utils/model/board-view.ts';
import type { Desk } from '#utils/model/desk.ts';
import type { Intent } from '#utils/model/intents.ts';
import type { Presence } from '#utils/model/thread.ts';
import { send } from '#utils/messages/send.ts';
import { logError } from '#utils/platform/log.ts';
import { createPace, nextFrame } from '#utils/platform/pace.ts';
import {
  atMoment,
  countByPart,
  sortItems,
  toBoardTest,
  toNumbers,
  toQueueItem,
} from '#utils/queue/queue-list.ts';
import { toDeskClocks } from '#utils/queue/clocks.ts';
import type { QueueContext, QueueItem } from '#utils/queue/queue-list.ts';
import { actOnQueue } from './act-on-queue.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { useIntents } from './use-intents.ts';
import { attempt, useTeamState } from './use-team-state.ts';

/** Everything that the queue of the board shows and does; `children` and what is chosen come from the board. */
export function useQueue(): Omit<QueueProps, 'chosenId' | 'onChoose' | 'children'> {
  const db = openDb();
  const { state: team } = useTeamState();
  const localNow = useNow();
  const now = localNow + (team?.connection.clockOffset ?? 0);
  const myId = team?.me?.id ?? '';
  const [filter, setFilter] = useState<BoardFilter>(() => toOwnView('pressing', ''));
  const [sort, setSort] = useState<BoardSort>('urgent');
  const mirror = useMirror(filter.states.some((one) => one === 'settled' || one === 'setAside'));
  const desks = useLiveQuery(() => db.desks.toArray(), []);
  const members = useLiveQuery(() => db.members.toArray(), []);
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const views = useLiveQuery(() => db.boardViews.toArray(), []);
  const all = useItems(mirror, {
    now,
    desks: desks.value?.map(({ body }) => body) ?? [],
    typing: team?.presence.filter(({ kind }) => kind === 'typing') ?? [],
  });
  // In order once for all filters: what is typed only leaves rows out.
  const sorted = useMemo(() => sortItems([...all], sort), [all, sort]);
  const items = useMemo(() => sorted.filter(toBoardTest(filter)), [sorted, filter]);
  const counts = useMemo(() => countByPart(all, filter), [all, filter]);
  const openCount = useMemo(
    () => all.reduce((sum, { thread }) => sum + Number(thread.outcome === 'open'), 0),
    [all],
  );
  const numbers = useMemo(() => toNumbers(all), [all]);
  const countOf = (view: BoardFilter) => {
    const isIn = toBoardTest({ ...view, query: '' });
    return all.reduce((sum, item) => sum + Number(isIn(item)), 0);
  };
  const ownCounts = useMemo(
    () => new Map(ownViewIds.map((id) => [id as string, countOf(toOwnView(id, myId))])),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- counts what is listed in `all` alone
    [all, myId],
  );
  const teamViews = useMemo(
    () =>
      (views.value ?? [])
        .map(({ body }) => ({ view: body, count: countOf(body.filter) }))
        .sort((one, other) => one.view.name.localeCompare(other.view.name)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- counts what is listed in `all` alone
    [all, views.value],
  );
  const names = Object.fromEntries((members.value ?? []).map(({ id, body }) => [id, body.name]));
  const teammates = team?.me == null ? [] : toTeammates(members.value ?? [], myId);
  const namedDesks = toNamed(desks.value ?? []);
  const isSomething = mirror.isWhole || all.length > 0;
  return {
    now,
    items: isSomething ? items : null,
    total: mirror.isWhole ? openCount : null,
    isGrowing: !mirror.isWhole,
    isCut: mirror.isCut,
    counts,
    numbers,
    filter,
    sort,
    views: teamViews,
    ownCounts,
    brands: toNamed(brands.value ?? []),
    desks: namedDesks,
    teammates,
    myId,
    names,
    onFilter: setFilter,
    onSort: setSort,
    onAct: (ids, act) =>
      actOnQueue(
        ids.flatMap((id) => mirror.entries.get(id)?.thread ?? []),
        act,
        {
          names: { ...names, ...Object.fromEntries(namedDesks.map(({ id, name }) => [id, name])) },
        },
      ),
    onSaveView: (view) => attempt(() => send('view.save', view)),
    onRemoveView: (id) => attempt(() => send('view.remove', { id })),
  };
}

function useMirror(wantsClosed: boolean) {
  const [round, setRound] = useState(0);
  const mirror = useRef<QueueMirror | null>(null);
  useEffect(() => {
    const begun = mirrorQueue(openDb(), {
      onChange: () => setRound((last) => last + 1),
      onError: (error) => logError('threads cannot be read', error),
      giveWay: createQueuePace(),
    });
    mirror.current = begun;
    return () => begun.close();
  }, []);
  useEffect(() => {
    if (wantsClosed) mirror.current?.wantClosed();
  }, [wantsClosed]);
  return {
    entries: mirror.current?.entries ?? NO_ENTRIES,
    round,
    isWhole: mirror.current?.isWhole() ?? false,
    isCut: mirror.current?.isCut() ?? false,
  };
}

/** What is there first is drawn before the rest is read. */
function createQueuePace(): () => Promise<void> {
  const giveWay = createPace();
  let isFirst = true;
  return async () => {
    if (!isFirst) return giveWay();
    isFirst = false;
    await nextFrame();
  };
}

const NO_ENTRIES: ReadonlyMap<string, QueueEntry> = new Map();

/** Items of all entries; made once for each version of an entry, and looked at again as time goes on. */
function useItems(
  { entries, round, isWhole }: ReturnType<typeof useMirror>,
  { now, desks, typing }: { now: number; desks: readonly Desk[]; typing: readonly Presence[] },
): readonly QueueItem[] {
  const intents = useIntents(entries, isWhole ? round : null);
  const made = useRef(new WeakMap<QueueEntry, QueueItem>());
  const deskKey = JSON.stringify(desks);
  // Items know their desks: with others of these all are made anew.
  const clocks = useMemo(() => {
    made.current = new WeakMap();
    return toDeskClocks(desks);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all of the desks
  }, [deskKey]);
  const typingKey = typing
    .map(({ threadId, memberId }) => `${threadId} ${memberId}`)
    .sort()
    .join('\n');
  return useMemo(() => {
    const typists = new Map(typing.map(({ threadId, memberId }) => [threadId, memberId]));
    const context: QueueContext = {
      desks: new Set(desks.map(({ id }) => id)),
      typistOf: (id) => typists.get(id) ?? null,
      intentOf: (thread): Intent | null => thread.label?.intent ?? intents.of(thread.id),
      clockOf: clocks.of,
    };
    return [...entries.values()].map((entry) => {
      const known = made.current.get(entry);
      const item = known
        ? withIntent(atMoment(known, context, now), context.intentOf(entry.thread))
        : toQueueItem(entry, context, now);
      if (item !== known) made.current.set(entry, item);
      return item;
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the map is the same one, with other entries in it; the keys say what matters
  }, [round, now, deskKey, typingKey, intents.round]);
}

/** What a post is may be known later than the rest. */
function withIntent(item: QueueItem, intent: Intent | null): QueueItem {
  return item.intent === intent ? item : { ...item, intent };
}

function toNamed(rows: readonly { id: string; body: { name: string } }[]): NamedId[] {
  return rows
    .map(({ id, body }) => ({ id, name: body.name }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function toTeammates(rows: readonly { id: string; body: { name: string } }[], myId: string) {
  const named = toNamed(rows);
  return [...named.filter(({ id }) => id === myId), ...named.filter(({ id }) => id !== myId)];
}
