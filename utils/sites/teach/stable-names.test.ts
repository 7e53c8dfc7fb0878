import { describe, expect, test } from 'vitest';
import { isStableName, toNamePrefix } from './stable-names.ts';

describe('a name that stays', () => {
  test.each([
    'post',
    'post-body',
    'commentText',
    'author_name',
    'c-entry',
    'level2',
    'msgBodyText',
  ])('%s', (name) => expect(isStableName(name)).toBe(true));

  test.each([
    ['css-1x2y3z', 'made by a tool for styles'],
    ['sc-bdVaJa', 'made by a tool for styles'],
    ['jsx-4129', 'made by a tool for styles'],
    ['bdVaJaXx', 'letters in no order'],
    ['x1a2b3c4', 'letters and digits in no order'],
    ['comment-18231', 'the number of one post'],
    ['is-selected', 'how it is now'],
    ['unread', 'how it is now'],
    ['odd', 'how it is now'],
    ['mt-4', 'how it looks'],
    ['text-gray-500', 'how it looks'],
    ['md:flex', 'no plain name'],
  ])('is not %s: %s', (name) => expect(isStableName(name)).toBe(false));
});

test('what stands before a hash is kept', () => {
  expect(toNamePrefix('Post_root__2hGqZ')).toBe('Post_root__');
  expect(toNamePrefix('Comment__Body-sc-1x2y3z4-0')).toBe('Comment__Body-');
  expect(toNamePrefix('post-body')).toBeNull();
});
