import { useState } from 'preact/hooks';
import type { QueueAct, QueueProps } from './queue-props.ts';
import { queueWords as words } from './words.ts';

/** What was done last, why not, and the way back. */
export interface QueueActs {
  isBusy: boolean;
  refused: string | null;
  /** What was done, in words; null: nothing to say. */
  said: string | null;
  undo: (() => void) | null;
  /** True once it is done. */
  act: (ids: readonly string[], act: QueueAct) => Promise<boolean>;
  forget: () => void;
}

/** Does things to threads one after the other and keeps the way back of the last. */
export function useQueueActs(onAct: QueueProps['onAct']): QueueActs {
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [done, setDone] = useState<{
    words: string;
    undo: (() => Promise<string | null>) | null;
  } | null>(null);
  const act = async (ids: readonly string[], asked: QueueAct) => {
    if (isBusy || ids.length === 0) return false;
    setBusy(true);
    setRefused(null);
    const result = await onAct(ids, asked);
    setBusy(false);
    if ('refused' in result) {
      setRefused(result.refused);
      return false;
    }
    setDone({ words: result.done, undo: result.undo });
    return true;
  };
  const goBack = async (undo: () => Promise<string | null>) => {
    setDone(null);
    const trouble = await undo();
    if (trouble === null) setDone({ words: words.undone, undo: null });
    else setRefused(trouble);
  };
  const undo = done?.undo ?? null;
  return {
    isBusy,
    refused,
    said: done?.words ?? null,
    undo: undo === null ? null : () => void goBack(undo),
    act,
    forget: () => setDone(null),
  };
}
