import { useRef, useState } from 'preact/hooks';
import { TroubleNote } from '#components/thread/TroubleNote.tsx';
import { Button } from '#components/ui/Button.tsx';
import { KeptForms } from '#components/ui/use-kept.ts';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { BlindNote } from './BlindNote.tsx';
import { LookList } from './LookList.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PanelHelp } from './PanelHelp.tsx';
import { PanelList } from './PanelList.tsx';
import type { PanelProps, ThreadTab } from './panel-props.ts';
import { PanelThread } from './PanelThread.tsx';
import { RefusedList } from './RefusedList.tsx';
import { TeachCard } from './TeachCard.tsx';
import type { TeachProps } from './teach-props.ts';
import { teachWords } from './teach-words.ts';
import { useDone } from './use-done.tsx';
import { useShortcuts } from '#components/ui/use-shortcuts.ts';
import { panelWords as words } from './words.ts';

/** Popup and side panel: what is on this page, mine, the team's, and stories; or one thread. */
export function PanelView(props: PanelProps) {
  const { now, chosen, isSetUp, trouble, tab, lists, teach, onChoose, onAct } = props;
  const [isHelpShown, setHelpShown] = useState(false);
  const done = useDone(onAct);
  const offer = teach?.offer ?? null;
  const [forms] = useState(() => new Map<string, unknown>());
  const left = useRef<string | null>(null);
  if (chosen !== null) left.current = chosen.thread.id;
  const choose = (threadId: string | null) => {
    done.leave();
    onChoose(threadId);
  };
  /** What was saved is not there any more: only the toast can say that it was. */
  const saveTaught = async (taught: TeachProps, host: string) => {
    const refused = await taught.onSave();
    if (refused === null) done.say(teachWords.saved(host, props.teamName !== null));
    return refused;
  };
  const move = (step: number) => {
    const items = (tab === 'stories' ? null : lists[tab as ThreadTab].items) ?? [];
    const at = items.findIndex((view) => view.thread.id === chosen?.thread.id);
    const next = items[at + step];
    if (chosen !== null && at !== -1 && next) choose(next.thread.id);
  };
  useShortcuts({
    '?': () => setHelpShown(!isHelpShown),
    ...(chosen === null ? {} : { j: () => move(1), k: () => move(-1) }),
  });
  return (
    <main class="panel">
      <PanelHeader
        teamName={props.teamName}
        connection={props.connection}
        now={now}
        isHelpShown={isHelpShown}
        onHelp={() => setHelpShown(!isHelpShown)}
        onOpenBoard={props.onOpenBoard}
        onOpenOptions={props.onOpenOptions}
      />
      <TroubleNote kind={props.troubleKind} text={trouble} waiting={props.connection.waiting}>
        <Button tone="quiet" onPress={props.onOpenOptions}>
          {words.options}
        </Button>
      </TroubleNote>
      <LookList looks={props.looks} chosen={chosen} onChoose={choose} />
      <RefusedList refused={props.refused} onDismissRefused={props.onDismissRefused} />
      <BlindNote
        sites={props.blind}
        now={now}
        canMend={props.canMend}
        onCopyReport={props.onCopyReport}
        onMend={props.onMend}
      />
      {teach !== null && offer !== null ? (
        <TeachCard
          offer={offer}
          canSave={props.canMend}
          onSave={() => saveTaught(teach, offer.host)}
          onDiscard={teach.onDiscard}
        />
      ) : null}
      {isHelpShown ? <PanelHelp /> : null}
      {isSetUp ? (
        <>
          <KeptForms.Provider value={forms}>
            {chosen === null ? (
              <PanelList {...props} onChoose={choose} cameFrom={left.current} />
            ) : (
              <PanelThread
                {...props}
                key={chosen.thread.id}
                view={chosen}
                onDraft={(threadId, text) => {
                  if (text !== null && text !== '') done.goOn();
                  props.onDraft(threadId, text);
                }}
                onBack={() => choose(null)}
                onDone={(act) => done.sayOf(chosen.thread.id, act)}
                onSaid={done.say}
              />
            )}
          </KeptForms.Provider>
          {done.toast}
        </>
      ) : (
        <EmptyState title={words.noTeamYet} text={words.noTeamYetText}>
          <Button tone="main" onPress={props.onOpenOptions}>
            {words.setUp}
          </Button>
        </EmptyState>
      )}
    </main>
  );
}
