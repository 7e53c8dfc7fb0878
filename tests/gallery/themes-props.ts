import type { ShownTheme, ThemesProps } from '#components/themes/themes-props.ts';
import type { Theme } from '#utils/themes/theme.ts';
import { GERMAN, HOUR, NOW, RTL } from './samples.ts';

const DAY = 24 * HOUR;

function aTheme(part: Partial<Theme> & Pick<Theme, 'id' | 'label' | 'count'>): Theme {
  return {
    words: ['lid', 'hinge', 'broken'],
    share: part.count / 240,
    trend: { now: part.count, before: 20, direction: 'up', withAll: false },
    intents: { complaint: part.count - 3, question: 3 },
    brands: [{ id: 'acme', count: part.count }],
    sites: [{ id: 'x', count: part.count }],
    examples: [],
    ids: [],
    ...part,
  };
}

function aShown(theme: Theme, part: Partial<ShownTheme> = {}): ShownTheme {
  return {
    theme,
    examples: [
      {
        id: 'x:1',
        handle: 'lena_example',
        place: 'X',
        text: 'Second kettle with a broken lid hinge this year. What does one have to do to get a hinge?',
        permalink: 'https://x.com/lena_example/status/1',
        at: NOW - 3 * DAY,
      },
      {
        id: 'x:2',
        handle: 'tom_example',
        place: 'Reddit',
        text: 'The hinge of the lid snapped off after two weeks.',
        permalink: null,
        at: NOW - 5 * DAY,
      },
    ],
    stories: [
      {
        id: 'x:3',
        handle: 'mia_example',
        text: 'They sent me a new lid by the next day, with a card.',
        permission: 'granted',
      },
    ],
    bars: [1, 0, 2, 3, 2, 4, 3, 5, 4, 6, 5, 9, 7, 8],
    spike: null,
    shares: [
      { name: 'X', count: 30 },
      { name: 'Reddit', count: 10 },
    ],
    ...part,
  };
}

export const shownThemes: ShownTheme[] = [
  aShown(aTheme({ id: 'hinge', label: 'broken lid hinge', count: 40 })),
  aShown(
    aTheme({
      id: 'order',
      label: 'where is my order',
      count: 31,
      trend: { now: 31, before: 0, direction: 'new', withAll: false },
    }),
    {
      spike: {
        topicId: 'order',
        from: NOW - 2 * HOUR,
        until: NOW - HOUR,
        count: 24,
        peak: { at: NOW - 2 * HOUR, count: 24, usual: 1 },
        basis: 'week',
      },
      bars: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, 27],
    },
  ),
  aShown(
    aTheme({
      id: 'socket',
      label: 'standard socket',
      count: 12,
      trend: { now: 12, before: 14, direction: 'unclear', withAll: true },
    }),
    { stories: [] },
  ),
  aShown(
    aTheme({
      id: 'german',
      label: GERMAN,
      count: 4,
      trend: { now: 4, before: 1, direction: 'few', withAll: false },
    }),
    { stories: [] },
  ),
  aShown(aTheme({ id: 'rtl', label: RTL, count: 3, trend: null }), { stories: [] }),
];

export function themesProps(over: Partial<ThemesProps> = {}): ThemesProps {
  return {
    now: NOW,
    days: '28',
    by: 'themes',
    onDays: () => undefined,
    onBy: () => undefined,
    shown: shownThemes,
    posts: 240,
    rest: 120,
    unread: 0,
    progress: 0,
    trouble: null,
    chosenId: null,
    onChoose: () => undefined,
    onAgain: () => undefined,
    onCopy: async () => true,
    onSave: () => undefined,
    places: [{ id: 'chat', name: '#support' }],
    onSend: async () => null,
    ...over,
  };
}
