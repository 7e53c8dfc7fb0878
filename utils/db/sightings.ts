/**
 * Facts that are told for somebody else. A server that was restored has forgotten the newest threads and stories, and
 * takes nothing about one that it does not know; whoever told it first may come back later, or never. Whoever has
 * something to tell about it therefore tells it along (docs/protocol.md, "Going back in time").
 */
import type { Mutation } from '#utils/sync/wire.ts';
import type { HearbackDb, OutboxRow, StoryRow, ThreadRow } from './schema.ts';

/** A record without which the server refuses a fact. */
interface Needed {
  kind: 'thread' | 'story';
  id: string;
}

/**
 * These facts, with a sighting or saving, made of what this browser holds of the record, before the first fact about one
 * that none of them has told before; `told` went before them. Call inside a transaction over threads and stories.
 */
export async function withSightings(
  db: HearbackDb,
  rows: readonly OutboxRow[],
  told: readonly OutboxRow[] = [],
): Promise<OutboxRow[]> {
  const known = new Set(told.filter(isSighting).map(toName));
  const needed = rows.flatMap(({ mutation }) => neededBy(mutation) ?? []);
  const found = new Map<string, ThreadRow | StoryRow>();
  for (const kind of ['thread', 'story'] as const) {
    const ids = needed.filter((one) => one.kind === kind).map(({ id }) => id);
    const table = kind === 'thread' ? db.threads : db.stories;
    for (const row of await table.bulkGet([...new Set(ids)])) {
      if (row) found.set(`${kind} ${row.id}`, row);
    }
  }
  return rows.flatMap((row) => {
    if (isSighting(row)) known.add(toName(row));
    const need = neededBy(row.mutation);
    if (need === null) return [row];
    const name = `${need.kind} ${need.id}`;
    const record = known.has(name) ? undefined : found.get(name);
    if (!record) return [row];
    known.add(name);
    return [toSighting(record, row), row];
  });
}

function isSighting({ mutation }: OutboxRow): boolean {
  return mutation.kind === 'thread.see' || mutation.kind === 'story.save';
}

function toName({ kind, recordId }: OutboxRow): string {
  return `${kind} ${recordId}`;
}

function neededBy(mutation: Mutation): Needed | null {
  switch (mutation.kind) {
    case 'thread.setOutcome':
    case 'thread.confirm':
    case 'thread.label':
    case 'thread.followUp':
    case 'look.ask':
    case 'look.answer':
    case 'look.end':
      return { kind: 'thread', id: mutation.args.id };
    case 'reply.record':
      return { kind: 'thread', id: mutation.args.threadId };
    case 'story.edit':
    case 'story.consent':
    case 'story.notice':
      return { kind: 'story', id: mutation.args.id };
    default:
      return null;
  }
}

/** Who and when is stamped by the server anew; until then this browser shows the record as old as it was. */
function toSighting(row: ThreadRow | StoryRow, { mid }: OutboxRow): OutboxRow {
  if ('seenAt' in row) {
    const { post, match, seenAt } = row.base ?? row.body;
    const mutation: Mutation = { kind: 'thread.see', args: { id: row.id, post, match } };
    return { mid, mutation, kind: 'thread', recordId: row.id, at: seenAt };
  }
  const { savedBy: _by, savedAt, consent: _steps, changed: _seen, ...args } = row.base ?? row.body;
  return {
    mid,
    mutation: { kind: 'story.save', args },
    kind: 'story',
    recordId: row.id,
    at: savedAt,
  };
}
