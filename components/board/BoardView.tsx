import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { LookList } from '#components/panel/LookList.tsx';
import { PanelHeader } from '#components/panel/PanelHeader.tsx';
import { PanelHelp } from '#components/panel/PanelHelp.tsx';
import { PanelThread } from '#components/panel/PanelThread.tsx';
import { RefusedList } from '#components/panel/RefusedList.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { useDone } from '#components/panel/use-done.tsx';
import { useShortcuts } from '#components/ui/use-shortcuts.ts';
import { panelWords } from '#components/panel/words.ts';
import type { QueueProps } from '#components/queue/queue-props.ts';
import { queueWords } from '#components/queue/words.ts';
import { QueueView } from '#components/queue/QueueView.tsx';
import { TroubleNote } from '#components/thread/TroubleNote.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Tabs, toTabPanel } from '#components/ui/Tabs.tsx';
import { BlindSites } from './BlindSites.tsx';
import { boardPlaces } from './places.ts';
import type { BoardPlace } from './places.ts';
import { boardWords as words } from './words.ts';

export interface BoardViewProps extends Omit<PanelProps, 'onOpenBoard'> {
  place: BoardPlace;
  /** The chosen thread, whose view may still be on its way. */
  chosenId: string | null;
  queue: Omit<QueueProps, 'chosenId' | 'onChoose' | 'children'>;
  onPlace: (place: BoardPlace) => void;
  /** What stands in the place, where it is not the threads. */
  children?: ComponentChildren;
}

/** The board: a full page with the team's queue and the chosen thread beside it, or another place. */
export function BoardView(props: BoardViewProps) {
  const { now, chosen, isSetUp, place, queue, onChoose, onAct } = props;
  const [isHelpShown, setHelpShown] = useState(false);
  const done = useDone(onAct);
  const choose = (threadId: string | null) => {
    done.leave();
    onChoose(threadId);
  };
  useShortcuts({ '?': () => setHelpShown(!isHelpShown) });
  const counts: Partial<Record<BoardPlace, number | null>> = {
    threads: queue.total,
    stories: props.stories.count,
  };
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
      {isHelpShown ? <PanelHelp keys={queueWords.keys} /> : null}
      {isSetUp ? (
        <Tabs
          name="board"
          label={words.places}
          tabs={boardPlaces.map((id) => ({
            id,
            label: words.place[id],
            count: counts[id] === undefined ? 0 : counts[id],
          }))}
          active={place}
          onTab={props.onPlace}
        />
      ) : null}
      {isSetUp && place !== 'threads' ? (
        <div class="board-place" {...toTabPanel('board', place)}>
          {props.children}
        </div>
      ) : isSetUp ? (
        <div {...toTabPanel('board', place)} class="board-place">
          <QueueView {...queue} chosenId={props.chosenId} onChoose={choose}>
            {chosen === null ? null : (
              <PanelThread
                {...props}
                key={chosen.thread.id}
                view={chosen}
                onBack={() => choose(null)}
                onDone={(act) => done.sayOf(chosen.thread.id, act)}
                onSaid={done.say}
              />
            )}
          </QueueView>
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
