/** What one thread's claim does, one request after the other (docs/protocol.md, “Claims”). */
import type { ClaimResponse } from '#utils/sync/wire.ts';
import type { Model } from './wgl.ts';

export interface ClaimInput {
  action: 'take' | 'renew' | 'release' | 'takeOver' | 'handOver' | 'read';
  by: string;
  isLead: boolean;
  fence: number;
  to: string;
}

/** Of a read, `granted` means nothing and `fence` is the thread's. */
export interface ClaimOutput {
  granted: boolean;
  claim: ClaimResponse['claim'];
  fence: number;
  /** The database's clock when it was answered, ms. */
  at: number;
}

export interface ClaimState {
  holder: string | null;
  fence: number;
  /** The lease runs at least until then; exactly, where the grant was answered. */
  until: number;
  /** And at most until then; Infinity where the answer was lost. */
  latest: number;
  from: string | null;
}

/** Clocks of one machine, read by two programs and cut to whole ms. */
const SLACK_MS = 5;

/** The model for leases of a length. Times are the database's clock, which is also the caller's. */
export function createClaimModel(leaseMs: number): Model<ClaimState, ClaimInput, ClaimOutput> {
  const grant = (
    state: ClaimState,
    input: ClaimInput,
    output: ClaimOutput | null,
    called: number,
  ): ClaimState | null => {
    const { action, by, fence, isLead, to } = input;
    const { holder } = state;
    const started = output?.claim?.since ?? Infinity;
    // Where the answer is unknown it may have come late, so any lease may have run out by then.
    const isOver = holder === null || started >= state.until - SLACK_MS;
    const end = output?.claim?.leaseUntil;
    const lease = { until: end ?? called + leaseMs - SLACK_MS, latest: end ?? Infinity };
    const isOwn = holder === by;
    const next = (who: string, from: string | null): ClaimState => ({
      holder: who,
      fence: state.fence + 1,
      ...lease,
      from,
    });
    switch (action) {
      case 'take':
      case 'takeOver':
        // One's own running lease is prolonged; one that ran out is granted anew.
        if (isOwn && output?.claim?.fence === state.fence) return { ...state, ...lease };
        if (isOver || (action === 'takeOver' && isLead && !isOwn)) return next(by, holder);
        return null;
      case 'renew':
        return isOwn && state.fence === fence ? { ...state, ...lease } : null;
      case 'release':
        if (isOwn && state.fence === fence) return { ...state, holder: null, from: null };
        // Given back before, or run out and told to everybody.
        return state.fence === fence && (holder === null || (output?.at ?? Infinity) >= state.until)
          ? state
          : null;
      case 'handOver':
        if (state.fence === fence && holder !== to && (isOwn || isLead)) return next(to, by);
        return state.fence === fence + 1 && holder === to && state.from === by ? state : null;
      default:
        return state;
    }
  };

  const isShown = (state: ClaimState, { claim, at }: ClaimOutput): boolean => {
    if (claim) return state.holder === claim.memberId && state.fence === claim.fence;
    return state.holder === null || at >= state.until - SLACK_MS;
  };

  /** The thread's fence when it was answered, after what the call did; null where the answer does not tell. */
  const fenceSeen = ({ action, fence }: ClaimInput, output: ClaimOutput): number | null => {
    if (action === 'read') return output.fence;
    if (output.claim) return output.claim.fence;
    return action === 'release' && output.granted ? fence : null;
  };

  return {
    inputKey: ({ action, by, fence, to }) =>
      // Neither asks for a fence.
      action === 'take' || action === 'takeOver'
        ? `${action} ${by}`
        : `${action} ${by} ${fence} ${to}`,
    // Fences never fall.
    isPast: (state, input, output) => state.fence > (fenceSeen(input, output) ?? Infinity),
    initial: { holder: null, fence: 0, until: 0, latest: 0, from: null },
    key: ({ holder, fence, until, latest, from }) =>
      `${holder} ${fence} ${until} ${latest} ${from}`,
    step(state, input, output, called) {
      const after = input.action === 'read' ? state : grant(state, input, output, called);
      if (output === null) return after;
      if (input.action === 'read') {
        return isShown(state, output) && output.fence === state.fence ? state : null;
      }
      if (!output.granted) return isRefusal(state, input, output, called) ? state : null;
      if (!after) return null;
      if (input.action === 'release') return output.claim === null ? after : null;
      const { claim } = output;
      return claim?.fence === after.fence && claim.memberId === after.holder ? after : null;
    },
  };

  /** Refused: the state must speak against it, and the answer must name who holds it. */
  function isRefusal(
    state: ClaimState,
    input: ClaimInput,
    output: ClaimOutput,
    called: number,
  ): boolean {
    if (!isShown(state, output)) return false;
    const { action, by, fence, isLead, to } = input;
    const isOwn = state.holder === by;
    // It was decided at some moment after the call; the answer's own time is later than that.
    const isHeld = state.holder !== null && !isOwn && called - SLACK_MS <= state.latest;
    switch (action) {
      case 'take':
        return isHeld;
      case 'takeOver':
        return isHeld && !isLead;
      case 'renew':
      case 'release':
        return !(isOwn && state.fence === fence);
      case 'handOver':
        return !(state.fence === fence && (isOwn || isLead) && state.holder !== to);
      default:
        return false;
    }
  }
}
