import { createHash } from 'node:crypto';
import { mutationSchema } from '#utils/sync/wire.ts';
import type { Mutation, PushRequest, PushResponse, Refusal } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { insertApplied, loadApplied } from '../store/applied.ts';
import type { AppliedRow } from '../store/applied.ts';
import { lockDevice, updateMids } from '../store/devices.ts';
import { isStorable } from '../store/storable.ts';
import type { Actor } from './actor.ts';
import { readFactsAhead } from './mutations/read-ahead.ts';
import { applyFact } from './mutations/registry.ts';
import { refuseErasedSince } from './mutations/refuse-erased.ts';
import { Refused } from './mutations/refused.ts';
import { ServiceError, unauthorized } from './service-error.ts';
import { refuseFlood } from './sighting-quota.ts';
import { commitTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

type PushResult = PushResponse['results'][number];

/**
 * Takes a device's facts, each exactly once and in the order of `mid` (reliability.md §4.3). A known `mid` is
 * answered from store, save that what the team had erased since is refused as that; at one with another content, and at
 * a hole in the order, it stops: what came before is kept and answered, and when nothing did, it throws
 * `device_cloned`, or `gap` with the `mid` that was expected. A fact that is ill-formed or not allowed is refused
 * alone.
 */
export async function pushFacts(
  context: ServerContext,
  asking: Actor,
  request: PushRequest,
): Promise<PushResponse> {
  const { teamId, deviceId } = asking;
  const { value, changes } = await commitTeam(context, teamId, asking, async (write) => {
    const { tx } = write;
    const device = await lockDevice(tx, teamId, deviceId);
    if (device === null) throw unauthorized();
    if (device.epoch !== request.epoch) throw epochChanged();
    // As they stand now: who got another role while this waited for its turn acts as what they are.
    const actor = { ...asking, role: device.role };

    const facts = request.mutations.map(({ mid, mutation }) => readFact(mid, mutation));
    await readFactsAhead(
      write,
      facts.filter(({ mid }) => mid > device.lastMid),
    );
    const results: PushResult[] = [];
    const fresh = new Map<number, AppliedRow>();
    let { lastMid } = device;
    for (const { mid, hash, mutation } of facts) {
      if (mid <= lastMid) {
        const known = fresh.get(mid) ?? (await loadApplied(tx, teamId, deviceId, mid));
        if (known?.hash !== hash) {
          // What both copies of a profile had to tell is answered first, so that it is not told twice.
          if (results.length > 0) break;
          throw deviceCloned();
        }
        const refusal = known.refusal ?? (await refuseSince(write, mutation));
        results.push(toResult(mid, { ...known, refusal }));
        continue;
      }
      if (mid > lastMid + 1) {
        if (results.length > 0) break;
        throw new ServiceError('gap', 'Some facts are missing before these.', lastMid + 1);
      }
      const refusal = await applyAlone(write, actor, mutation, context.sightingsPerHour);
      const applied = { hash, refusal, after: device.head };
      fresh.set(mid, applied);
      results.push(toResult(mid, applied));
      lastMid = mid;
    }
    await insertApplied(tx, teamId, deviceId, fresh);
    const ackedMid = Math.min(request.ackMid, lastMid);
    const serverTime = await updateMids(tx, teamId, deviceId, { lastMid, ackedMid });
    return { results, serverTime, head: device.head };
  });
  return { ...value, head: changes.at(-1)?.seq ?? value.head };
}

/** A fact as it came; `mutation` is null when it is ill-formed. */
function readFact(mid: number, mutation: unknown) {
  const parsed = mutationSchema.safeParse(mutation);
  const isGood = parsed.success && hasStorableIds(parsed.data.args);
  return { mid, hash: hashFact(mutation), mutation: isGood ? parsed.data : null };
}

/**
 * A known number with another content comes from a second copy of one browser profile, which counts on from the same
 * place (reliability.md F25); so does one so old that its result is forgotten.
 */
function deviceCloned(): ServiceError {
  return new ServiceError(
    'device_cloned',
    'This browser profile is a copy of another one. It needs a place of its own in the team.',
  );
}

async function applyAlone(
  write: TeamWrite,
  actor: Actor,
  mutation: Mutation | null,
  sightingsPerHour: number | undefined,
): Promise<Refusal | null> {
  if (mutation === null) {
    return {
      code: 'invalid',
      message: 'The server cannot read this. Update Hearback, then do it again.',
    };
  }
  return toRefusal(async () => {
    const flood = await refuseFlood(write, actor, mutation, sightingsPerHour);
    if (flood === null) await applyFact(write, actor, mutation);
    return flood;
  });
}

/** Why a fact that was taken before is kept no longer; null when it is. */
async function refuseSince(write: TeamWrite, mutation: Mutation | null): Promise<Refusal | null> {
  if (mutation === null) return null;
  return toRefusal(async () => {
    await refuseErasedSince(write, mutation);
    return null;
  });
}

async function toRefusal(act: () => Promise<Refusal | null>): Promise<Refusal | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Ids stand in plain columns. */
function hasStorableIds(args: { id: string; threadId?: string | undefined }): boolean {
  return [args.id, args.threadId ?? ''].every(isStorable);
}

function hashFact(mutation: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(mutation);
  } catch {
    // Nested too deeply to be written; it is going to be refused as ill-formed.
  }
  return createHash('sha256')
    .update(text ?? '')
    .digest('base64url');
}

function toResult(mid: number, { refusal, after }: AppliedRow): PushResult {
  return refusal === null ? { mid, ok: true, after } : { mid, ok: false, after, refusal };
}

function epochChanged(): ServiceError {
  return new ServiceError('reset', 'The team was restored on the server. Load its state again.');
}
