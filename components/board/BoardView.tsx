import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LookList } from '#components/panel/LookList.tsx';
import { PanelHeader } from '#components/panel/PanelHeader.tsx';
import { PanelHelp } from '#components/panel/PanelHelp.tsx';
import { PanelList } from '#components/panel/PanelList.tsx';
import { PanelThread } from '#components/panel/PanelThread.tsx';
import { RefusedList } from '#components/panel/RefusedList.tsx';
import type { PanelProps, PanelTab } from '#components/panel/panel-props.ts';
import { useDone } from '#components/panel/use-done.tsx';
import { useShortcuts } from '#components/ui/use-shortcuts.ts';
import { panelWords } from '#components/panel/words.ts';
import { TroubleNote } from '#components/thread/TroubleNote.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Tabs, toTabPanel } from '#components/ui/Tabs.tsx';
import { BlindSites } from './BlindSites.tsx';
import { boardWords as words } from './words.ts';

/** No page stands beside the board. */
const tabs: readonly PanelTab[] = ['team', 'mine'];

/** What the board shows. */
export type BoardPlace = 'threads' | 'stories';
const places: readonly BoardPlace[] = ['threads', 'stories'];

export interface BoardViewProps extends Omit<PanelProps, 'onOpenBoard'> {
  place: BoardPlace;
  onPlace: (place: BoardPlace) => void;
  /** The library of stories, where that is the place. */
  children?: ComponentChildren;
}

/** The board: a full page with the team's threads and the chosen one beside them, or with the stories. */
export function BoardView(props: BoardViewProps) {
  const { now, chosen, isSetUp, tab, lists, place, onChoose, onAct } = props;
  const [isHelpShown, setHelpShown] = useState(false);
  const [left, setLeft] = useState<string | null>(null);
  const done = useDone(onAct);
  const choose = (threadId: string | null) => {
    done.leave();
    setLeft(chosen?.thread.id ?? null);
    onChoose(threadId);
  };
  const move = (step: number) => {
    const items = (tab === 'stories' ? null : lists[tab].items) ?? [];
    const at = items.findIndex((view) => view.thread.id === chosen?.thread.id);
    const next = items[at + step];
    if (at !== -1 && next) choose(next.thread.id);
  };
  useShortcuts({
    '?': () => setHelpShown(!isHelpShown),
    ...(chosen === null || place === 'stories' ? {} : { j: () => move(1), k: () => move(-1) }),
  });
  return (
    <main class="panel board">
      <PanelHeader
        teamName={props.teamName}
        place={words.board}
        connection={props.connection}
        now={now}
        isHelpShown={isHelpShown}
        onHelp={() => setHelpShown(!isHelpShown)}
        onOpenBoard={null}
        onOpenOptions={props.onOpenOptions}
      />
      <TroubleNote kind={props.troubleKind} text={props.trouble} waiting={props.connection.waiting}>
        <Button tone="quiet" onPress={props.onOpenOptions}>
          {panelWords.options}
        </Button>
      </TroubleNote>
      <LookList looks={props.looks} chosen={chosen} onChoose={choose} />
      <RefusedList refused={props.refused} onDismissRefused={props.onDismissRefused} />
      <BlindSites
        sites={props.blind}
        now={now}
        canMend={props.canMend}
        onCopyReport={props.onCopyReport}
        onMend={props.onMend}
      />
      {isHelpShown ? <PanelHelp /> : null}
      {isSetUp ? (
        <Tabs
          name="board"
          label={words.places}
          tabs={places.map((id) => ({
            id,
            label: words.place[id],
            count: id === 'stories' ? props.stories.count : lists.team.count,
          }))}
          active={place}
          onTab={props.onPlace}
        />
      ) : null}
      {isSetUp && place === 'stories' ? (
        <div class="board-place" {...toTabPanel('board', place)}>
          {props.children}
        </div>
      ) : isSetUp ? (
        <div {...toTabPanel('board', place)} class="board-panes" data-chosen={chosen !== null}>
          <section class="board-list" aria-label={words.list}>
            <PanelList
              {...props}
              tabs={tabs}
              isBesideThread={chosen !== null}
              onChoose={choose}
              cameFrom={left}
            />
          </section>
          <section class="board-thread" aria-label={words.thread}>
            {chosen === null ? (
              <EmptyState title={words.none} text={words.noneText} />
            ) : (
              <PanelThread
                {...props}
                key={chosen.thread.id}
                view={chosen}
                onBack={() => choose(null)}
                onDone={(act) => done.sayOf(chosen.thread.id, act)}
                onSaid={done.say}
              />
            )}
          </section>
          {done.toast}
        </div>
      ) : (
        <EmptyState title={panelWords.noTeamYet} text={panelWords.noTeamYetText}>
          <Button tone="main" onPress={props.onOpenOptions}>
            {panelWords.setUp}
          </Button>
        </EmptyState>
      )}
    </main>
  );
}
