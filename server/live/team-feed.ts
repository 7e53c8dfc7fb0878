import type { Change } from '#utils/sync/wire.ts';

/** From so many changes on, sockets are told to pull instead. */
const LOAD_MAX = 200;

export interface TeamFeedPorts {
  /** Up to `limit` committed changes after a number, in order. */
  load(afterSeq: number, limit: number): Promise<{ changes: Change[]; serverTime: number }>;
  /** Passes changes on that follow `from`. */
  send(from: number, changes: readonly Change[], serverTime: number): void;
  /** Says that there is something new without saying what. */
  poke(head: number): void;
  onError(error: unknown): void;
}

/** What one process passes on of a team's history: in order, each change once, whichever process wrote it. */
export interface TeamFeed {
  /** Changes that this process has just committed. */
  publish(changes: readonly Change[], serverTime: number): void;
  /** The history is known to reach up to here; what was not passed on yet is loaded. */
  note(head: number): void;
  /** The history was replaced, as by a restored backup. */
  restart(head: number): void;
}

/** A feed that has passed on nothing; whoever joins asks for what was before. */
export function createTeamFeed({ load, send, poke, onError }: TeamFeedPorts): TeamFeed {
  /** Passed on up to here; null before the first news. */
  let sent: number | null = null;
  let wanted = 0;
  let isLoading = false;

  async function catchUp(): Promise<void> {
    isLoading = true;
    try {
      while (sent !== null && sent < wanted) {
        const from = sent;
        const missing = wanted - from;
        const { changes, serverTime } =
          missing > LOAD_MAX ? { changes: [], serverTime: 0 } : await load(from, missing);
        // Started again meanwhile: what was loaded is of another history.
        if (sent !== from) continue;
        const last = changes.at(-1)?.seq;
        if (last === undefined) poke(wanted);
        else send(from, changes, serverTime);
        sent = last ?? wanted;
      }
    } catch (error) {
      // The next poll notes the head again.
      onError(error);
    } finally {
      isLoading = false;
    }
  }

  function note(head: number): void {
    sent ??= head;
    wanted = Math.max(wanted, head);
    if (wanted > sent && !isLoading) void catchUp();
  }

  return {
    note,
    publish(changes, serverTime) {
      const first = changes[0];
      const last = changes.at(-1);
      if (!first || !last) return;
      sent ??= first.seq - 1;
      if (isLoading || first.seq > sent + 1) return note(last.seq);
      const from = sent;
      const fresh = changes.filter(({ seq }) => seq > from);
      if (fresh.length === 0) return;
      send(from, fresh, serverTime);
      sent = last.seq;
    },
    restart(head) {
      sent = head;
      wanted = head;
      poke(head);
    },
  };
}
