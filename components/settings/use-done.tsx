import { useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Toast } from '#components/ui/Toast.tsx';
import { optionsWords } from './words.ts';

export interface Done {
  /** Says what was done, with a way back where there is one. */
  say(text: string, undo?: Attempt | null): void;
  /** The line about it, and why the way back was refused. */
  toast: preact.JSX.Element;
}

/** Keeps what was done last in a section, with its way back. */
export function useDone(): Done {
  const [done, setDone] = useState<{ text: string; undo: Attempt | null } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const undo = done?.undo ?? null;
  const goBack = async (way: Attempt) => {
    setDone(null);
    setRefused(await way());
  };
  return {
    say(text, way = null) {
      setRefused(null);
      setDone({ text, undo: way });
    },
    toast: (
      <>
        <ErrorNote text={refused} />
        <Toast
          text={done?.text ?? null}
          act={
            undo === null ? null : { label: optionsWords.undo, onPress: () => void goBack(undo) }
          }
          onDismiss={() => setDone(null)}
        />
      </>
    ),
  };
}
