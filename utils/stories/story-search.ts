/** Finds stories by what a person types of them. */
import type { Story } from '#utils/model/story.ts';
import { createGrowingSearch } from '#utils/search/growing-search.ts';
import type { GrowingSearch, Search } from '#utils/search/growing-search.ts';

export type StorySearch = Search<Story>;

type Field = 'text' | 'who' | 'note' | 'tags' | 'arc';

/** A search that has no stories yet. */
export function createStorySearch(): GrowingSearch<Story> {
  return createGrowingSearch<Story, Field>({
    fields: ['text', 'who', 'note', 'tags', 'arc'],
    toField,
    boost: { tags: 3, who: 2, note: 2 },
  });
}

function toField({ post, note, tags, campaign, arc = [] }: Story, field: Field): string {
  switch (field) {
    case 'text':
      return [post.title, post.text].filter(Boolean).join(' ');
    case 'who':
      return `${post.author.name ?? ''} ${post.author.handle}`;
    case 'note':
      return note;
    case 'tags':
      return [...tags, campaign].filter(Boolean).join(' ');
    case 'arc':
      return arc.map(({ text }) => text).join(' ');
  }
}
