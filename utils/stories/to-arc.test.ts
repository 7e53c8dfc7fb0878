import { describe, expect, it } from 'vitest';
import { aReply, aStory, aThread } from '#tests/support/builders.ts';
import { ARC_MAX } from '#utils/model/story-limits.ts';
import { growArc, toArc } from './to-arc.ts';

const followUp = (id: string, at: number) => ({ id, text: 'Thanks', permalink: null, at });

describe('what came after a post', () => {
  it('is the team’s answers and the customer’s words, oldest first', () => {
    const thread = aThread({ followUps: [followUp('x:3', 30)] });
    const replies = [aReply({ id: 'x:4', at: 40 }), aReply({ id: 'x:2', at: 20 })];
    expect(toArc(thread, replies).map(({ id, from }) => `${id} ${from}`)).toEqual([
      'x:2 team',
      'x:3 customer',
      'x:4 team',
    ]);
    expect(toArc(thread, replies)[1]?.handle).toBe(thread.post.author.handle);
  });

  it('keeps beginning and end of very long ones', () => {
    const replies = Array.from({ length: 50 }, (_, at) => aReply({ id: `x:r${at}`, at }));
    const ids = toArc(aThread(), replies).map(({ id }) => id);
    expect(ids).toHaveLength(ARC_MAX);
    expect([ids[0], ids[1], ids.at(-1)]).toEqual(['x:r0', `x:r${51 - ARC_MAX}`, 'x:r49']);
  });

  it('grows by what is new, and keeps what is not known any more', () => {
    const thread = aThread({ followUps: [followUp('x:3', 30)] });
    const old = toArc(aThread(), [aReply({ id: 'x:2', at: 20 })]);
    const story = aStory({ arc: old });
    expect(growArc(story, toArc(thread, []))?.map(({ id }) => id)).toEqual(['x:2', 'x:3']);
    expect(growArc(story, old)).toBeNull();
    expect(growArc(aStory(), [])).toBeNull();
  });

  it('that is full is not told again and again', () => {
    const many = Array.from({ length: 60 }, (_, at) => aReply({ id: `x:r${at}`, at }));
    const full = aStory({ arc: toArc(aThread(), many) });
    const grown = growArc(full, toArc(aThread(), many.slice(0, 30)));
    const next = grown ? aStory({ arc: grown }) : full;
    expect(growArc(next, toArc(aThread(), many.slice(0, 30)))).toBeNull();
  });
});
