/** What is claimed of each site (`siteFacts`, from which the README is written) is what its hand-cut pages show. */
import { describe, expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { abilities, siteFacts } from '#utils/sites/facts.ts';
import type { Ability, SiteFacts } from '#utils/sites/facts.ts';
import { siteAdapters } from '#utils/sites/registry.ts';
import { withFakeDom } from '../sites/support/fake-dom.ts';
import type { PageReading } from '../sites/support/page-reading.ts';
import { readTable } from './support/doc-tables.ts';
import { findFalseClaims } from './support/site-claims.ts';
import { listFiles, readText } from './support/source-files.ts';

const rows = readTable('docs/sites.md', 'Status');
const files = listFiles();
const bare = { html: '<!doctype html>', url: 'https://forum.example/' };

describe.each(siteIds)('%s', async (id) => {
  const facts = siteFacts[id];
  const readings = files
    .filter((path) => path.startsWith(`tests/sites/${id}/`) && path.endsWith('/expected.json'))
    .map((path) => JSON.parse(readText(path)) as PageReading);
  const { limit } = await withFakeDom(bare, (doc) => siteAdapters[id].characterRule(doc));
  const row = rows.find(([name]) => name === facts.name) ?? [];
  const evidence = { readings, limit, row };

  test('claims nothing that its pages and its row do not show', () => {
    expect(findFalseClaims(facts, evidence)).toEqual([]);
  });

  test('would not get away with another claim', () => {
    const turned = abilities.filter((one) => one !== 'read').map((one) => turn(facts, one));
    expect(turned.filter((one) => findFalseClaims(one, evidence).length === 0)).toEqual([]);
  });

  test('would not get away with another confidence or month', () => {
    const confidence = facts.confidence === 'low' ? 'high' : 'low';
    expect(findFalseClaims({ ...facts, confidence }, evidence)).not.toEqual([]);
    expect(findFalseClaims({ ...facts, checked: '2026-10' }, evidence)).not.toEqual([]);
  });
});

test('a site whose pages show nothing can claim nothing', () => {
  const nothing = {
    readings: [],
    limit: null,
    row: ['X', 'all', 'none', 'no', 'no', 'none', 'low', '2026-11'],
  };
  const claims = (can: readonly Ability[], confidence: SiteFacts['confidence'] = 'low') =>
    findFalseClaims({ ...siteFacts.x, can, confidence }, nothing);
  expect(claims(['read'])).toEqual([]);
  expect(claims(['insert'])).toEqual(['a box answers a post', 'the row tells of the box']);
  expect(claims(['account'])).toEqual([
    'account is read on a page',
    'the row tells of the account',
  ]);
  expect(claims(['limit'])).toEqual(['the adapter counts', 'the row tells of the limit']);
  expect(claims(['sent'])).toEqual([
    'a box has a control that sends',
    'the row tells of what was sent',
  ]);
  expect(claims([], 'high')).toEqual(['the row is as sure', 'high is seen in saved pages']);
});

function turn(facts: SiteFacts, ability: Ability): SiteFacts {
  const rest = facts.can.filter((one) => one !== ability);
  return { ...facts, can: rest.length < facts.can.length ? rest : [...rest, ability] };
}
