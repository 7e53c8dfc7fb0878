/**
 * Sightings that are told for somebody else. A server that was restored has forgotten the newest threads, and takes
 * nothing about a thread that it does not know; whoever saw it first may come back later, or never. Whoever has
 * something to tell about it therefore tells it along (docs/protocol.md, "Going back in time").
 */
import type { Mutation } from '#utils/sync/wire.ts';
import type { HearbackDb, OutboxRow, ThreadRow } from './schema.ts';

/**
 * These facts, with a sighting, made of what this browser holds of the thread, before the first fact about a thread
 * that none of them has seen before; `told` went before them. Call inside a transaction over the threads.
 */
export async function withSightings(
  db: HearbackDb,
  rows: readonly OutboxRow[],
  told: readonly OutboxRow[] = [],
): Promise<OutboxRow[]> {
  const seen = new Set(told.filter(isSighting).map(({ recordId }) => recordId));
  const ids = new Set(rows.flatMap(({ mutation }) => threadOf(mutation) ?? []));
  const found = await db.threads.bulkGet([...ids]);
  const threads = new Map(found.flatMap((thread) => (thread ? [[thread.id, thread]] : [])));
  return rows.flatMap((row) => {
    if (isSighting(row)) seen.add(row.recordId);
    const id = threadOf(row.mutation);
    const thread = id === null || seen.has(id) ? undefined : threads.get(id);
    if (!thread) return [row];
    seen.add(thread.id);
    return [toSighting(thread, row), row];
  });
}

function isSighting({ mutation }: OutboxRow): boolean {
  return mutation.kind === 'thread.see';
}

/** The thread without which the server refuses this fact; null when it needs none. */
function threadOf(mutation: Mutation): string | null {
  switch (mutation.kind) {
    case 'thread.setOutcome':
    case 'thread.confirm':
    case 'thread.label':
    case 'look.ask':
    case 'look.answer':
    case 'look.end':
      return mutation.args.id;
    case 'reply.record':
      return mutation.args.threadId;
    default:
      return null;
  }
}

/** Who and when is stamped by the server anew; until then this browser shows the thread as old as it was. */
function toSighting({ id, base, body }: ThreadRow, { mid }: OutboxRow): OutboxRow {
  const { post, match, seenAt } = base ?? body;
  const mutation: Mutation = { kind: 'thread.see', args: { id, post, match } };
  return { mid, mutation, kind: 'thread', recordId: id, at: seenAt };
}
