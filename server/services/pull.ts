import { ERASED_MAX, PULL_MAX, cursorSchema, recordKinds } from '#utils/sync/wire.ts';
import type {
  Cursor,
  PullResponse,
  SnapshotResponse,
  ThreadsRequest,
  ThreadsResponse,
} from '#utils/sync/wire.ts';
import { z } from 'zod';
import type { ServerContext } from '../context.ts';
import { listChanges, listErased, loadMark } from '../store/changes.ts';
import { readNow } from '../store/database.ts';
import { fitChanges, fitRecords } from '../store/page-size.ts';
import { listRecords, listThreadRecords } from '../store/records.ts';
import { loadTeam } from '../store/teams.ts';
import type { TeamRow } from '../store/teams.ts';
import type { Actor } from './actor.ts';
import { ServiceError, unauthorized } from './service-error.ts';

/** Of a change that was dropped from the history; any would do, for there is none to compare it with. */
const FORGOTTEN_MARK = 'forgotten';

/**
 * The changes after a cursor, in order and without holes. Throws `reset` when the cursor is not of this history
 * (other epoch or mark, ahead of the head) or too old for it; the device then takes a snapshot.
 */
export async function pullChanges(
  context: ServerContext,
  actor: Actor,
  cursor: Cursor,
  limit: number,
): Promise<PullResponse> {
  const { store } = context;
  const wanted = await fitChanges(store, actor.teamId, cursor.seq, Math.min(limit, PULL_MAX));
  // Before the team's row: tombstones that upkeep drops meanwhile have raised the floor by the time it is read.
  const changes = await listChanges(store, actor.teamId, cursor.seq, wanted);
  const team = await needTeam(context, actor);
  await checkCursor(context, team, cursor);
  const last = changes.at(-1);
  const next = last ? { epoch: team.epoch, seq: last.seq, mark: last.mark } : cursor;
  const { epoch, seq: head, retentionDays } = team;
  const serverTime = await readNow(store);
  // A page that is not full was the end; the head may have moved since, and asking again at once would not.
  const more = changes.length === wanted && next.seq < head;
  return { epoch, changes, next, more, head, serverTime, retentionDays };
}

async function checkCursor({ store }: ServerContext, team: TeamRow, cursor: Cursor): Promise<void> {
  const isOfThisHistory =
    cursor.epoch === team.epoch && cursor.seq >= team.floor && cursor.seq <= team.seq;
  if (isOfThisHistory && cursor.seq > 0) {
    // A change that compaction removed has no mark to compare; the epoch vouches for it.
    const mark = await loadMark(store, team.id, cursor.seq);
    if (mark === null || mark === cursor.mark) return;
  } else if (isOfThisHistory) {
    return;
  }
  throw new ServiceError('reset', 'This browser is too far behind. Load the team’s state again.');
}

const placeSchema = z.object({
  cursor: cursorSchema,
  kind: z.enum(recordKinds),
  id: z.string(),
});

/**
 * A page of the whole state. `cursor` is the head as it was at the first page; rows may be newer than that,
 * which pulling from there repeats harmlessly.
 */
export async function loadSnapshotPage(
  context: ServerContext,
  actor: Actor,
  after: string | null,
  limit: number,
): Promise<SnapshotResponse> {
  const { store } = context;
  const team = await needTeam(context, actor);
  const place = after === null ? null : parsePlace(after);
  if (place && place.cursor.epoch !== team.epoch) {
    throw new ServiceError('reset', 'The team was restored on the server. Load its state again.');
  }
  const cursor = place?.cursor ?? {
    epoch: team.epoch,
    seq: team.seq,
    // An empty mark would say that nothing was loaded yet.
    mark: team.seq === 0 ? '' : ((await loadMark(store, team.id, team.seq)) ?? FORGOTTEN_MARK),
  };
  const wanted = await fitRecords(store, team.id, place, Math.min(limit, PULL_MAX));
  const rows = await listRecords(store, team.id, place, wanted);
  const last = rows.at(-1);
  const isEnd = !last || rows.length < wanted;
  return {
    cursor,
    rows,
    after: isEnd ? null : toAfter({ cursor, kind: last.kind, id: last.id }),
    // Last, so that what is erased while the pages are read is among them, or behind the cursor.
    ...(isEnd ? { erased: await listErased(store, team.id, ERASED_MAX) } : {}),
    serverTime: await readNow(store),
  };
}

/** Threads as they stand, with their replies; unknown ones are left out. */
export async function loadThreads(
  { store }: ServerContext,
  { teamId }: Actor,
  { ids }: ThreadsRequest,
): Promise<ThreadsResponse> {
  const rows = await listThreadRecords(store, teamId, ids);
  return { rows, serverTime: await readNow(store) };
}

function toAfter(place: z.infer<typeof placeSchema>): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

function parsePlace(after: string): z.infer<typeof placeSchema> {
  try {
    return placeSchema.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch {
    throw new ServiceError('bad_request', '“after” is not from an earlier page.');
  }
}

async function needTeam({ store }: ServerContext, actor: Actor): Promise<TeamRow> {
  const team = await loadTeam(store, actor.teamId);
  if (!team) throw unauthorized();
  return team;
}
