import { expect, test } from 'vitest';
import { toPlace, toSiteToMend } from './place.ts';

test.each([
  ['#sites/x', 'sites', 'x'],
  ['#sites/generic%40forum.example', 'sites', 'generic@forum.example'],
  ['#sites', 'sites', null],
  ['#brands/x', 'brands', null],
  ['#welcome', 'welcome', null],
  ['', 'team', null],
])('“%s” leads to %s, to mend %s', (hash, place, site) => {
  expect(toPlace(hash)).toBe(place);
  expect(toSiteToMend(hash)).toBe(site);
});

test('a stray percent sign names no site', () => {
  expect(toPlace('#sites/50%')).toBe('sites');
  expect(toSiteToMend('#sites/50%')).toBeNull();
});
