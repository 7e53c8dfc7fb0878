import { describe, expect, test } from 'vitest';
import { createChance } from '../random.ts';
import { createClaimModel } from './claim-model.ts';
import type { ClaimInput, ClaimOutput } from './claim-model.ts';
import { checkHistory } from './wgl.ts';
import type { Operation } from './wgl.ts';

const LEASE = 1_000;
const model = createClaimModel(LEASE);
type Call = Operation<ClaimInput, ClaimOutput>;

function call(
  by: string,
  action: ClaimInput['action'],
  [called, returned]: [number, number],
  output: Partial<ClaimOutput> | null,
  input: Partial<ClaimInput> = {},
): Call {
  return {
    input: { action, by, isLead: false, fence: 0, to: '', ...input },
    output: output && { granted: true, claim: null, fence: 0, at: called, ...output },
    called,
    returned: output ? returned : Infinity,
  };
}

const held = (memberId: string, fence: number, since: number) => ({
  claim: { memberId, fence, since, leaseUntil: since + LEASE },
  fence,
});

const verdict = (...history: Call[]) => checkHistory(model, history).isLinearizable;

describe('histories of claims that one order explains', () => {
  test('take, be refused, release, take', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'take', [20, 30], { granted: false, ...held('ana', 1, 5) }),
      call('ana', 'release', [40, 50], {}, { fence: 1 }),
      call('ben', 'take', [60, 70], held('ben', 2, 65)),
    ];
    expect(verdict(...history)).toBe(true);
  });

  test('two at once, of whom the later caller wins', () => {
    const history = [
      call('ana', 'take', [0, 100], { granted: false, ...held('ben', 1, 50) }),
      call('ben', 'take', [10, 90], held('ben', 1, 50)),
    ];
    expect(verdict(...history)).toBe(true);
  });

  test('a lost answer that must have taken effect', () => {
    const history = [
      call('ana', 'take', [0, 0], null),
      call('ben', 'read', [20, 30], held('ana', 1, 5)),
    ];
    expect(verdict(...history)).toBe(true);
  });

  test('a lost answer that never took effect', () => {
    const history = [
      call('ana', 'take', [0, 0], null),
      call('ben', 'take', [20, 30], held('ben', 1, 25)),
    ];
    expect(verdict(...history)).toBe(true);
  });

  test('a grant after the lease ran out', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'take', [1_100, 1_110], held('ben', 2, 1_105)),
    ];
    expect(verdict(...history)).toBe(true);
  });

  test('a lead takes over, the old fence is refused', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('lea', 'takeOver', [20, 30], held('lea', 2, 25), { isLead: true }),
      call('ana', 'renew', [40, 50], { granted: false, ...held('lea', 2, 25) }, { fence: 1 }),
    ];
    expect(verdict(...history)).toBe(true);
  });
});

describe('histories of claims that no order explains', () => {
  test('two holders at once', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'take', [20, 30], held('ben', 2, 25)),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('one fence given twice', () => {
    const history = [
      call('ana', 'take', [0, 50], held('ana', 1, 5)),
      call('ben', 'take', [0, 50], held('ben', 1, 5)),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('a read of the past', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'read', [20, 30], { claim: null, fence: 0 }),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('a release under an old fence that is granted', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('lea', 'takeOver', [20, 30], held('lea', 2, 25), { isLead: true }),
      call('ana', 'release', [40, 50], {}, { fence: 1 }),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('an acknowledged grant that is forgotten', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'take', [20, 30], held('ben', 1, 25)),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('a refusal although nobody holds it', () => {
    const history = [call('ana', 'take', [0, 10], { granted: false })];
    expect(verdict(...history)).toBe(false);
  });

  test('a takeover by somebody who is no lead', () => {
    const history = [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      call('ben', 'takeOver', [20, 30], held('ben', 2, 25)),
    ];
    expect(verdict(...history)).toBe(false);
  });

  test('names the operation that does not fit', () => {
    const bad = call('ben', 'take', [20, 30], held('ben', 2, 25));
    const { stuckAt, explained } = checkHistory(model, [
      call('ana', 'take', [0, 10], held('ana', 1, 5)),
      bad,
    ]);
    expect({ stuckAt, explained }).toEqual({ stuckAt: [bad], explained: 1 });
  });
});

describe('a long history in which every tenth answer was lost', () => {
  const long = createClaimModel(1e9);

  /** What one thread's claim did, one call after the other; half of the lost ones were carried out. */
  function writeHistory(calls: number): Call[] {
    const chance = createChance(7);
    const history: Call[] = [];
    let [holder, fence, since] = ['', 0, 0];
    const claimNow = () =>
      holder === ''
        ? { claim: null, fence }
        : { claim: { memberId: holder, fence, since, leaseUntil: since + 1e9 }, fence };
    for (let at = 0; at < calls * 10; at += 10) {
      const by = chance.pick(['ana', 'ben', 'cem']);
      const isLost = chance.next() < 0.1;
      const isCarriedOut = !isLost || chance.next() < 0.5;
      const isOwn = holder === by;
      const input = { fence };
      const isFree = holder === '';
      if (isCarriedOut && isOwn) holder = '';
      else if (isCarriedOut && isFree) [holder, fence, since] = [by, fence + 1, at + 1];
      const output = { granted: isOwn || isFree, at: at + 1, ...claimNow() };
      const action = isOwn ? 'release' : 'take';
      history.push(call(by, action, [at, at + 5], isLost ? null : output, input));
    }
    return history;
  }

  test('is explained', () => {
    expect(checkHistory(long, writeHistory(4_000)).isLinearizable).toBe(true);
  });

  test('is not when one claim was granted twice', () => {
    const history = writeHistory(300);
    const isGrant = ({ input, output }: Call) =>
      input.action === 'take' && output?.granted === true && output.claim?.fence === 60;
    const [grant] = history.filter(isGrant);
    if (!grant?.output?.claim) throw new Error('no such grant');
    const { since } = grant.output.claim;
    history.push(call('dan', 'take', [since + 2, since + 3], held('dan', 60, since + 2)));
    expect(checkHistory(long, history).isLinearizable).toBe(false);
  });
});
