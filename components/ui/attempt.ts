/** What came of something a person asked for: null when it is done, else in words why not and what to do. */
export type Refusal = string | null;

/** A callback that does something which may be refused. It never rejects. */
export type Attempt<Args extends unknown[] = []> = (...args: Args) => Promise<Refusal>;
