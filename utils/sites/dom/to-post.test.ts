import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { hostileText } from '#tests/sites/support/hostile-text.ts';
import { toPost, toTime, type ReadPost } from './to-post.ts';

const aRead = (overrides: Partial<ReadPost> = {}): ReadPost => ({
  site: 'x',
  id: '1',
  handle: '@ada_example',
  text: 'Hello',
  permalink: null,
  ...overrides,
});

test('the handle loses its leading @', () => {
  expect(toPost(aRead())?.author).toEqual({ handle: 'ada_example' });
});

test.each([{ id: '' }, { id: null }, { handle: ' @ ' }, { handle: undefined }])(
  'a post without %o is none',
  (overrides) => {
    expect(toPost(aRead(overrides))).toBeNull();
  },
);

test('a long text is clipped before half a character', () => {
  const text = toPost(aRead({ text: `${'a'.repeat(9_999)}🦊` }))?.text;
  expect(text).toBe('a'.repeat(9_999));
});

test.each([
  ['2026-10-05T08:00:00.000Z', 1_791_187_200_000],
  ['2026-10-05T08:00:00', 1_791_187_200_000],
  ['2026-10-05T08:00:00.910000+0000', 1_791_187_200_910],
  ['2026-10-05T10:00:00+02:00', 1_791_187_200_000],
  ['2026-10-05', 1_791_158_400_000],
  ['yesterday', null],
  ['2026-99-99T99:99', null],
  ['', null],
  [undefined, null],
])('the moment %s is %s', (iso, time) => {
  expect(toTime(iso)).toBe(time);
});

test('codes for no language are none', () => {
  expect(toPost(aRead({ lang: 'qme' }))).not.toHaveProperty('lang');
  expect(toPost(aRead({ lang: 'pt-BR' }))?.lang).toBe('pt-BR');
});

test('whatever a page says, the model accepts the post', () => {
  const anything = fc.option(hostileText, { nil: null });
  fc.assert(
    fc.property(anything, anything, anything, anything, (one, two, three, four) => {
      const post = toPost(
        aRead({
          id: one,
          handle: two,
          name: three,
          title: four,
          text: one ?? '',
          time: two,
          parentId: three,
          lang: four,
          quoted: { author: four ?? '', text: three ?? '' },
        }),
      );
      expect(postSchema.nullable().safeParse(post).error).toBeUndefined();
    }),
  );
});
