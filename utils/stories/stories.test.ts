import { describe, expect, it } from 'vitest';
import { aPost, aStory } from '#tests/support/builders.ts';
import { NO_FILTER, passesFilter, toFacets } from './filter-stories.ts';
import { createStorySearch } from './story-search.ts';

const stories = [
  aStory({ id: '1', tags: ['Kettle', 'gift'], permission: 'granted', campaign: 'spring' }),
  aStory({ id: '2', tags: ['kettle'], collections: ['fair'] }),
  aStory({
    id: '3',
    post: aPost({ site: 'reddit', id: 't1_3', text: 'The lid of my new pot fits at last' }),
    changed: { kind: 'deleted', by: 'ana', at: 5 },
  }),
];

describe('filtering stories', () => {
  const shown = (filter: Partial<typeof NO_FILTER>) =>
    stories.filter((one) => passesFilter(one, { ...NO_FILTER, ...filter })).map(({ id }) => id);

  it('shows all without a filter', () => {
    expect(shown({})).toEqual(['x:1', 'x:2', 'reddit:t1_3']);
  });

  it.each([
    [{ tag: 'KETTLE' }, ['x:1', 'x:2']],
    [{ tag: 'kettle', permission: 'granted' }, ['x:1']],
    [{ permission: 'changed' }, ['reddit:t1_3']],
    [{ campaign: 'spring' }, ['x:1']],
    [{ collection: 'fair' }, ['x:2']],
    [{ site: 'reddit' }, ['reddit:t1_3']],
    [{ site: 'reddit', tag: 'kettle' }, []],
  ] as const)('by %j', (filter, ids) => {
    expect(shown(filter)).toEqual(ids);
  });

  it('counts what there is to filter by, the most first', () => {
    const facets = toFacets(stories);
    expect(facets.permissions).toEqual({
      none: 2,
      asked: 0,
      granted: 1,
      declined: 0,
      withdrawn: 0,
      changed: 1,
    });
    expect(facets.tags).toEqual([
      { name: 'Kettle', count: 2 },
      { name: 'gift', count: 1 },
    ]);
    expect(facets.campaigns).toEqual([{ name: 'spring', count: 1 }]);
    expect(facets.sites[0]).toEqual({ name: 'x', count: 2 });
    expect([...facets.collections]).toEqual([['fair', 1]]);
  });
});

describe('searching stories', () => {
  const find = (query: string) => {
    const search = createStorySearch();
    // oxlint-disable-next-line no-unused-vars -- all steps at once
    for (const _step of search.change(stories));
    return search.find(query)?.map(({ id }) => id) ?? null;
  };

  it.each([
    ['lid', ['reddit:t1_3']],
    ['gift', ['x:1']],
    ['spring', ['x:1']],
    ['ketle', ['x:1', 'x:2']],
    ['nothing of it', []],
  ])('by %j', (query, ids) => {
    expect(find(query)?.sort()).toEqual(ids);
  });

  it('has nothing to say to no words', () => {
    expect(find('  ')).toBeNull();
  });

  it('finds the words of what came after', () => {
    const search = createStorySearch();
    const part = { id: 'x:9', from: 'customer', handle: 'l', permalink: null, at: 1 } as const;
    const story = aStory({ id: '4', arc: [{ ...part, text: 'marvelous' }] });
    // oxlint-disable-next-line no-unused-vars -- all steps at once
    for (const _step of search.change([story]));
    expect(search.find('marvelous')).toEqual([story]);
  });
});
