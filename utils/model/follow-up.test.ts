import { describe, expect, it } from 'vitest';
import { addFollowUp, FOLLOW_UPS_MAX } from './follow-up.ts';

const one = (id: string, at: number, text = 'Thanks') => ({ id, text, permalink: null, at });

describe('follow-ups of a thread', () => {
  it('stand in the order in which they were posted', () => {
    const all = addFollowUp([one('x:1', 10), one('x:3', 30)], one('x:2', 20));
    expect(all.map(({ id }) => id)).toEqual(['x:1', 'x:2', 'x:3']);
  });

  it('are kept once, as they were read first', () => {
    expect(addFollowUp([one('x:1', 10)], one('x:1', 99, 'other'))).toEqual([one('x:1', 10)]);
  });

  it('are the newest, where there are too many', () => {
    let all = addFollowUp(undefined, one('x:0', 0));
    for (let at = 1; at <= FOLLOW_UPS_MAX; at++) all = addFollowUp(all, one(`x:${at}`, at));
    expect(all).toHaveLength(FOLLOW_UPS_MAX);
    expect(all[0]?.id).toBe('x:1');
  });
});
