/** Customers' posts about three matters, made for tests of themes. */
import type { Theme, ThemePost } from '#utils/themes/theme.ts';

const MATTERS = {
  bag: ['lost my luggage', 'my luggage is lost', 'you lost my luggage', 'they lost the luggage'],
  wifi: ['the wifi is slow', 'slow wifi on board', 'the wifi runs slow', 'wifi very slow'],
  refund: [
    'refund to my card',
    'refund for the card',
    'refund not on the card',
    'refund, same card',
  ],
};
export const surroundings = [
  'in Berlin',
  'with my kids',
  'since Tuesday',
  'please',
  'again',
  'on the way to work',
  'and no answer',
  'what now',
  'after the wedding',
  'so tired',
  'my mother cried',
  'flight 123',
  'at gate nine',
];

export type Matter = keyof typeof MATTERS;

/** Posts about one matter, each with words of its own. */
export function toPosts(
  matter: Matter,
  count: number,
  changes: Partial<ThemePost> = {},
): ThemePost[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${matter}-${at}`,
    // Where and when is another thing in each post, as in real ones.
    text: `${MATTERS[matter][at % 4]} in ${matter}ville${at} ${surroundings[at % surroundings.length]}`,
    at: at * 1_000,
    brandId: 'acme',
    site: 'x',
    ...changes,
  }));
}

export const threeMatters = [
  ...toPosts('bag', 24),
  ...toPosts('wifi', 16),
  ...toPosts('refund', 12),
];

/** What the posts of a theme are about. */
export const matterOf = (theme: Theme | undefined) => [
  ...new Set(theme?.ids.map((id) => id.replace(/-\d+$/, ''))),
];
