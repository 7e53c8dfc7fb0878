import { describe, expect, test } from 'vitest';
import { aThreadView, at } from '#tests/support/builders.ts';
import { createClaimWatch } from './claim-watch.ts';

const held = { memberId: 'me', fence: 3, since: at, leaseUntil: at + 600_000 };
const mine = aThreadView({ thread: { claim: held } });
const free = aThreadView({ thread: { claim: null } });

describe('the claims of a page', () => {
  test('are no news at the first look', () => {
    const claims = createClaimWatch();
    const handed = { ...held, from: 'ana', note: 'Yours' };
    expect(claims.look(aThreadView({ thread: { claim: handed } }), at)).toBeNull();
  });

  test('have run out once, however often one looks', () => {
    const claims = createClaimWatch();
    claims.look(mine, at);
    const later = at + 600_001;
    expect([mine, free, free].map((view) => claims.look(view, later)?.kind)).toEqual([
      'ranOut',
      undefined,
      undefined,
    ]);
  });

  test('keep the fence under which a reply is written after they are lost', () => {
    const claims = createClaimWatch();
    claims.look(mine, at);
    const taken = { ...held, memberId: 'ben', fence: 4, from: 'me' };
    claims.look(aThreadView({ thread: { claim: taken } }), at);
    expect(claims.fenceOf('x:1')).toBe(3);
    expect(claims.fenceOf('x:2')).toBeUndefined();
  });
});
