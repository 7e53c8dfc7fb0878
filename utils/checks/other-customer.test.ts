import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkOtherCustomer, preparePeople } from './other-customer.ts';

const people = preparePeople([
  { handle: '@ben_other', name: 'Ben Other' },
  { handle: '@ada_example', name: 'Ada Example' },
  { handle: '@will_w', name: 'Will West' },
  { handle: '@suzuki', name: '鈴木' },
]);
const marked = (draft: string, over = {}) =>
  checkOtherCustomer(draft, aDraftContext({ people, ...over }))?.at?.map(({ start, end }) =>
    draft.slice(start, end),
  ) ?? null;

describe('checkOtherCustomer', () => {
  test.each([
    ['Hi Ben, hold the lid.', ['Ben']],
    ['@ben_other hold the lid.', ['@ben_other']],
    ['Hold the lid. Thanks, Ben!', ['Ben']],
    ['Hallo Ben, halte den Deckel.', ['Ben']],
    ['鈴木様、ふたを外してください。', ['鈴木']],
  ])('%s', (draft, found) => {
    expect(marked(draft)).toEqual(found);
  });

  test.each([
    'Hi Ada, hold the lid.',
    '@ada_example hold the lid.',
    'Hi, will you hold the lid?',
    'Hello there, hold the lid.',
    '@stranger knows more.',
    'Ask Ben Franklin.',
  ])('is silent about %s', (draft) => {
    expect(marked(draft)).toBeNull();
  });

  test('is silent about a teammate of the same name', () => {
    expect(marked('Thanks, Ben!', { ours: ['Ben'] })).toBeNull();
  });

  test('is silent about whom the customer named', () => {
    const post = { text: 'With @ben_other I broke it', handle: '@ada_example' };
    expect(marked('@ben_other hold the lid.', { post })).toBeNull();
  });
});
