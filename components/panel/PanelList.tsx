import { useEffect, useRef } from 'preact/hooks';
import { matchesQuery, hasAllWords } from '#components/thread/matches-query.ts';
import { isClaimable } from '#components/thread/status-words.ts';
import { ThreadList } from '#components/thread/ThreadList.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Tabs, toTabPanel, type Tab } from '#components/ui/Tabs.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { DoubledList } from './DoubledList.tsx';
import { PanelEmpty } from './PanelEmpty.tsx';
import type { PanelProps, PanelTab, StoryItem } from './panel-props.ts';
import { StoryList } from './StoryList.tsx';
import { TeachEntry } from './TeachEntry.tsx';
import { TeamShowsPicker } from './TeamShowsPicker.tsx';
import { useShortcuts, type Shortcuts } from '#components/ui/use-shortcuts.ts';
import { panelWords as words } from './words.ts';

const tabIds: readonly PanelTab[] = ['page', 'mine', 'team', 'stories'];

export interface PanelListProps extends Omit<PanelProps, 'onOpenBoard'> {
  /** Without: all. */
  tabs?: readonly PanelTab[];
  /** The chosen thread is shown too, and has the keys. */
  isBesideThread?: boolean;
  /** The thread that was left for this list: its row gets the focus back. Null at first. */
  cameFrom: string | null;
}

/** Tabs, search and the list of the tab. */
export function PanelList(props: PanelListProps) {
  const { tab, lists, stories, query, page, cameFrom } = props;
  const acting = useAttempt(props.onAct);
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (cameFrom === null || document.activeElement !== document.body) return;
    findRows(root.current)
      .find((row) => row.dataset['thread'] === cameFrom)
      ?.focus();
  }, [cameFrom]);
  const listKeys: Shortcuts = {
    j: () => moveFocus(root.current, 1),
    k: () => moveFocus(root.current, -1),
    c: () => {
      const id = findRows(root.current).find((row) => row.matches(':focus'))?.dataset['thread'];
      const view = tab === 'stories' ? null : lists[tab].items?.find((one) => one.thread.id === id);
      if (id === undefined || !view || !isClaimable(toThreadStatus(view, props.now))) return;
      void acting.run(id, { kind: 'claim' });
    },
  };
  useShortcuts({
    '/': () => search.current?.focus(),
    escape: () => {
      props.onQuery('');
      search.current?.blur();
    },
    ...(props.isBesideThread === true ? {} : listKeys),
  });
  const tabs = (props.tabs ?? tabIds).map((id): Tab<PanelTab> => ({
    id,
    label: words.tabs[id],
    count: id === 'stories' ? stories.count : lists[id].count,
  }));
  const isUnread = tab === 'page' && page === 'unread';
  return (
    <div ref={root}>
      <Tabs name="panel" label={words.views} tabs={tabs} active={tab} onTab={props.onTab} />
      <div class="panel-search">
        <input
          ref={search}
          class="input"
          type="search"
          dir="auto"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          maxLength={200}
          onInput={(event) => props.onQuery(event.currentTarget.value)}
        />
      </div>
      <div {...toTabPanel('panel', tab)}>
        <ErrorNote text={acting.refused} />
        {tab === 'team' && props.doubled !== null ? (
          <TeamShowsPicker
            shows={props.teamShows}
            count={props.doubled.count}
            onShows={props.onTeamShows}
          />
        ) : null}
        {isUnread ? <Empty {...props} /> : <Filled {...props} />}
      </div>
    </div>
  );
}

function Filled(props: PanelListProps) {
  const { tab, now, lists, stories, query, teach } = props;
  if (tab === 'stories') {
    const items = stories.items?.filter((item) => matchesStory(item, query));
    if (!items) return <Spinner />;
    return (
      <>
        {items.length === 0 ? <Empty {...props} /> : null}
        <StoryList items={items} now={now} onRemove={props.onRemoveStory} />
        {stories.hasMore === true ? (
          <div class="thread-more">
            <Button onPress={() => props.onMore(tab)}>{words.more}</Button>
          </div>
        ) : null}
      </>
    );
  }
  if (tab === 'team' && props.teamShows === 'doubled' && props.doubled !== null) {
    return <Doubled {...props} doubled={props.doubled} />;
  }
  const views = lists[tab].items?.filter((view: ThreadView) => matchesQuery(view, query));
  if (!views) return <Spinner />;
  if (views.length === 0 && lists[tab].hasMore !== true) return <Empty {...props} />;
  return (
    <>
      <ThreadList
        views={views}
        now={now}
        chosenId={props.isBesideThread === true ? (props.chosen?.thread.id ?? null) : null}
        more={lists[tab].hasMore === true ? words.more : null}
        onChoose={props.onChoose}
        onMore={() => props.onMore(tab)}
      />
      {tab === 'page' && teach !== null && teach.offer === null ? (
        <div class="teach-below">
          <TeachEntry
            isTaught={teach.isTaught}
            onBegin={teach.onBegin}
            canBegin={props.canMend}
            isQuiet
          />
        </div>
      ) : null}
    </>
  );
}

function Doubled(props: PanelListProps & { doubled: NonNullable<PanelProps['doubled']> }) {
  const { doubled, query, now } = props;
  const views = doubled.items?.filter((view) => matchesQuery(view, query));
  if (!views) return <Spinner />;
  if (views.length === 0 && query.trim() !== '') return <Empty {...props} />;
  if (views.length === 0) return <EmptyState title={words.noDoubled} text={words.noDoubledText} />;
  return <DoubledList views={views} now={now} onChoose={props.onChoose} />;
}

function Empty(props: PanelListProps) {
  const { tab, page, teach, canMend, watching, query, onQuery, onOpenOptions } = props;
  return (
    <PanelEmpty
      tab={tab}
      page={page}
      teach={teach}
      canMend={canMend}
      watching={watching}
      query={query}
      onQuery={onQuery}
      onOpenOptions={onOpenOptions}
    />
  );
}

function matchesStory({ story, savedByName }: StoryItem, query: string): boolean {
  const { post, note, tags } = story;
  return hasAllWords(query, [post.text, post.author.handle, note, savedByName, ...tags]);
}

function moveFocus(root: HTMLElement | null, step: number): void {
  const rows = findRows(root);
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next]?.focus();
}

function findRows(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-thread]') ?? [])];
}
