import { expect, test } from 'vitest';
import { addPage } from '#utils/model/judge-health.ts';
import type { PageHealth, SiteHealth } from '#utils/model/site-health.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { toHealthReport } from './health-report.ts';

const AT = Date.UTC(2026, 4, 5, 10, 40);
const source = { version: '0.1.0', browser: 'Mozilla/5.0 (X11; Linux x86_64)', now: AT };

function aHealth(id: string, pages = [9, 9, 9, 9, 0, 0, 0, 0]): SiteHealth {
  const page = (found: number): PageHealth => ({
    kind: 'feed',
    found,
    read: found,
    hits: { 'post.article': found, 'post.edited': 0 },
  });
  let health: SiteHealth | null = null;
  for (const found of pages) health = addPage(health, id, page(found), AT);
  return health as SiteHealth;
}

const teamSite = {
  id: 'x',
  version: 2,
  selectors: { 'post.text': '.words-of-lena' },
  changedBy: 'ana',
  changedAt: AT,
  earlier: [],
};

test('a report has pages by kind, selectors, versions and browser', () => {
  const report = toHealthReport({ id: 'x', health: aHealth('x'), teamSite }, source);
  expect(report).toBe(`Hearback 0.1.0, 2026-05-05 10:40 UTC
Browser: Mozilla/5.0 (X11; Linux x86_64)
Site: x, last checked ${siteFacts.x.checked}
Changed by the team: version 2, 2026-05-05 10:40 UTC, post.text
Counted since 2026-05-05 10:40 UTC

Pages by kind, and those without a post that could be read
  feed: 8 pages, 4 without a post, the last 4 in a row (blind since 2026-05-05 10:40 UTC)

Selectors: pages of each kind on which it found something, and on which it did not
  post.article: feed 4 4 (finds nothing any more)
  post.edited: feed 0 8
`);
});

test('a selector that is lost on one kind of page is told apart from others', () => {
  const page = { found: 1, read: 1, hits: { 'post.article': 1 } };
  const health = addPage(aHealth('x'), 'x', { kind: 'thread', ...page }, AT);
  expect(toHealthReport({ id: 'x', health, teamSite }, source)).toContain(
    '\n  post.article: feed 4 4 (finds nothing any more), thread 1 0\n',
  );
});

test.each([
  [[3], 'feed: 1 page, none without a post'],
  [[3, 0, 3], 'feed: 3 pages, 1 without a post'],
  [[3, 0, 0], 'feed: 3 pages, 2 without a post, the last 2 in a row'],
])('pages with %j posts are told in words', (found, line) => {
  const report = toHealthReport({ id: 'x', health: aHealth('x', found), teamSite }, source);
  expect(report.split('\n').map((one) => one.trim())).toContain(line);
});

test('the host of a site that was taught stays here', () => {
  const id = 'generic@secret.example';
  const health = aHealth(id);
  const report = toHealthReport({ id, health, teamSite: { ...teamSite, id } }, source);
  expect(report).not.toContain('secret');
  expect(report).toContain('Site: generic,');
});

test('neither what the team wrote nor who wrote it is told', () => {
  const report = toHealthReport({ id: 'x', health: null, teamSite }, source);
  expect(report).not.toMatch(/lena|ana\b/u);
  expect(report).toContain('No page was counted in this browser.');
});
