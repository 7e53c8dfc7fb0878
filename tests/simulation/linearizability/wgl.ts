/**
 * Is there one order of the operations, each at a moment between its call and its return, in which every answer is
 * what the model says? The search of Wing and Gong with Lowe's memory, as in Porcupine: a place that was reached
 * before, with the same operations done and the same state, is not searched again.
 */

/** One call. `output` null: nobody knows whether it took effect, or when. */
export interface Operation<I, O> {
  input: I;
  output: O | null;
  /** Moments on one clock that orders calls and returns. */
  called: number;
  /** Infinity where `output` is null. */
  returned: number;
}

export interface Model<S, I, O> {
  initial: S;
  /** The same text for the same state. */
  key(state: S): string;
  /** The state after it, or null when this answer (any, when unknown) cannot come from this state. */
  step(state: S, input: I, output: O | null, called: number): S | null;
}

export interface Verdict<I, O> {
  isLinearizable: boolean;
  /** How many answered operations the best order explains, and the ones that no order can put next. */
  explained: number;
  stuckAt: Operation<I, O>[];
}

/** Checks the history of one object. Give histories of independent objects one by one: that keeps it fast. */
export function checkHistory<S, I, O>(
  model: Model<S, I, O>,
  history: readonly Operation<I, O>[],
): Verdict<I, O> {
  const operations = [...history].sort((one, other) => one.called - other.called);
  const answered = operations.filter(({ output }) => output !== null).length;
  const seen = new Set<string>();
  const done = operations.map(() => false);
  let best = { explained: -1, stuckAt: [] as Operation<I, O>[] };

  interface Place {
    state: S;
    candidates: number[];
    /** What led here; -1 at the start. */
    by: number;
  }
  /** Who may come next: everybody called before the first return of somebody who is not done. */
  const candidatesNow = (): number[] => {
    let firstReturn = Infinity;
    const open: number[] = [];
    for (const [index, { called, returned }] of operations.entries()) {
      if (called > firstReturn) break;
      if (done[index]) continue;
      open.push(index);
      firstReturn = Math.min(firstReturn, returned);
    }
    return open.filter((index) => (operations[index]?.called ?? 0) <= firstReturn);
  };

  let explained = 0;
  const places: Place[] = [{ state: model.initial, candidates: candidatesNow(), by: -1 }];
  for (;;) {
    const place = places.at(-1);
    if (!place) return { isLinearizable: false, ...best };
    if (explained === answered) return { isLinearizable: true, explained, stuckAt: [] };
    if (explained > best.explained) {
      const stuckAt = place.candidates.flatMap((index) => operations[index] ?? []);
      best = { explained, stuckAt };
    }
    const next = place.candidates.shift();
    if (next === undefined) {
      places.pop();
      if (place.by >= 0) {
        done[place.by] = false;
        if (operations[place.by]?.output !== null) explained -= 1;
      }
      continue;
    }
    const operation = operations[next];
    if (!operation) continue;
    const { input, output, called } = operation;
    const state = model.step(place.state, input, output, called);
    if (state === null) continue;
    done[next] = true;
    const mark = `${done.map(Number).join('')} ${model.key(state)}`;
    if (seen.has(mark)) {
      done[next] = false;
      continue;
    }
    seen.add(mark);
    if (output !== null) explained += 1;
    places.push({ state, candidates: candidatesNow(), by: next });
  }
}
