import { expect, it } from 'vitest';
import { LOOK_COMMENTS_MAX } from './look-limits.ts';
import { answerLook, askLook, lookSchema } from './look.ts';

const asked = askLook(undefined, { text: 'Hi' }, { memberId: 'ana', at: 1 });

it('keeps what was said when its asker asks again, and drops it when somebody else does', () => {
  const said = answerLook(
    asked,
    { verdict: 'changes', text: 'Warmer' },
    { memberId: 'ben', at: 2 },
  );
  const again = askLook(said, { text: 'Hello!' }, { memberId: 'ana', at: 3 });
  expect(again).toMatchObject({ text: 'Hello!', state: 'asked', comments: said.comments });
  const other = askLook(said, { text: 'Hey' }, { memberId: 'cem', at: 3 });
  expect(other.comments).toEqual([]);
});

it('lets nobody approve their own draft', () => {
  const own = answerLook(asked, { verdict: 'approved', text: '' }, { memberId: 'ana', at: 2 });
  expect(own.state).toBe('asked');
  expect(own.comments[0]).not.toHaveProperty('verdict');
});

it('keeps the newest comments', () => {
  let look = asked;
  for (let at = 1; at <= LOOK_COMMENTS_MAX + 2; at += 1) {
    look = answerLook(look, { verdict: 'comment', text: `${at}` }, { memberId: 'ben', at });
  }
  expect(lookSchema.parse(look)).toEqual(look);
  expect(look.comments.at(-1)?.text).toBe(`${LOOK_COMMENTS_MAX + 2}`);
});
