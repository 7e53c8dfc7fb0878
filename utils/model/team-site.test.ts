import { expect, test } from 'vitest';
import { toTeamSiteId } from './team-site-facts.ts';
import { changeTeamSite, teamSiteChangeSchema, teamSiteSchema } from './team-site.ts';
import type { TeamSite } from './team-site.ts';

const selectors = { 'post.text': '.body' };

/** Selectors under names of ten characters. */
function manySelectors(count: number, css: string) {
  const letters = (n: number) => String.fromCharCode(97 + (n % 26), 97 + Math.floor(n / 26));
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`post.sel${letters(n)}`, css]),
  );
}

test('two hundred selectors are taken', () => {
  const change = { id: 'x', selectors: manySelectors(200, 'p'.repeat(30)) };
  expect(teamSiteChangeSchema.safeParse(change).success).toBe(true);
});

test.each(['x', 'generic@forum.example', 'generic@forum.example:8080'])('%s is a site', (id) => {
  expect(teamSiteChangeSchema.safeParse({ id, selectors }).success).toBe(true);
});

test.each(['', 'y', 'generic@', 'generic@a/b', 'x@forum.example', 'generic@a b'])(
  '“%s” is none',
  (id) => {
    expect(teamSiteChangeSchema.safeParse({ id, selectors }).success).toBe(false);
  },
);

test.each([
  ['a name without a table', { text: '.body' }],
  ['a name of the language', { 'post.__proto__': '.body' }],
  ['an empty selector', { 'post.text': ' ' }],
  ['a long one', { 'post.text': 'p'.repeat(501) }],
  ['a name with a number', { 'post.text2': '.body' }],
  ['too much in all', manySelectors(21, 'p'.repeat(500))],
  ['too much in all, names counted', manySelectors(200, 'p'.repeat(45))],
  ['too many', manySelectors(201, 'p')],
])('%s is refused', (_what, wrong) => {
  expect(teamSiteChangeSchema.safeParse({ id: 'x', selectors: wrong }).success).toBe(false);
});

test('a change keeps what stood before, ten versions back', () => {
  let site: TeamSite | null = null;
  for (let n = 1; n <= 13; n += 1) {
    const change = { id: 'x', selectors: { 'post.text': `.v${n}` } };
    site = changeTeamSite(site, change, { memberId: 'ana', at: n });
  }
  expect(teamSiteSchema.parse(site)).toEqual(site);
  expect(site).toMatchObject({ version: 13, changedAt: 13, selectors: { 'post.text': '.v13' } });
  expect(site?.earlier.map(({ version }) => version)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3]);
});

test.each([
  ['x', 'https://x.com', 'x'],
  ['generic', 'https://Forum.Example:8080', 'generic@forum.example:8080'],
  ['generic', null, 'generic'],
] as const)('%s at %s goes by %s', (site, origin, id) => {
  expect(toTeamSiteId(site, origin)).toBe(id);
});
