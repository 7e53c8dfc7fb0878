/**
 * How a script that is brought to a page only when it is needed hands itself to the page's own script, both in our own
 * world there.
 */
export interface ScriptDelivery<T> {
  /** Leaves it for the page's own script. */
  deliver(value: T): void;
  /** What was left; null when it has not arrived. */
  take(): T | null;
}

/** Creates the place where the script of this name is left. */
export function createScriptDelivery<T>(name: string): ScriptDelivery<T> {
  const key = Symbol.for(`hearback.${name}`);
  const world = globalThis as unknown as Record<symbol, T | undefined>;
  return {
    deliver(value) {
      world[key] = value;
    },
    take: () => world[key] ?? null,
  };
}
