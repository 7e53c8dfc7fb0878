import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkMood } from './mood.ts';

const says = (text: string, draft: string) =>
  checkMood(draft, aDraftContext({ post: { text, handle: '@ada_example' } }))?.message ?? null;

describe('checkMood', () => {
  test.each([
    ['I love my new kettle, it is perfect!', 'We are sorry about that.', 'apologizes'],
    ['Der Kessel ist super', 'Das tut uns leid.', 'apologizes'],
    ['My kettle is broken', 'So glad to hear that!', 'cheerful'],
    ['La bouilloire est cassée', 'Nous sommes ravis !', 'cheerful'],
  ])('%j and %j: %s', (post, draft, expected) => {
    expect(says(post, draft)).toContain(expected);
  });

  test.each([
    ['a bitter thanks', 'Thanks for breaking my kettle', 'We are sorry about that.'],
    ['praise with a but', 'Great kettle, but it has no lid', 'We are sorry about that.'],
    ['a mixed post', 'I love the lid. The handle is broken.', 'So glad to hear that!'],
    ['a problem that is solved', 'The broken kettle works now', 'So glad to hear that!'],
    ['plain courtesy', 'My kettle is broken', 'You are welcome to a new lid.'],
    ['a plain post', 'Do you sell lids', 'So glad to hear that!'],
    ['a plain draft', 'My kettle is broken', 'Hold the lid.'],
  ])('is silent about %s', (_, post, draft) => {
    expect(says(post, draft)).toBeNull();
  });

  test('is silent where nothing is answered', () => {
    expect(checkMood('So glad to hear that!', aDraftContext({ post: null }))).toBeNull();
  });
});
