import { describe, expect, test } from 'vitest';
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
