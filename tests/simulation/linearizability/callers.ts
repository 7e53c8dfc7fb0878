/** Teammates who claim and write through any of the servers, and note every call and answer. */
import type { Claim } from '#utils/model/thread.ts';
import { TeamError, createTeamClient, joinTeam } from '#utils/sync/team-client.ts';
import type { TeamClient } from '#utils/sync/team-client.ts';
import type { JoinResponse } from '#utils/sync/wire-access.ts';
import { aSighting } from '#server/testing/builders.ts';
import type { Chance } from '../random.ts';
import type { ClaimInput, ClaimOutput } from './claim-model.ts';
import type { Operation } from './wgl.ts';

/** A caller gives an answer up after this long, ms. */
const PATIENCE_MS = 1_500;

export interface Caller {
  name: string;
  joined: JoinResponse;
  isLead: boolean;
  /** A client at one of the servers. */
  at(origin: string): TeamClient;
}

const patientFetch = (url: string, init: RequestInit): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });

/** Joins through an invite link. */
export async function joinCaller(link: string, name: string): Promise<Caller> {
  const { origin, hash } = new URL(link);
  const joined = await joinTeam(fetch, origin, { invite: hash.slice(1), name, device: 'Test' });
  return {
    name,
    joined,
    isLead: joined.member.role !== 'member',
    at: (server) => createTeamClient(patientFetch, server, joined.token),
  };
}

export interface Recorded {
  threadId: string;
  operation: Operation<ClaimInput, ClaimOutput>;
}

/** What one caller knows of a thread. */
interface Known {
  claim: Claim | null;
  fence: number;
}

/** Claims, renews, releases and reads at random until `isOver`; every call is recorded. */
export async function makeClaims(
  caller: Caller,
  team: readonly Caller[],
  origins: readonly string[],
  threadIds: readonly string[],
  chance: Chance,
  isOver: () => boolean,
  onAnswer: () => void,
): Promise<Recorded[]> {
  const recorded: Recorded[] = [];
  const known = new Map<string, Known>();
  while (!isOver()) {
    const threadId = chance.pick(threadIds);
    const { claim = null, fence = 0 } = known.get(threadId) ?? {};
    const isMine = claim?.memberId === caller.joined.member.id;
    const action = isMine
      ? chance.pick(['renew', 'release', 'handOver', 'take', 'read'] as const)
      : chance.pick(['take', 'take', 'takeOver', 'read', 'renew', 'release'] as const);
    const to = chance.pick(team.filter((one) => one !== caller)).joined.member.id;
    const input: ClaimInput = {
      action,
      by: caller.joined.member.id,
      isLead: caller.isLead,
      fence,
      to,
    };
    const called = nowMs();
    const output = await ask(caller.at(chance.pick(origins)), threadId, input);
    const returned = output === null ? Infinity : nowMs();
    if (output) {
      onAnswer();
      const rises = output.claim?.fence ?? output.fence;
      known.set(threadId, { claim: output.claim, fence: Math.max(rises, fence) });
    }
    recorded.push({ threadId, operation: { input, output, called, returned } });
    await pause(chance.between(0, 20));
  }
  return recorded;
}

async function ask(
  client: TeamClient,
  threadId: string,
  { action, fence, to }: ClaimInput,
): Promise<ClaimOutput | null> {
  try {
    if (action === 'read') {
      const {
        claim,
        fence: top,
        serverTime,
      } = await client.guard({ threadId, knownReplyIds: [] }, PATIENCE_MS);
      return { granted: true, claim, fence: top, at: serverTime };
    }
    const isFenced = action === 'renew' || action === 'release' || action === 'handOver';
    const answer = await client.claim({
      action,
      threadId,
      ...(isFenced ? { fence } : {}),
      ...(action === 'handOver' ? { to } : {}),
    });
    return { ...answer, fence: answer.claim?.fence ?? 0, at: answer.serverTime };
  } catch (error) {
    if (error instanceof TeamError) return null;
    throw error;
  }
}

export interface Written {
  acknowledged: string[];
  unsure: string[];
}

/** Pushes one fact after the other, each again and again until it is answered, until `isOver`. */
export async function writeFacts(
  caller: Caller,
  origins: readonly string[],
  chance: Chance,
  isOver: () => boolean,
): Promise<Written> {
  const acknowledged: string[] = [];
  for (let mid = 1; ; mid += 1) {
    const post = { id: `${caller.name}-${mid}` };
    const mutation = aSighting(post);
    for (;;) {
      if (isOver()) return { acknowledged, unsure: [`x:${post.id}`] };
      try {
        const request = {
          epoch: caller.joined.epoch,
          ackMid: mid - 1,
          mutations: [{ mid, mutation }],
        };
        const { results } = await caller.at(chance.pick(origins)).push(request);
        const [refused] = results.filter(({ ok }) => !ok);
        if (refused) throw new Error(`refused: ${refused.refusal?.message}`);
        break;
      } catch (error) {
        if (!(error instanceof TeamError)) throw error;
        await pause(20);
      }
    }
    acknowledged.push(`x:${post.id}`);
  }
}

/** Pulls from any server after its own cursor until `isOver`, then to the end; what it read, in order. */
export async function readHistory(
  caller: Caller,
  origins: readonly string[],
  chance: Chance,
  isOver: () => boolean,
): Promise<{ ids: string[]; seqs: number[] }> {
  const ids: string[] = [];
  const seqs: number[] = [];
  let cursor = { epoch: caller.joined.epoch, seq: 0, mark: '' };
  for (;;) {
    const isLast = isOver();
    try {
      const page = await caller.at(chance.pick(origins)).pull(cursor, 50);
      for (const { seq, kind, id } of page.changes) {
        seqs.push(seq);
        if (kind === 'thread' && id.includes('-')) ids.push(id);
      }
      cursor = page.next;
      if (isLast && !page.more) return { ids, seqs };
    } catch (error) {
      if (!(error instanceof TeamError)) throw error;
    }
    await pause(chance.between(0, 20));
  }
}

/** One monotonic clock that is close to the database's. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
