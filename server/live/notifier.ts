import type { PresenceNews } from './presence-board.ts';

/** What one server process tells the others. Any hint may be lost, come twice or late: polling finds what counts. */
export type Hint =
  | { type: 'head'; teamId: string; head: number }
  | ({ type: 'presence' } & PresenceNews)
  | { type: 'closed'; teamId: string; deviceId?: string; memberId?: string };

/** A line to the other server processes on the same database. */
export interface Notifier {
  /** Tells the others, soon; after the commit of what it is about. Never fails. */
  publish(hint: Hint): void;
  /** Calls back with what others tell; `from` names the process. */
  onHint(listener: (hint: Hint, from: string) => void): void;
  close(): Promise<void>;
}

/** For the one process of a SQLite file. */
export const noNotifier: Notifier = {
  publish: () => undefined,
  onHint: () => undefined,
  close: async () => undefined,
};
