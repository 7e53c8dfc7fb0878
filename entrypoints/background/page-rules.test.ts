import { expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { SiteId } from '#utils/model/site.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { SiteSelectors } from '#utils/model/team-site.ts';
import { loadPageRules } from './page-rules.ts';

async function aTeamOf(...handles: { site: 'x' | 'generic'; handle: string }[]) {
  const db = emptyDb();
  const body = { id: 'ana', name: 'Ana', role: 'member' as const, handles };
  await db.members.put({ id: 'ana', seq: 1, base: body, body });
  return db;
}

test('a site with one address is given its roster', async () => {
  const db = await aTeamOf({ site: 'x', handle: '@Ana_Acme' }, { site: 'generic', handle: 'ana' });
  expect((await loadPageRules(db, 'x', 'https://x.com')).roster).toEqual(['ana_acme']);
});

test('a handle that one forum has brought hides nobody on another', async () => {
  const db = await aTeamOf({ site: 'generic', handle: 'a_customer' });
  expect((await loadPageRules(db, 'generic', 'https://forum.example')).roster).toEqual([]);
});

test('a page is read by what its team has mended or taught of its site, and of no other', async () => {
  const db = await aTeamOf();
  const teach = async (id: string, selectors: SiteSelectors) => {
    const by = { memberId: 'ana', at: 1 };
    const body = changeTeamSite(null, { id, selectors }, by);
    await db.sites.put({ id, seq: 1, base: body, body });
  };
  const taught = { 'taught.post': '.row' };
  const mended = { 'post.text': '.words' };
  await teach('generic@forum.example', taught);
  await teach('x', mended);
  const selectorsOf = async (site: SiteId, origin: string) =>
    (await loadPageRules(db, site, origin)).selectors;
  expect(await selectorsOf('generic', 'https://forum.example')).toEqual(taught);
  expect(await selectorsOf('generic', 'https://other.example')).toEqual({});
  expect(await selectorsOf('x', 'https://x.com')).toEqual(mended);
  expect(await selectorsOf('reddit', 'https://www.reddit.com')).toEqual({});
});
