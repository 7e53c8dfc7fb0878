import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  matterOf,
  surroundings,
  threeMatters,
  toPosts,
  type Matter,
} from '#tests/support/theme-posts.ts';
import { findThemes, themeSteps } from './find-themes.ts';

describe('findThemes', () => {
  test('puts posts about the same matter together, largest first, and calls them by their words', () => {
    const { themes, posts } = findThemes(threeMatters, { most: 3 });
    expect(posts).toBe(52);
    expect(themes.map(matterOf)).toEqual([['bag'], ['wifi'], ['refund']]);
    const [bag, wifi, refund] = themes;
    expect(bag?.label).toBe('lost my luggage');
    expect(bag?.words).toEqual(expect.arrayContaining(['luggage', 'lost']));
    expect(wifi?.words).toContain('wifi');
    expect(refund?.words).toContain('refund');
    expect(bag?.count).toBe(bag?.ids.length);
    expect(bag?.share).toBeCloseTo((bag?.count ?? 0) / 52);
    expect(bag?.trend).toBeNull();
  });

  test('gives the same in any order of the posts', () => {
    // Many ties: whatever hangs on the order of posts would show.
    const words = 'kettle lid leak cord spark steam button scale rust noise smell crack'.split(' ');
    const mixed = Array.from({ length: 1_500 }, (_, at) => ({
      ...toPosts('bag', 1)[0]!,
      id: `mixed-${at}`,
      text: [1, 5, 7, 11].map((step) => words[(at * step + (at % 17)) % words.length]).join(' '),
    }));
    const many = [...threeMatters, ...mixed];
    const expected = findThemes(many);
    expect(expected.themes.length).toBeGreaterThan(3);
    expect(findThemes(many.toReversed())).toEqual(expected);
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
        expect(findThemes(shuffled)).toEqual(expected);
      }),
      { numRuns: 5 },
    );
  });

  test('counts a post once, as it was read last', () => {
    const older = toPosts('wifi', 24, { at: -1 }).map((post, at) => ({ ...post, id: `bag-${at}` }));
    expect(findThemes([...older, ...threeMatters])).toEqual(findThemes(threeMatters));
    expect(findThemes([...threeMatters, ...older])).toEqual(findThemes(threeMatters));
  });

  test('finds nothing in nothing', () => {
    const none = { themes: [], tags: [], posts: 0, rest: 0 };
    expect(findThemes([])).toEqual(none);
    const mute = ['', '👍', '12 34', '@acme', 'https://acme.example/', 'I am the'].map(
      (text, at) => ({
        ...toPosts('bag', 1)[0]!,
        id: `${at}`,
        text,
      }),
    );
    expect(findThemes(mute)).toEqual({ ...none, posts: 6, rest: 6 });
  });

  test('leaves out a theme of too few posts', () => {
    const posts = [...toPosts('bag', 12), ...toPosts('wifi', 2)];
    expect(findThemes(posts).themes.flatMap(matterOf)).not.toContain('wifi');
    expect(findThemes(posts, { least: 2 }).themes.flatMap(matterOf)).toContain('wifi');
  });

  test('tells at most so many, and how many posts are in none of them', () => {
    const { themes, rest, posts } = findThemes(threeMatters, { most: 1 });
    expect(themes).toHaveLength(1);
    expect(rest).toBe(posts - (themes[0]?.count ?? 0));
  });

  test('looks at what is asked and complained of, and at what nobody labeled', () => {
    const posts = [
      ...toPosts('bag', 12, { intent: 'praise' }),
      ...toPosts('wifi', 12, { intent: 'complaint' }),
      ...toPosts('refund', 12),
    ];
    const { themes, posts: count } = findThemes(posts);
    expect(count).toBe(24);
    expect(new Set(themes.flatMap(matterOf))).toEqual(new Set(['wifi', 'refund']));
    expect(
      themes.find((theme) => matterOf(theme)[0] === 'wifi')?.intents.complaint,
    ).toBeGreaterThan(0);
    const praised = findThemes(posts, { intents: ['praise'] });
    expect(praised.themes.flatMap(matterOf)).toContain('bag');
  });

  test('compares a period with the one before, and knows nothing older', () => {
    const period = { from: 1_000_000, until: 2_000_000 };
    const at = (count: number, time: number, matter: Matter) =>
      toPosts(matter, count, { at: time }).map((post) => ({ ...post, id: `${post.id}-${time}` }));
    const posts = [
      ...at(30, 1_500_000, 'bag'),
      // Nearer to the middle than any of this period.
      ...at(6, 0, 'bag').map((post) => ({ ...post, text: 'lost my luggage' })),
      ...at(50, -1, 'bag'),
      ...at(50, 2_000_000, 'bag'),
      ...at(20, 1_000_000, 'wifi'),
      ...at(20, 999_999, 'wifi'),
    ];
    const { themes, posts: count } = findThemes(posts, { period, most: 2 });
    expect(count).toBe(50);
    const [bag, wifi] = themes;
    expect(bag?.label).toContain('luggage');
    expect(bag?.trend?.direction).toBe('up');
    expect(bag?.trend?.now).toBe(bag?.count);
    expect(bag?.trend?.before).toBeLessThanOrEqual(6);
    expect(wifi?.trend?.direction).toBe('unclear');
    expect(bag?.ids.every((id) => id.endsWith('-1500000'))).toBe(true);
    expect(bag?.examples.every((id) => id.endsWith('-1500000'))).toBe(true);
  });

  test('shows examples of this period, however well older posts say it', () => {
    const older = toPosts('bag', 30, { at: 0 });
    const now = toPosts('bag', 3, { at: 1_500_000 }).map((post) => ({
      ...post,
      id: `now ${post.id}`,
    }));
    const period = { from: 1_000_000, until: 2_000_000 };
    const [bag] = findThemes([...older, ...now], { period, most: 1 }).themes;
    expect(bag?.examples.toSorted()).toEqual(now.map(({ id }) => id));
  });

  test('keeps a theme of which nothing is left, with its examples', () => {
    const period = { from: 1_000_000, until: 2_000_000 };
    const posts = [...toPosts('bag', 24, { at: 0 }), ...toPosts('wifi', 24, { at: 1_500_000 })];
    const gone = findThemes(posts, { period, most: 2 }).themes.find(({ label }) =>
      label.includes('luggage'),
    );
    expect(gone).toMatchObject({ count: 0, share: 0, ids: [] });
    expect(gone?.trend?.direction).toBe('down');
    expect(gone?.examples.length).toBeGreaterThan(0);
  });

  test('a brand’s own name makes no theme of the brand', () => {
    const named = (name: string, matter: Matter) =>
      toPosts(matter, 60, { brandId: name }).map((post) => ({
        ...post,
        id: `${name}-${post.id}`,
        text: `${name} ${post.text}`,
      }));
    const posts = [
      ...named('Kettlejoy', 'bag'),
      ...named('Brewster', 'bag'),
      ...named('Kettlejoy', 'wifi'),
      ...named('Brewster', 'wifi'),
    ];
    const { themes } = findThemes(posts, { most: 2 });
    expect(themes.map(({ brands }) => brands.map(({ id }) => id).sort())).toEqual([
      ['Brewster', 'Kettlejoy'],
      ['Brewster', 'Kettlejoy'],
    ]);
    expect(
      themes.flatMap(({ words }) => words).filter((word) => /kettlejoy|brewster/i.test(word)),
    ).toEqual([]);
  });

  test('finds what half of all posts are about', () => {
    const posts = [
      ...threeMatters,
      ...Array.from({ length: 52 }, (_, at) => ({
        ...toPosts('bag', 1)[0]!,
        id: `crisis-${at}`,
        text: `${surroundings[at % 13]} the checkout page is down ${surroundings[(at * 5 + 2) % 13]}`,
      })),
    ];
    const [first] = findThemes(posts).themes;
    expect(matterOf(first)).toEqual(['crisis']);
    expect(first?.label).toBe('checkout page is down');
    expect(first?.count).toBeGreaterThan(40);
  });

  test('gives up to five examples, no two in the same words', () => {
    const same = toPosts('bag', 30).map((post) => ({
      ...post,
      text: 'You lost my luggage in Berlin!',
    }));
    const [theme] = findThemes([...same, ...toPosts('wifi', 20)], { most: 2 }).themes;
    expect(theme?.count).toBe(30);
    expect(theme?.examples).toHaveLength(1);
    const wifi = findThemes(threeMatters, { most: 3 }).themes[1];
    expect(wifi?.examples).toHaveLength(5);
    expect(wifi?.ids).toEqual(expect.arrayContaining(wifi?.examples ?? []));
  });

  test('lists ids newest first, and counts sites', () => {
    const posts = [
      ...toPosts('bag', 8),
      ...toPosts('bag', 4, { site: 'reddit' }).map((post) => ({ ...post, id: `r${post.id}` })),
    ];
    const [theme] = findThemes(posts, { most: 1 }).themes;
    const byId = new Map(posts.map((post) => [post.id, post.at]));
    const times = theme?.ids.map((id) => byId.get(id) ?? 0) ?? [];
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(theme?.sites[0]?.id).toBe('x');
    expect(theme?.sites.reduce((sum, { count }) => sum + count, 0)).toBe(theme?.count);
  });

  test('groups by tag, whatever its case', () => {
    const posts = [
      ...toPosts('bag', 6, { tags: ['Luggage', 'luggage', ' '] }),
      ...toPosts('wifi', 3, { tags: ['luggage', 'Wifi'] }),
      ...toPosts('refund', 5, { tags: [] }),
    ];
    const { tags } = findThemes(posts);
    expect(tags.map(({ label, count }) => [label, count])).toEqual([
      ['luggage', 9],
      ['Wifi', 3],
    ]);
    expect(tags[0]?.share).toBeCloseTo(9 / 14);
    expect(tags[0]?.words).toContain('luggage');
    expect(tags[1]?.ids.every((id) => id.startsWith('wifi'))).toBe(true);
  });

  test('a label and its id are one theme’s alone', () => {
    const words = ['kettle', 'lid', 'leak', 'cord', 'steam'];
    const text = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), (texts) => {
        const posts = texts.map((one, at) => ({
          ...toPosts('bag', 1)[0]!,
          id: `${at}`,
          text: one.join(' '),
        }));
        const { themes } = findThemes(posts, { least: 2 });
        expect(new Set(themes.map(({ label }) => label)).size).toBe(themes.length);
        expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length);
        const ids = themes.flatMap((theme) => theme.ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('works in slices, says how far it is, and comes to the same', () => {
    const posts = Array.from({ length: 20 }, (_, at) =>
      threeMatters.map((post) => ({ ...post, id: `${at} ${post.id}` })),
    ).flat();
    const steps = themeSteps(posts);
    const told: number[] = [];
    let step = steps.next();
    while (!step.done) {
      told.push(step.value);
      step = steps.next();
    }
    expect(step.value).toEqual(findThemes(posts));
    expect(told.length).toBeGreaterThan(10);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.every((part) => part >= 0 && part <= 1)).toBe(true);
  });

  test('says the same label for a theme when more of the same comes', () => {
    const [before] = findThemes(threeMatters, { most: 3 }).themes;
    const more = toPosts('bag', 36).map((post) => ({ ...post, id: `more-${post.id}` }));
    const [after] = findThemes([...threeMatters, ...more], { most: 3 }).themes;
    expect(after?.id).toBe(before?.id);
    expect(after?.count).toBeGreaterThan(before?.count ?? 0);
  });
});

test('a brand that is named in every post joins nothing that is not about the same', () => {
  const texts = [
    'The lid hinge of my Acme kettle snapped off.',
    'Acme, my kettle has a broken lid hinge again!',
    'Broken lid hinge after two weeks, Acme.',
    'How do I repair the lid hinge of an Acme kettle?',
    'Where is my order, Acme?',
    'Acme, my order has still not arrived.',
    'My Acme order has not arrived. Where is it?',
    'Why has my order not arrived yet, Acme?',
  ];
  const posts = texts.map((text, at) => ({
    id: `x:${at}`,
    text,
    at,
    brandId: 'acme',
    site: 'x',
  }));
  const group = (ownNames: string[]) =>
    findThemes(posts, { ownNames }).themes.map(({ ids }) => ids.toSorted().join(' '));
  expect(group(['Acme', 'Acme Kettle'])).toEqual(['x:0 x:1 x:2 x:3', 'x:4 x:5 x:6 x:7']);
  expect(group([])).not.toEqual(group(['Acme']));
});
