/** What the address of the options says, such as `#sites/reddit`. Anybody may have written it. */
import type { OptionsSection } from '#components/settings/options-props.ts';

const sections: readonly OptionsSection[] = [
  'team',
  'brands',
  'desks',
  'rules',
  'partners',
  'webhooks',
  'sites',
  'library',
  'voice',
  'checks',
  'history',
  'data',
  'about',
];

/** The part that is shown; the first where the address names none. */
export function toPlace(hash: string): OptionsSection | 'welcome' {
  const [name = ''] = hash.slice(1).split('/', 1);
  if (name === 'welcome') return 'welcome';
  return sections.find((section) => section === name) ?? 'team';
}

/** The site in `#sites/x`, to be mended; null in other places, and where nobody can read it. */
export function toSiteToMend(hash: string): string | null {
  const [name, site = ''] = hash.slice(1).split('/', 2);
  if (name !== 'sites' || site === '') return null;
  try {
    return decodeURIComponent(site);
  } catch {
    return null;
  }
}
