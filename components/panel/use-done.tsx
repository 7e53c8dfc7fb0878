import { useState } from 'preact/hooks';
import type { ThreadAct } from '#components/thread/thread-act.ts';
import { triageWords } from '#components/thread/triage-words.ts';
import { Toast } from '#components/ui/Toast.tsx';
import type { LabelChange } from '#utils/model/triage.ts';
import type { PanelProps } from './panel-props.ts';
import { panelWords as words } from './words.ts';

/** What is said of what has just been done. */
interface Done {
  /** Null: nothing. */
  words: string | null;
  /** The way back, where there is one. */
  undo: (() => void) | null;
}

/** What was done last, and its toast. */
export interface DoneLast {
  say(text: string, undo?: (() => void) | null): void;
  sayOf(threadId: string, act: ThreadAct): void;
  /** Words about what was done go with their thread; a way back stays. */
  leave(): void;
  /** Whoever writes has gone on: nothing stands over what they write. */
  goOn(): void;
  toast: preact.JSX.Element;
}

/** Keeps what was done last for the toast, with a way back where there is one. */
export function useDone(onAct: PanelProps['onAct']): DoneLast {
  const [done, setDone] = useState<Done | null>(null);
  const undo = done?.undo ?? null;
  const goBack = (way: () => void) => {
    setDone(null);
    way();
  };
  return {
    say: (text, way = null) => setDone({ words: text, undo: way }),
    sayOf: (threadId, act) => {
      const back = toUndo(act);
      setDone({ words: toDoneWords(act), undo: back && (() => void onAct(threadId, back)) });
    },
    goOn: () => setDone(null),
    leave: () => undo === null && setDone(null),
    toast: (
      <Toast
        text={done?.words ?? null}
        act={undo === null ? null : { label: words.undo, onPress: () => goBack(undo) }}
        onDismiss={() => setDone(null)}
      />
    ),
  };
}

function toUndo(act: ThreadAct): ThreadAct | null {
  if (act.kind === 'setAside' || act.kind === 'settle') return { kind: 'reopen' };
  return act.kind === 'label' ? { kind: 'label', change: act.back, back: act.change } : null;
}

function toDoneWords(act: ThreadAct): string | null {
  if (act.kind === 'setAside') return words.setAsideDone;
  if (act.kind === 'settle') return words.settledDone;
  if (act.kind === 'askLook') return words.lookAsked;
  if (act.kind === 'answerLook') return words.lookAnswered[act.verdict];
  if (act.kind === 'endLook') return words.lookEnded;
  if (act.kind === 'label') return toLabeledWords(act.change);
  if (act.kind === 'saveStory') return words.storySaved;
  if (act.kind === 'handOver') return words.handedOver;
  return act.kind === 'copyLink' ? words.linkCopied : null;
}

function toLabeledWords({ intent, urgency }: LabelChange): string {
  if (intent) return triageWords.done(triageWords.intents[intent]);
  return urgency ? triageWords.done(triageWords.urgencies[urgency]) : triageWords.takenBack;
}
