/**
 * Is there one order of the operations, each at a moment between its call and its return, in which every answer is
 * what the model says? The search of Wing and Gong with Lowe's memory, as in Porcupine: a place that was reached
 * before, with the same operations done and the same state, is not searched again.
 */
import { createChance } from '../random.ts';

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
  /** The same text for inputs that do the same. */
  inputKey(input: I): string;
  /** The state after it, or null when this answer (any, when unknown) cannot come from this state. */
  step(state: S, input: I, output: O | null, called: number): S | null;
  /**
   * True when neither this state nor any later one can give this answer. Without it, calls that nobody answered are tried
   * in all their orders wherever the search is stuck.
   */
  isPast(state: S, input: I, output: O): boolean;
}

export interface Verdict<I, O> {
  isLinearizable: boolean;
  /** How many answered operations the best order explains, and the ones that no order can put next. */
  explained: number;
  stuckAt: Operation<I, O>[];
}

/** Not every answer tells where the object stood; among so many that follow some do. */
const LOOK_AHEAD = 100;
/** Places that are searched; a history that needs more is not judged. */
const PLACES_MAX = 3_000_000;

/**
 * Checks the history of one object. Give histories of independent objects one by one: that keeps it fast. Calls without an
 * answer are taken for carried out only where no answered call can come next, since most of them explain nothing. Throws
 * when more places than `placesMax` would have to be searched.
 */
export function checkHistory<S, I, O>(
  model: Model<S, I, O>,
  history: readonly Operation<I, O>[],
  placesMax = PLACES_MAX,
): Verdict<I, O> {
  const operations = [...history].sort((one, other) => one.called - other.called);
  const unanswered = operations.flatMap(({ output }, index) => (output === null ? [index] : []));
  const answered = operations.length - unanswered.length;
  const twins = findTwins(model, operations, unanswered);
  const done = createDoneSet(operations.length);
  const seen = new Set<string>();
  let best = { explained: -1, stuckAt: [] as Operation<I, O>[] };

  interface Place {
    state: S;
    key: string;
    /** The first answered operation that is not done. */
    from: number;
    /** The first return of somebody who is not done: nobody who was called later comes before. */
    limit: number;
    candidates: number[];
    /** Where to go on among the unanswered ones. */
    nextUnanswered: number;
    /** What led here; -1 at the start. */
    by: number;
  }

  const toPlace = (state: S, key: string, by: number, start: number): Place => {
    let from = start;
    while (from < operations.length && (done.has(from) || operations[from]?.output === null)) {
      from += 1;
    }
    let limit = Infinity;
    const open: number[] = [];
    for (let index = from; index < operations.length; index += 1) {
      const { called = 0, returned = 0, output = null } = operations[index] ?? {};
      if (called > limit) break;
      if (output === null || done.has(index)) continue;
      open.push(index);
      limit = Math.min(limit, returned);
    }
    const candidates = open.filter((index) => (operations[index]?.called ?? 0) <= limit);
    return { state, key, from, limit, candidates, nextUnanswered: 0, by };
  };

  /** The answer of somebody who is still to come, now or a little later, cannot come any more. */
  const isLost = (state: S, from: number) => {
    for (let index = from, left = LOOK_AHEAD; index < operations.length && left > 0; index += 1) {
      const operation = operations[index];
      if (!operation || operation.output === null || done.has(index)) continue;
      if (model.isPast(state, operation.input, operation.output)) return true;
      left -= 1;
    }
    return false;
  };

  const nextOf = (place: Place): number | undefined => {
    const candidate = place.candidates.shift();
    if (candidate !== undefined) return candidate;
    while (place.nextUnanswered < unanswered.length) {
      const index = unanswered[place.nextUnanswered] ?? 0;
      if ((operations[index]?.called ?? 0) > place.limit) return undefined;
      place.nextUnanswered += 1;
      const twin = twins.get(index);
      if (!done.has(index) && (twin === undefined || done.has(twin))) return index;
    }
    return undefined;
  };

  let explained = 0;
  const places = [toPlace(model.initial, model.key(model.initial), -1, 0)];
  for (;;) {
    const place = places.at(-1);
    if (!place) return { isLinearizable: false, ...best };
    if (explained === answered) return { isLinearizable: true, explained, stuckAt: [] };
    if (explained > best.explained) {
      const stuckAt = place.candidates.flatMap((index) => operations[index] ?? []);
      best = { explained, stuckAt };
    }
    const next = nextOf(place);
    if (next === undefined) {
      places.pop();
      if (place.by >= 0) {
        done.remove(place.by);
        if (operations[place.by]?.output !== null) explained -= 1;
      }
      continue;
    }
    const operation = operations[next];
    if (!operation) continue;
    const { input, output, called } = operation;
    const state = model.step(place.state, input, output, called);
    if (state === null) continue;
    const key = model.key(state);
    // What nobody knows of and changes nothing explains nothing.
    if (output === null && key === place.key) continue;
    done.add(next);
    if (isLost(state, place.from)) {
      done.remove(next);
      continue;
    }
    const mark = `${done.print()} ${key}`;
    if (seen.has(mark)) {
      done.remove(next);
      continue;
    }
    if (seen.size >= placesMax) throw new Error(`Gave up after ${seen.size} places.`);
    seen.add(mark);
    if (output !== null) explained += 1;
    places.push(toPlace(state, key, next, place.from));
  }
}

/** Of each unanswered call the one before it with the same input: which of the two was carried out makes no difference. */
function findTwins<I>(
  model: Pick<Model<unknown, I, unknown>, 'inputKey'>,
  operations: readonly Operation<I, unknown>[],
  unanswered: readonly number[],
): Map<number, number> {
  const twins = new Map<number, number>();
  const last = new Map<string, number>();
  for (const index of unanswered) {
    const operation = operations[index];
    if (!operation) continue;
    const key = model.inputKey(operation.input);
    const before = last.get(key);
    if (before !== undefined) twins.set(index, before);
    last.set(key, index);
  }
  return twins;
}

/**
 * A set of numbers below `size` with a print of 64 bits for what is in it (Zobrist's). Two sets of one print would have a
 * place left out of the search: that could only fail a good history, never pass a bad one.
 */
function createDoneSet(size: number) {
  const chance = createChance(1);
  const draw = () => Uint32Array.from({ length: size }, () => chance.next() * 2 ** 32);
  const [high, low] = [draw(), draw()];
  const isIn = new Uint8Array(size);
  let [top, bottom] = [0, 0];
  const turn = (index: number) => {
    isIn[index] = 1 - (isIn[index] ?? 0);
    top = (top ^ (high[index] ?? 0)) >>> 0;
    bottom = (bottom ^ (low[index] ?? 0)) >>> 0;
  };
  return {
    has: (index: number) => isIn[index] === 1,
    add: turn,
    remove: turn,
    print: () => `${top.toString(36)}.${bottom.toString(36)}`,
  };
}
