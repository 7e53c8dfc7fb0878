import { useRef, useState } from 'preact/hooks';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import { TroubleNote } from '#components/thread/TroubleNote.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Toast } from '#components/ui/Toast.tsx';
import { BlindNote } from './BlindNote.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import { PanelList } from './PanelList.tsx';
import type { PanelProps, ThreadTab } from './panel-props.ts';
import { PanelThread } from './PanelThread.tsx';
import { RefusedList } from './RefusedList.tsx';
import { TeachCard } from './TeachCard.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { panelWords as words } from './words.ts';

/** Popup and side panel: what is on this page, mine, the team's, and stories; or one thread. */
export function PanelView(props: PanelProps) {
  const { now, chosen, isSetUp, trouble, tab, lists, onChoose, onAct } = props;
  const [isHelpShown, setHelpShown] = useState(false);
  const [done, setDone] = useState<{ threadId: string; act: ThreadAct } | null>(null);
  const left = useRef<string | null>(null);
  if (chosen !== null) left.current = chosen.thread.id;
  /** Words about what was done go with their thread; a way back stays. */
  const choose = (threadId: string | null) => {
    if (done?.act.kind !== 'setAside') setDone(null);
    onChoose(threadId);
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
  const doneWords = done === null ? null : toDoneWords(done.act);
  return (
    <main class="panel">
      <PanelHeader
        teamName={props.teamName}
        connection={props.connection}
        now={now}
        isHelpShown={isHelpShown}
        onHelp={() => setHelpShown(!isHelpShown)}
        onOpenOptions={props.onOpenOptions}
      />
      <TroubleNote kind={props.troubleKind} text={trouble} waiting={props.connection.waiting}>
        <Button tone="quiet" onPress={props.onOpenOptions}>
          {words.options}
        </Button>
      </TroubleNote>
      <RefusedList refused={props.refused} onDismissRefused={props.onDismissRefused} />
      <BlindNote
        sites={props.blind}
        now={now}
        canMend={props.canMend}
        onCopyReport={props.onCopyReport}
        onMend={props.onMend}
      />
      {props.teach?.offer ? (
        <TeachCard {...props.teach} offer={props.teach.offer} canSave={props.canMend} />
      ) : null}
      {isHelpShown ? <Help /> : null}
      {isSetUp ? (
        <>
          {chosen === null ? (
            <PanelList {...props} onChoose={choose} cameFrom={left.current} />
          ) : (
            <PanelThread
              key={chosen.thread.id}
              view={chosen}
              now={now}
              suggestions={props.suggestions}
              teammates={props.teammates}
              kept={props.kept}
              draft={props.draft}
              onAct={onAct}
              onDraft={props.onDraft}
              onInsert={props.onInsert}
              onCopy={props.onCopy}
              onDiscardKept={props.onDiscardKept}
              onBack={() => choose(null)}
              onDone={(act) => setDone({ threadId: chosen.thread.id, act })}
            />
          )}
          <Toast
            text={doneWords}
            act={
              done?.act.kind === 'setAside'
                ? {
                    label: words.undo,
                    onPress: () => {
                      setDone(null);
                      void onAct(done.threadId, { kind: 'reopen' });
                    },
                  }
                : null
            }
            onDismiss={() => setDone(null)}
          />
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

function Help() {
  return (
    <section class="panel-help" aria-label={words.help}>
      <dl>
        {words.keys.map(([key, does]) => (
          <div class="row" key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function toDoneWords(act: ThreadAct): string | null {
  if (act.kind === 'setAside') return words.setAsideDone;
  if (act.kind === 'saveStory') return words.storySaved;
  if (act.kind === 'handOver') return words.handedOver;
  return act.kind === 'copyLink' ? words.linkCopied : null;
}
