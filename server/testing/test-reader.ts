import type { Cursor, PullResponse } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import type { Actor } from '../services/actor.ts';
import { loadSnapshotPage, pullChanges } from '../services/pull.ts';
import { ServiceError } from '../services/service-error.ts';
import { listRecords } from '../store/records.ts';

/** The state of a team: `kind id` → body. */
export type State = Record<string, unknown>;

/** Follows a team as docs/protocol.md asks of a browser, in steps that other things may come between. */
export interface TestReader {
  /** Pulls one page; starts again from a snapshot when it is told to. False when there was nothing more. */
  step(limit: number): Promise<boolean>;
  /** Goes on until it has caught up. */
  catchUp(limit: number): Promise<State>;
  /** How often it had to start again. */
  resets: number;
}

/** More than any test has to read. */
const STEPS_MAX = 10_000;

/** A reader that has read nothing; `between` happens between the pages of a snapshot. */
export function createReader(
  context: ServerContext,
  actor: Actor,
  epoch: string,
  between: () => Promise<void> = async () => undefined,
): TestReader {
  let cursor: Cursor = { epoch, seq: 0, mark: '' };
  let rows = new Map<string, { seq: number; body: unknown }>();

  async function restart(limit: number): Promise<void> {
    reader.resets += 1;
    rows = new Map();
    let after: string | null = null;
    do {
      const page = await loadSnapshotPage(context, actor, after, limit);
      for (const { kind, id, seq, body } of page.rows) rows.set(`${kind} ${id}`, { seq, body });
      cursor = page.cursor;
      ({ after } = page);
      await between();
    } while (after !== null);
  }

  async function pull(limit: number): Promise<PullResponse | null> {
    try {
      return await pullChanges(context, actor, cursor, limit);
    } catch (error) {
      if (error instanceof ServiceError && error.body.code === 'reset') return null;
      throw error;
    }
  }

  const reader: TestReader = {
    resets: 0,
    async step(limit) {
      const page = await pull(limit);
      if (!page) {
        await restart(limit);
        return true;
      }
      for (const { kind, id, seq, op, body } of page.changes) {
        const key = `${kind} ${id}`;
        if (seq <= (rows.get(key)?.seq ?? 0)) continue;
        if (op === 'del') rows.delete(key);
        else rows.set(key, { seq, body });
      }
      cursor = page.next;
      return page.more;
    },
    async catchUp(limit) {
      for (let steps = 0; await reader.step(limit); steps += 1) {
        if (steps > STEPS_MAX) throw new Error('The history does not end.');
      }
      return toState([...rows].map(([key, { body }]) => [key, body]));
    },
  };
  return reader;
}

/** What the tables say. */
export async function readOracle({ store }: ServerContext, teamId: string): Promise<State> {
  const rows = await listRecords(store, teamId, null, 100_000);
  return toState(rows.map(({ kind, id, body }) => [`${kind} ${id}`, body]));
}

function toState(entries: [string, unknown][]): State {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
