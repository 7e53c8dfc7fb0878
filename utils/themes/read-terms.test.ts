import { describe, expect, test } from 'vitest';
import { toPosts } from '#tests/support/theme-posts.ts';
import { isTelling, orderPosts, readTerms } from './read-terms.ts';
import { finish } from './steps.ts';

describe('orderPosts', () => {
  const posts = toPosts('bag', 3_000);

  test('orders by ids alone', () => {
    const ordered = finish(orderPosts(posts));
    expect(ordered).toHaveLength(3_000);
    expect(finish(orderPosts(posts.toReversed()))).toEqual(ordered);
  });

  test('keeps what is wanted', () => {
    expect(finish(orderPosts(posts, ({ at }) => at === 5_000)).map(({ id }) => id)).toEqual([
      'bag-5',
    ]);
  });
});

describe('readTerms', () => {
  const read = (texts: string[], least: number) => {
    const [post] = toPosts('bag', 1);
    const posts = texts.map((text, at) => ({ ...post!, id: `${at}`, text }));
    const { rows, names, counts } = finish(readTerms(posts, least));
    return {
      rows: rows.map((row) => Array.from(row, (term) => names[term])),
      counts: Object.fromEntries(names.map((name, term) => [name, counts[term]])),
    };
  };

  test('counts posts, not words, and takes forms of a word for one', () => {
    expect(read(['Bags bags bag', 'my bag', 'the kettle'], 1)).toEqual({
      rows: [['bag'], ['bag'], ['kettle']],
      counts: { bag: 2, kettle: 1 },
    });
  });

  test('leaves out what stands in too few posts', () => {
    expect(read(['bag lid', 'bag', 'lid kettle'], 2)).toEqual({
      rows: [['bag', 'lid'], ['bag'], ['lid']],
      counts: { bag: 2, lid: 2 },
    });
  });
});

test.each(['the', "won't", "they're", 'pls', '12', 'を', 'x', '1️'])('%s tells nothing', (word) => {
  expect(isTelling(word)).toBe(false);
});

test.each(['bag', '4g', '荷物', 'わから', 'กระเป๋า', 'gepack', 'багаж'])('%s may tell', (word) => {
  expect(isTelling(word)).toBe(true);
});
