import type { StoriesProps } from '#components/stories/stories-props.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { Story } from '#utils/model/story.ts';
import { NO_FILTER, toFacets } from '#utils/stories/filter-stories.ts';
import { aPost, HOUR, MINUTE, NOW } from './samples.ts';

type StoryPart = Partial<Omit<Story, 'post'>> & { post?: Partial<Post> };

export function aStory({ id = '3001', post, ...over }: StoryPart = {}): Story {
  const told = aPost({ id, text: 'The new lid fits, and the kettle is quiet again.', ...post });
  return {
    id: toPostKey(told),
    post: told,
    note: '',
    tags: [],
    permission: 'none',
    savedBy: 'ana',
    savedAt: NOW - 3 * HOUR,
    ...over,
  };
}

const link = 'https://x.com/lena_example/status/3009';
const asked = { state: 'asked', by: 'ana', at: NOW - 2 * HOUR } as const;
const arc: NonNullable<Story['arc']> = [
  {
    id: 'x:3002',
    from: 'team',
    handle: 'ana_example',
    text: 'Hi Lena, that is a worn switch. A new lid is on its way to you today.',
    permalink: 'https://x.com/ana_example/status/3002',
    at: NOW - 30 * HOUR,
  },
  {
    id: 'x:3003',
    from: 'customer',
    handle: 'lena_example',
    text: 'It came this morning. I did not expect an answer at all, let alone this. Thank you!',
    permalink: 'https://x.com/lena_example/status/3003',
    at: NOW - 4 * HOUR,
  },
];

const stories: Story[] = [
  aStory({
    post: { text: 'My Acme kettle keeps boiling after it should stop. Third one this year.' },
    tags: ['kettle', 'repair'],
    campaign: 'Spring fair',
    collections: ['fair'],
    note: 'From angry to delighted in a day and a half.',
    arc,
    picture: { hash: 'a'.repeat(64), type: 'image/webp', width: 560, height: 120, bytes: 9_000 },
  }),
  aStory({
    id: '3010',
    post: { author: { handle: 'mia_example', name: 'Mia Example' } },
    permission: 'asked',
    consent: [asked],
    tags: ['lid'],
    arc: [
      {
        id: 'x:3011',
        from: 'customer',
        handle: 'mia_example',
        text: 'Sure, go ahead!',
        permalink: link,
        at: NOW - HOUR,
      },
    ],
    savedAt: NOW - 26 * HOUR,
  }),
  aStory({
    id: '3020',
    post: { author: { handle: 'otto_example' }, text: 'Acme answered within five minutes.' },
    permission: 'granted',
    consent: [
      asked,
      { state: 'granted', evidence: { text: 'Yes', permalink: link }, by: 'ben', at: NOW - HOUR },
    ],
    tags: ['kettle', 'speed', 'service', 'evening', 'weekend'],
    changed: {
      kind: 'edited',
      text: 'Acme answered within five hours.',
      by: 'ben',
      at: NOW - 20 * MINUTE,
    },
    savedBy: 'ben',
    savedAt: NOW - 50 * HOUR,
  }),
  aStory({
    id: '3030',
    post: {
      author: { handle: 'ida_example', name: 'Ida Example' },
      text: 'Best tea of my life, thanks to a kettle.',
    },
    permission: 'declined',
    consent: [asked, { state: 'declined', by: 'ana', at: NOW - HOUR }],
    changed: { kind: 'deleted', by: 'ana', at: NOW - 5 * MINUTE },
    savedAt: NOW - 90 * HOUR,
  }),
];

const done = async () => null;

/** The library with four stories; what is named in `over` is as it says. */
export function storiesProps(over: Partial<StoriesProps> = {}): StoriesProps {
  return {
    now: NOW,
    stories,
    total: stories.length,
    isGrowing: false,
    facets: toFacets(over.stories ?? stories),
    collections: [
      { id: 'fair', name: 'Spring fair', note: '' },
      { id: 'site', name: 'Front page', note: '' },
    ],
    query: '',
    filter: NO_FILTER,
    chosen: null,
    picture: null,
    names: { ana: 'Ana', ben: 'Ben' },
    request:
      'Thank you, Lena, that made our day. May we share your words, with your name, on Acme’s own pages? A short yes or no here is enough.',
    onQuery: () => undefined,
    onFilter: () => undefined,
    onChoose: () => undefined,
    onEdit: done,
    onConsent: done,
    onRemove: done,
    shares: [],
    canShare: true,
    onShare: async () => ({ link: 'https://team.example/stories#team.abc' }),
    onEndShare: done,
    onCollection: done,
    onEndCollection: done,
    onExport: () => 0,
    onQuote: async () => true,
    onReadFile: async () => ({ refused: 'This file holds no stories.' }),
    onCopy: async () => true,
    ...over,
  };
}
