/* oxlint-disable no-console -- this is the one place that may write to the console */

/** Fields that may be logged; never anybody's text, name or token. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one line of what happened, for people who help people. */
export function log(event: string, fields: LogFields = {}): void {
  console.debug(`[hearback] ${event}`, fields);
}

/** Writes one line of what went wrong; `error` is reduced to its name and message. */
export function logError(event: string, error: unknown, fields: LogFields = {}): void {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  console.warn(`[hearback] ${event}`, { ...fields, reason });
}
