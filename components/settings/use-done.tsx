import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Attempt } from '#components/ui/attempt.ts';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Toast } from '#components/ui/Toast.tsx';
import { optionsWords } from './words.ts';

/** So long something that waits for its undo is held back. */
const HELD_MS = 30_000;

export interface Done {
  /** Says what was done, with a way back where there is one. */
  say(text: string, undo?: Attempt | null): void;
  /**
   * Says that something was done, which is done only when nobody wants it back any more: when the words are put away or others
   * take their place, the section or the page is left, or half a minute is over.
   */
  sayHeld(text: string, undo: () => void, settle: Attempt): void;
  /** The line about it, and why something was refused. */
  toast: preact.JSX.Element;
}

/** Keeps what was done last in a section, with its way back. */
export function useDone(): Done {
  const [done, setDone] = useState<{ text: string; undo: Attempt | null } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const held = useRef<{ settle: Attempt; timer: ReturnType<typeof setTimeout> } | null>(null);
  const undo = done?.undo ?? null;
  const letGo = () => {
    const last = held.current;
    held.current = null;
    if (last) clearTimeout(last.timer);
    return last?.settle ?? null;
  };
  const settle = () => {
    const act = letGo();
    if (act) void act().then(setRefused);
  };
  const onLeave = useRef(settle);
  onLeave.current = settle;
  useLayoutEffect(() => {
    const leave = () => onLeave.current();
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const say = (text: string, way: Attempt | null) => {
    settle();
    setRefused(null);
    setDone({ text, undo: way });
  };
  const goBack = async (way: Attempt) => {
    letGo();
    setDone(null);
    setRefused(await way());
  };
  return {
    say: (text, way = null) => say(text, way),
    sayHeld(text, way, act) {
      say(text, async () => {
        way();
        return null;
      });
      const timer = setTimeout(() => {
        onLeave.current();
        setDone({ text, undo: null });
      }, HELD_MS);
      held.current = { settle: act, timer };
    },
    toast: (
      <>
        <ErrorNote text={refused} />
        <Toast
          text={done?.text ?? null}
          act={
            undo === null ? null : { label: optionsWords.undo, onPress: () => void goBack(undo) }
          }
          onDismiss={() => {
            settle();
            setDone(null);
          }}
        />
      </>
    ),
  };
}
