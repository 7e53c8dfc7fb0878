/** Work in slices: it yields how much is done, 0…1, each few milliseconds, and returns what came of it. */
export type Steps<Result> = Generator<number, Result, void>;

/** All slices at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Steps of a part of the work, told as that part of the whole. */
export function* within<Result>(steps: Steps<Result>, from: number, until: number): Steps<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + (until - from) * step.value;
  }
}
