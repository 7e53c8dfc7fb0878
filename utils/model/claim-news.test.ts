import { describe, expect, test } from 'vitest';
import { aReply, aThreadView, at } from '#tests/support/builders.ts';
import { toClaimNews } from './claim-news.ts';

const me = aThreadView().me?.id ?? '';
const names = { ana: 'Ana' };
const mine = { memberId: me, fence: 3, since: at - 700_000, leaseUntil: at - 1_000 };
const fresh = { memberId: me, fence: 4, since: at, leaseUntil: at + 600_000 };
const free = aThreadView({ names, thread: { claim: null } });

describe('news of my claim', () => {
  test('is that it ran out, before the server has said so and after', () => {
    expect(toClaimNews(mine, free, at)).toEqual({ kind: 'ranOut' });
    const unsaid = aThreadView({ thread: { claim: mine } });
    expect(toClaimNews(mine, unsaid, at)).toEqual({ kind: 'ranOut' });
  });

  test('is nothing when it was given back early', () => {
    expect(toClaimNews(fresh, free, at)).toBeNull();
  });

  test('is nothing when my reply ended it', () => {
    const answered = aThreadView({ replies: [aReply({ memberId: me })] });
    expect(toClaimNews(mine, answered, at)).toBeNull();
  });

  test('is who handed a thread to me, with the note', () => {
    const claim = { ...fresh, from: 'ana', note: 'Knows the customer' };
    const handed = aThreadView({ names, thread: { claim } });
    expect(toClaimNews(null, handed, at)).toEqual({
      kind: 'handedToMe',
      by: 'Ana',
      note: 'Knows the customer',
    });
    expect(toClaimNews(claim, handed, at)).toBeNull();
  });

  test('is nothing for a claim that I took', () => {
    expect(toClaimNews(null, aThreadView({ thread: { claim: fresh } }), at)).toBeNull();
  });
});
