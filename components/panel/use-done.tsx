import { useState } from 'preact/hooks';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import { Toast } from '#components/ui/Toast.tsx';
import type { PanelProps } from './panel-props.ts';
import { panelWords as words } from './words.ts';

/** What is said of what has just been done. */
interface Done {
  /** Null: nothing. */
  words: string | null;
  /** The thread that was set aside, and may be reopened. */
  undoes: string | null;
}

/** What was done last, and its toast. */
export interface DoneLast {
  say(text: string): void;
  sayOf(threadId: string, act: ThreadAct): void;
  /** Words about what was done go with their thread; a way back stays. */
  leave(): void;
  toast: preact.JSX.Element;
}

/** Keeps what was done last for the toast, with a way back where there is one. */
export function useDone(onAct: PanelProps['onAct']): DoneLast {
  const [done, setDone] = useState<Done | null>(null);
  const undoes = done?.undoes ?? null;
  const undo = (threadId: string) => {
    setDone(null);
    void onAct(threadId, { kind: 'reopen' });
  };
  return {
    say: (text) => setDone({ words: text, undoes: null }),
    sayOf: (threadId, act) =>
      setDone({
        words: toDoneWords(act),
        undoes: ['setAside', 'settle'].includes(act.kind) ? threadId : null,
      }),
    leave: () => undoes === null && setDone(null),
    toast: (
      <Toast
        text={done?.words ?? null}
        act={undoes === null ? null : { label: words.undo, onPress: () => undo(undoes) }}
        onDismiss={() => setDone(null)}
      />
    ),
  };
}

function toDoneWords(act: ThreadAct): string | null {
  if (act.kind === 'setAside') return words.setAsideDone;
  if (act.kind === 'settle') return words.settledDone;
  if (act.kind === 'askLook') return words.lookAsked;
  if (act.kind === 'answerLook') return words.lookAnswered;
  if (act.kind === 'endLook') return words.lookEnded;
  if (act.kind === 'saveStory') return words.storySaved;
  if (act.kind === 'handOver') return words.handedOver;
  return act.kind === 'copyLink' ? words.linkCopied : null;
}
