import { ArrowLeft } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { toCheckName } from '#components/thread/check-words.ts';
import { draftWords } from '#components/thread/draft-words.ts';
import { isClaimable } from '#components/thread/status-words.ts';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import { ThreadDetail } from '#components/thread/ThreadDetail.tsx';
import { Button } from '#components/ui/Button.tsx';
import { useAttempt } from '#components/ui/use-attempt.ts';
import { toThreadStatus, type ThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { InsertResult } from '#utils/messages/payloads.ts';
import type { PanelProps } from './panel-props.ts';
import { isTyping, useShortcuts } from '#components/ui/use-shortcuts.ts';
import { panelWords as words } from './words.ts';

export interface PanelThreadProps extends Pick<
  PanelProps,
  | 'now'
  | 'suggestions'
  | 'inLibrary'
  | 'teammates'
  | 'aids'
  | 'draft'
  | 'tools'
  | 'polish'
  | 'kept'
  | 'onAct'
  | 'onDraft'
  | 'onInsert'
  | 'onDismissAdvice'
  | 'onDismissSuggestion'
  | 'onCopy'
  | 'onDiscardKept'
> {
  view: ThreadView;
  onBack: () => void;
  onDone: (act: ThreadAct) => void;
  /** Something was done, with a way back. */
  onSaid: (text: string, undo: (() => void) | null) => void;
}

/** States in which no answer is waited for. */
const settled: readonly ThreadStatus['state'][] = ['answered', 'doubled', 'setAside'];

/** The chosen thread with its own keys; made anew for each thread, so that no state goes over to the next. */
export function PanelThread(props: PanelThreadProps) {
  const { view, now, suggestions, draft, onInsert, onDone } = props;
  const { id } = view.thread;
  const acting = useAttempt(props.onAct);
  const [isStoryOpen, setStoryOpen] = useState(false);
  const [isInserting, setInserting] = useState(false);
  const [inserted, setInserted] = useState<InsertResult | null>(null);
  const [isUnfolded, setUnfolded] = useState(false);
  const status = toThreadStatus(view, now);
  const isFolded = !isUnfolded && settled.includes(status.state);
  const root = useRef<HTMLDivElement>(null);

  // A button that has done its work is gone, and the focus with it: the thread takes it over.
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.focus({ preventScroll: true });
  });

  // What was in the box has been sent, by whomever: nothing of it waits any more.
  const answers = view.replies.length;
  const last = view.replies.at(-1)?.text ?? '';
  useEffect(() => {
    setInserted(null);
    setUnfolded(false);
    if (draft !== null && draft.threadId === id && isSameText(draft.text, last)) {
      props.onDraft(id, null);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each answer, not for each letter of the draft
  }, [answers]);

  const act = async (asked: ThreadAct) => {
    const isDone = await acting.run(id, asked);
    if (isDone) onDone(asked);
    return isDone;
  };
  const switchOff = async (check: string) => {
    const { onCheckOff } = props.tools;
    const refused = await onCheckOff(check, true);
    if (refused !== null) props.onSaid(refused, null);
    else props.onSaid(draftWords.checkOff(toCheckName(check)), () => void onCheckOff(check, false));
  };
  const insert = async (text: string, entryId: string | null) => {
    setInserting(true);
    setInserted(null);
    const result = await onInsert(id, text, entryId);
    setInserted(result);
    setInserting(false);
  };
  useShortcuts({
    c: () => isClaimable(status) && void act({ kind: 'claim' }),
    s: () => view.story === null && setStoryOpen(true),
    i: () => {
      const [first] = suggestions ?? [];
      if (draft !== null) void insert(toNextText(draft.text, props.tools.split), null);
      else if (isFolded) setUnfolded(true);
      else if (first) void insert(first.text, first.entryId);
    },
    escape: () => (isTyping(document.activeElement) ? root.current?.focus() : props.onBack()),
  });
  return (
    <div ref={root} class="panel-thread" tabIndex={-1}>
      <div class="panel-back">
        <Button tone="quiet" onPress={props.onBack}>
          <ArrowLeft size={16} strokeWidth={1.75} /> {words.back}
        </Button>
      </div>
      <ThreadDetail
        view={view}
        now={now}
        suggestions={suggestions}
        inLibrary={props.inLibrary}
        teammates={props.teammates}
        aids={props.aids}
        kept={props.kept}
        draft={draft !== null && draft.threadId === id ? draft : null}
        tools={props.tools}
        polish={props.polish}
        isBusy={acting.isBusy}
        refused={acting.refused}
        isInserting={isInserting}
        inserted={inserted}
        isStoryOpen={isStoryOpen}
        isFolded={isFolded}
        onAct={act}
        onStoryOpen={setStoryOpen}
        onUnfold={() => setUnfolded(true)}
        onDraft={(text) => props.onDraft(id, text)}
        onDismissAdvice={props.onDismissAdvice}
        onCheckOff={(check) => void switchOff(check)}
        onDismissSuggestion={({ entryId }) => props.onDismissSuggestion(id, entryId)}
        onCopy={props.onCopy}
        onDiscardKept={() => props.onDiscardKept(id)}
        onInsert={(text, entryId) => void insert(text, entryId)}
      />
    </div>
  );
}

/** Of a draft in several posts the next one. */
function toNextText(text: string, split: PanelProps['tools']['split']): string {
  return split?.parts.find(({ isSent }) => isSent !== true)?.text ?? text;
}

function isSameText(one: string, other: string): boolean {
  return one.replaceAll(/\s+/g, ' ').trim() === other.replaceAll(/\s+/g, ' ').trim();
}
