import type { Trend } from '#utils/themes/theme.ts';

/** Words of the themes. */
const count = (value: number) => value.toLocaleString('en');

export const themeWords = {
  days: 'Period',
  daysOf: { '28': 'Last 28 days', '90': 'Last 90 days', '180': 'Last 180 days' },
  by: 'By',
  byOf: { themes: 'What customers write', tags: 'Tags of stories' },
  looked: (posts: number, rest: number) =>
    `${count(posts)} ${posts === 1 ? 'post' : 'posts'} looked at, ${count(rest)} in no theme.`,
  unread: (some: number) =>
    `Of ${count(some)} of them it was not worked out what they are; praise among them counts too.`,
  finding: (progress: number) => `Finding themes… ${Math.round(progress * 100)} %`,
  failed: 'Themes could not be found. Nothing is lost; press “Find again”.',
  again: 'Find again',
  none: 'No themes in this period.',
  noneText:
    'A theme is what at least three customers ask or complain of. Read more pages where they write, or choose a longer period.',
  noTags: 'No tagged stories in this period.',
  noTagsText: 'Tag stories as you save them; posts with the same tag stand together here.',
  list: 'Themes',
  detail: 'Theme',
  choose: 'Choose a theme to read what customers say.',
  posts: (some: number) => `${count(some)} ${some === 1 ? 'post' : 'posts'}`,
  before: 'as many days before',
  directions: {
    up: (now: number, before: number) => `up from ${count(before)}`,
    down: (now: number, before: number) => `down from ${count(before)}`,
    new: () => 'new',
    unclear: (now: number, before: number) => `${count(before)} before, no clear change`,
    few: (now: number, before: number) => `${count(before)} before, too few to say more`,
  },
  withAll: 'as posts overall',
  alarm: 'All at once',
  share: (share: number) =>
    share > 0 && share < 0.01 ? 'under 1 % of all' : `${Math.round(share * 100)} % of all`,
  words: 'In their words',
  whatTheyAre: 'What they are',
  where: 'Where',
  examples: 'What customers say',
  stories: 'Stories',
  onPlace: (handle: string, place: string) => `@${handle} on ${place}`,
  copy: 'Copy for an issue tracker',
  save: 'Save as Markdown',
  copied: 'Copied as Markdown.',
  notCopied: 'The browser did not allow it. Save it as a file instead.',
  send: 'Send to…',
  sent: (name: string) => `On its way to ${name}.`,
  back: 'All themes',
  permissions: {
    none: 'not asked',
    asked: 'asked',
    granted: 'may be told',
    declined: 'declined',
    withdrawn: 'withdrawn',
  },
};

/** “up from 20, as posts overall”. */
export function toTrendWords({ now, before, direction, withAll }: Trend): string {
  const said = themeWords.directions[direction](now, before);
  return withAll && direction !== 'few' && direction !== 'unclear'
    ? `${said}, ${themeWords.withAll}`
    : said;
}
