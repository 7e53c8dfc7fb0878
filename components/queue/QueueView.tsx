import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Toast } from '#components/ui/Toast.tsx';
import { useShortcuts } from '#components/ui/use-shortcuts.ts';
import { VirtualList } from '#components/ui/VirtualList.tsx';
import { boardSorts } from '#utils/model/queue-states.ts';
import type { QueueItem } from '#utils/queue/queue-list.ts';
import { isSameView, ownViewIds, toOwnView } from './own-views.ts';
import { QueueActs, SnoozeNote } from './QueueActs.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueNumbers } from './QueueNumbers.tsx';
import { QueueRow } from './QueueRow.tsx';
import type { QueueAct, QueueProps } from './queue-props.ts';
import { RouteNote } from './RouteNote.tsx';
import { useQueueActs } from './use-queue-acts.ts';
import { queueWords as words } from './words.ts';

/** As in queue.css. */
const ROW_HEIGHT = 84;

/** The team's queue: views and filters, the list, and the chosen thread beside it. */
export function QueueView(props: QueueProps) {
  const { items, filter, chosenId, onChoose, onFilter } = props;
  const search = useRef<HTMLInputElement>(null);
  const thread = useRef<HTMLElement>(null);
  const acts = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const acting = useQueueActs(props.onAct);
  const list = items ?? [];
  const current = list.findIndex(({ id }) => id === chosenId);
  const chosen = useLastSeen(list, chosenId);
  // The focus goes with the choice where it was in the list.
  useEffect(() => {
    const focused = document.activeElement;
    if (chosenId === null || !focused?.matches('.queue-open')) return;
    const row = document.querySelector<HTMLElement>('.queue-open[aria-current="true"]');
    row?.focus({ preventScroll: true });
  }, [chosenId]);
  // What is not in the list any more is not acted upon unseen.
  const several = marked.size === 0 ? [] : list.filter(({ id }) => marked.has(id));
  useEffect(() => setMarked(new Set()), [filter]);
  // Where the chosen one was when it left the list: the next one stands there.
  const place = useRef(0);
  if (current !== -1) place.current = current;
  // Keys come faster than views are drawn: what the last one chose counts.
  const latest = useRef(chosenId);
  latest.current = chosenId;
  const move = (step: number) => {
    const from = list.findIndex(({ id }) => id === latest.current);
    const at = from === -1 ? place.current + (step > 0 ? 0 : -1) : from + step;
    const next = list[Math.min(Math.max(at, 0), list.length - 1)];
    if (!next) return;
    latest.current = next.id;
    onChoose(next.id);
  };
  const mark = (id: string | null) => {
    if (id === null) return;
    setMarked((last) => {
      const next = new Set(last);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  const reach = (nth: number) => {
    const fields = acts.current?.querySelectorAll<HTMLElement>('select');
    fields?.[nth]?.focus();
  };
  const act = async (acted: readonly QueueItem[], asked: QueueAct) => {
    const ids = acted.map(({ id }) => id);
    return acting.act(ids, asked);
  };
  const hasTeam = props.teammates.length > 0;
  useShortcuts({
    '/': () => search.current?.focus(),
    escape: () => {
      if (document.activeElement === search.current) search.current?.blur();
      else if (marked.size > 0) setMarked(new Set());
    },
    j: () => move(1),
    k: () => move(-1),
    x: () => mark(latest.current),
    u: () => acting.undo?.(),
    a: () => hasTeam && reach(0),
    d: () => props.desks.length > 0 && reach(hasTeam ? 1 : 0),
    p: () => reach(Number(hasTeam) + Number(props.desks.length > 0)),
    z: () => acts.current?.querySelector<HTMLElement>('.menu-button')?.click(),
  });
  const bar = (acted: readonly QueueItem[]) => (
    <QueueActs
      {...props}
      root={acts}
      items={acted}
      isBusy={acting.isBusy}
      canSetAside={acted === several}
      onAct={(asked) => void act(acted, asked)}
    />
  );
  return (
    <div class="queue-view" data-chosen={chosenId !== null}>
      <QueueFilters {...props} />
      <section class="queue-list" aria-label={words.threads}>
        <QueueNumbers numbers={props.numbers} now={props.now} />
        <div class="panel-search queue-search">
          <input
            ref={search}
            class="input"
            type="search"
            dir="auto"
            aria-label={words.search}
            placeholder={words.search}
            value={filter.query}
            maxLength={200}
            onInput={(event) => onFilter({ ...filter, query: event.currentTarget.value })}
          />
          <Shown {...props} />
        </div>
        {several.length === 0 ? null : (
          <div class="queue-bulk stack-small">
            <p class="row">
              <span class="grow" role="status">
                {words.chosen(several.length)}
              </span>
              {several.length < list.length ? (
                <Button tone="quiet" onPress={() => setMarked(new Set(list.map(({ id }) => id)))}>
                  {words.chooseAll(list.length)}
                </Button>
              ) : null}
              <Button tone="quiet" onPress={() => setMarked(new Set())}>
                {words.chooseNone}
              </Button>
            </p>
            {bar(several)}
          </div>
        )}
        <ErrorNote text={acting.refused} />
        {items === null ? <Spinner /> : null}
        {items !== null && list.length === 0 && !props.isGrowing ? <Empty {...props} /> : null}
        {list.length === 0 ? null : (
          <VirtualList
            label={words.threads}
            items={list}
            keyOf={(item) => item.id}
            rowHeight={ROW_HEIGHT}
            current={current}
          >
            {(item) => (
              <QueueRow
                {...props}
                item={item}
                isChosen={item.id === chosenId}
                isMarked={marked.has(item.id)}
                onChoose={() => onChoose(item.id)}
                onMark={() => mark(item.id)}
              />
            )}
          </VirtualList>
        )}
      </section>
      <section ref={thread} class="queue-thread" aria-label={words.thread}>
        {chosenId === null ? (
          <EmptyState title={words.notChosen} text={words.notChosenText} />
        ) : (
          <>
            {chosen === null || several.length > 0 ? null : (
              <header class="queue-head">
                {bar([chosen])}
                <SnoozeNote item={chosen} now={props.now} />
                <RouteNote
                  key={chosen.id}
                  item={chosen}
                  isBusy={acting.isBusy}
                  onNote={(note) => act([chosen], { kind: 'note', note })}
                />
              </header>
            )}
            {props.children}
          </>
        )}
      </section>
      <Toast
        text={acting.said}
        act={acting.undo === null ? null : { label: words.undo, onPress: acting.undo }}
        onDismiss={acting.forget}
      />
    </div>
  );
}

/** The chosen item; the one that was there last when it has just left the list, as by what was done to it. */
function useLastSeen(list: readonly QueueItem[], id: string | null): QueueItem | null {
  const last = useRef<QueueItem | null>(null);
  const found = list.find((item) => item.id === id);
  if (found) last.current = found;
  return last.current?.id === id ? last.current : null;
}

/** How many are listed, in which order, and back to all. */
function Shown({ items, total, isGrowing, isCut, filter, sort, ...props }: QueueProps) {
  const isNarrowed =
    filter.query.trim() !== '' ||
    !ownViewIds.some((id) => isSameView(filter, toOwnView(id, props.myId)));
  return (
    <div class="row queue-shown">
      <p class="grow hint" role="status">
        {items === null ? '' : words.shown(items.length, total)}
        {isGrowing ? ` · ${words.growing}` : null}
      </p>
      {isNarrowed ? (
        <Button tone="quiet" onPress={() => props.onFilter(toOwnView('pressing', props.myId))}>
          {words.clear}
        </Button>
      ) : null}
      <Select
        label={words.sort}
        value={sort}
        options={boardSorts.map((value) => ({ value, label: words.sorts[value] }))}
        onValue={props.onSort}
      />
      {isCut ? <p class="hint">{words.cut}</p> : null}
    </div>
  );
}

function Empty({ filter, myId }: QueueProps) {
  const isNarrowed =
    filter.query.trim() !== '' || !ownViewIds.some((id) => isSameView(filter, toOwnView(id, myId)));
  const kind = isNarrowed
    ? 'filtered'
    : isSameView(filter, toOwnView('pressing', myId))
      ? 'pressing'
      : 'other';
  return <EmptyState title={words.empty[kind]} text={words.emptyText[kind]} />;
}
