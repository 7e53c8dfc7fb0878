import { describe, expect, test } from 'vitest';
import { toDigestMarkdown } from './digest.ts';
import type { Digest, Week } from './digest.ts';
import { toFigures } from './figures.ts';

const HOUR = 3_600_000;
const empty: Week = {
  figures: toFigures([], 0),
  stories: { saved: 0, steps: { asked: 0, granted: 0, declined: 0, withdrawn: 0 } },
};
const busy: Week = {
  figures: {
    mentions: 120,
    answered: 99,
    setAside: 10,
    wait: { median: 0.5 * HOUR, p90: 20 * HOUR, of: 97 },
    foundLate: 2,
    handledInOne: { count: 60, of: 80 },
    settled: { happy: 30, unhappy: 5, none: 1_000 },
    doubled: 1,
  },
  stories: { saved: 4, steps: { asked: 3, granted: 2, declined: 0, withdrawn: 1 } },
};
const digest = (part: Partial<Digest> = {}) =>
  toDigestMarkdown({
    teamName: 'Acme Care',
    from: '16 Nov',
    to: '22 Nov',
    week: busy,
    before: null,
    themes: [],
    ...part,
  });

test('a busy week is told in sentences', () => {
  expect(digest({ themes: [{ name: 'lid, hinge', count: 12 }] })).toBe(`# Acme Care: 16 Nov – 22 Nov

- 120 mentions. 90 % heard back (99 of 110, 10 set aside).
- Half of them waited 30 min or less for the first answer, nine of ten 20 h or less. 2 posts older than a week left out.
- One answer was enough for 75 % (60 of 80).
- 1,035 threads settled: 30 happy, 5 unhappy, 1,000 without a reaction.
- 1 thread answered by two of us.
- 4 stories saved, 2 permissions granted, 1 withdrawn.

## What customers wrote about

- lid, hinge: 12 posts
`);
});

test('a quiet week says only what there is', () => {
  expect(digest({ week: empty })).toBe(`# Acme Care: 16 Nov – 22 Nov

- 0 mentions. Nobody waited for an answer.
`);
});

describe('beside the week before', () => {
  test.each([
    [100, '120 mentions, 20 more than the week before.'],
    [120, '120 mentions, as many as the week before.'],
    [1_200, '120 mentions, 1,080 fewer than the week before.'],
  ])('of %i mentions', (mentions, words) => {
    const before = { ...busy, figures: { ...busy.figures, mentions } };
    expect(digest({ before })).toContain(words);
    expect(digest({ before })).toContain('(the week before 30 min)');
  });
});

test('names stay words, whatever they hold', () => {
  const evil = '[x](https://evil.example) <img src=x>\n# Head';
  const told = digest({ teamName: evil, themes: [{ name: evil, count: 1 }] });
  expect(told).not.toContain('](https://evil.example)');
  expect(told).not.toMatch(/(?<!\\)<img/u);
  expect(told.match(/^# /gmu)).toHaveLength(1);
  expect(told).toContain(': 1 post\n');
});

test('of many themes the first five are told', () => {
  const themes = Array.from({ length: 9 }, (_, at) => ({ name: `theme ${at}`, count: 9 - at }));
  expect(digest({ themes }).match(/^- theme \d/gmu)).toHaveLength(5);
});
