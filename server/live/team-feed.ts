import type { Change } from '#utils/sync/wire.ts';

/** From so many changes on, sockets are told to pull instead. */
const LOAD_MAX = 200;

/** Changes, and which history they belong to. */
export interface Following {
  changes: readonly Change[];
  /** Mark of the change before the first of them, read together with them; null when it was dropped. */
  mark: string | null;
  serverTime: number;
}

export interface TeamFeedPorts {
  /** Up to `limit` committed changes after a number, in order. */
  load(afterSeq: number, limit: number): Promise<Following>;
  /** Passes changes on that follow `from`, where the history has this mark. */
  send(from: { seq: number; mark: string }, changes: readonly Change[], serverTime: number): void;
  /** Says that there is something new without saying what. */
  poke(head: number): void;
  onError(error: unknown): void;
}

/** What one process passes on of a team's history: in order, each change once, whichever process wrote it. */
export interface TeamFeed {
  /** Changes that this process has just committed. */
  publish(news: Following): void;
  /** The history is known to reach up to here; what was not passed on yet is loaded. */
  note(head: number): void;
  /** The history was replaced, as by a restored backup. */
  restart(head: number): void;
  /** Up to where everything was passed on, which the history did reach; null before the first news. */
  reached(): number | null;
}

/** A feed that has passed on nothing; whoever joins asks for what was before. */
export function createTeamFeed({ load, send, poke, onError }: TeamFeedPorts): TeamFeed {
  /** Passed on up to here; null before the first news. */
  let sent: number | null = null;
  let wanted = 0;
  let isLoading = false;
  /** How often it was started again: what was asked for before is of another history. */
  let restarts = 0;

  /** A browser could not tell whether rows go on from where it stands when nobody knows the mark there. */
  function pass(from: number, { changes, mark, serverTime }: Following, head: number): void {
    if (mark === null) poke(head);
    else send({ seq: from, mark }, changes, serverTime);
  }

  async function catchUp(): Promise<void> {
    isLoading = true;
    try {
      while (sent !== null && sent < wanted) {
        const from = sent;
        const missing = wanted - from;
        const startedAs = restarts;
        const loaded = missing > LOAD_MAX ? null : await load(from, missing);
        if (restarts !== startedAs) continue;
        const last = loaded?.changes.at(-1)?.seq;
        if (loaded === null || last === undefined) poke(wanted);
        else pass(from, loaded, last);
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
    publish(news) {
      const { changes } = news;
      const first = changes[0];
      const last = changes.at(-1);
      if (!first || !last) return;
      sent ??= first.seq - 1;
      if (isLoading || first.seq > sent + 1) return note(last.seq);
      const from = sent;
      const fresh = changes.filter(({ seq }) => seq > from);
      if (fresh.length === 0) return;
      const before = changes.find(({ seq }) => seq === from)?.mark ?? news.mark;
      pass(from, { ...news, changes: fresh, mark: before }, last.seq);
      sent = last.seq;
    },
    reached: () => sent,
    restart(head) {
      restarts += 1;
      sent = head;
      wanted = head;
      poke(head);
    },
  };
}
