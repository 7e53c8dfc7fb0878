import { useState } from 'preact/hooks';
import type { Attempt, Refusal } from './attempt.ts';
import { uiWords } from './words.ts';

export interface Running<Args extends unknown[]> {
  isBusy: boolean;
  /** Why the last run did not do it; null before it, while it runs and after success. */
  refused: Refusal;
  /** True when it was done. */
  run: (...args: Args) => Promise<boolean>;
  forget: () => void;
}

/** Runs a callback that may be refused, and keeps what a view shows of it. */
export function useAttempt<Args extends unknown[]>(attempt: Attempt<Args>): Running<Args> {
  const [state, setState] = useState<{ isBusy: boolean; refused: Refusal }>(calm);
  const run = async (...args: Args) => {
    setState({ isBusy: true, refused: null });
    let refused: Refusal;
    try {
      refused = await attempt(...args);
    } catch {
      // The contract says "never rejects"; a button that stays busy for good would be the worse answer.
      refused = uiWords.broken;
    }
    setState({ isBusy: false, refused });
    return refused === null;
  };
  return { ...state, run, forget: () => setState(calm) };
}

const calm = { isBusy: false, refused: null };
