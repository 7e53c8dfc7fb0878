import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import { saveMeta } from '#utils/db/meta.ts';
import type { SiteId, SiteMode } from '#utils/model/site.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { SiteSelectors } from '#utils/model/team-site.ts';
import type { RosterHandle } from '#utils/model/team.ts';
import { browser } from '#utils/platform/browser.ts';
import { defaultSettings } from '#utils/settings/schema.ts';
import { saveSettings } from '#utils/settings/store.ts';
import { loadPageRules } from './page-rules.ts';
import type { RuledPage } from './page-rules.ts';

const on = (site: SiteId, origin: string, ownSite: SiteId = site): RuledPage => ({
  site,
  ownSite,
  origin,
});

beforeEach(() => browser.storage.local.clear());

async function aTeamOf(...handles: RosterHandle[]) {
  const db = emptyDb();
  const body = { id: 'ana', name: 'Ana', role: 'member' as const, handles };
  await db.members.put({ id: 'ana', seq: 1, base: body, body });
  const rosterOn = async (page: RuledPage) => (await loadPageRules(db, page)).roster;
  const modeOn = async (page: RuledPage) => (await loadPageRules(db, page)).mode;
  return { db, rosterOn, modeOn };
}

const setModes = (modes: Partial<Record<SiteId, SiteMode>>) =>
  saveSettings({ ...defaultSettings, modes });

test('a site with one address is given its roster', async () => {
  const { rosterOn } = await aTeamOf({ site: 'x', handle: '@Ana_Acme' });
  expect(await rosterOn(on('x', 'https://x.com'))).toEqual(['ana_acme']);
  expect(await rosterOn(on('reddit', 'https://www.reddit.com'))).toEqual([]);
});

test.each(['generic', 'discourse'] as const)(
  'a handle on software that runs anywhere (%s) counts on its own host alone',
  async (site) => {
    const { db, rosterOn } = await aTeamOf(
      { site, handle: 'Ben@forum.example' },
      { site, handle: 'without_host' },
    );
    const account = { server: '', token: '', deviceId: '', memberId: 'ana', epoch: '' };
    await saveMeta(db, 'account', { ...account, team: { id: 'acme', name: 'Acme' } });
    const page = on(site, 'https://forum.example');
    expect(await loadPageRules(db, page)).toMatchObject({ roster: ['ben'], myHandles: ['ben'] });
    expect(await rosterOn(on(site, 'https://other.example'))).toEqual([]);
  },
);

test('a handle of a federated network counts on all its servers', async () => {
  const { rosterOn } = await aTeamOf({ site: 'mastodon', handle: 'ben@social.example' });
  expect(await rosterOn(on('mastodon', 'https://other.example'))).toEqual(['ben@social.example']);
});

describe('where the adapter for all sites stands in', () => {
  const onLinkedIn = on('generic', 'https://www.linkedin.com', 'linkedin');
  const studio = 'https://studio.youtube.com';

  test('a site that is quiet stays quiet', async () => {
    const { modeOn } = await aTeamOf();
    expect(await modeOn(onLinkedIn)).toBe('quiet');
    expect(await modeOn(on('generic', 'https://x.com', 'x'))).toBe('full');
    await setModes({ x: 'quiet', linkedin: 'full' });
    expect(await modeOn(on('generic', 'https://x.com', 'x'))).toBe('quiet');
    expect(await modeOn(onLinkedIn)).toBe('full');
  });

  test('a host says whose it is where the page does not', async () => {
    const { modeOn, rosterOn } = await aTeamOf({ site: 'linkedin', handle: 'ana-acme' });
    const page = on('generic', 'https://www.linkedin.com');
    expect(await modeOn(page)).toBe('quiet');
    expect(await rosterOn(page)).toEqual(['ana-acme']);
  });

  test('the quietest of several sites of one host counts', async () => {
    const { modeOn } = await aTeamOf();
    expect(await modeOn(on('generic', studio))).toBe('full');
    await setModes({ youtube: 'quiet' });
    expect(await modeOn(on('generic', studio))).toBe('quiet');
    expect(await modeOn(on('generic', studio, 'youtubestudio'))).toBe('full');
  });

  test('teammates are known by the handles of the site that the posts are of', async () => {
    const { rosterOn } = await aTeamOf(
      { site: 'youtube', handle: 'acme' },
      { site: 'generic', handle: 'learned@studio.youtube.com' },
      { site: 'x', handle: 'ana' },
    );
    const roster = await rosterOn(on('generic', studio, 'youtubestudio'));
    expect(roster).toEqual(['acme', 'learned']);
  });

  test('teammates on software that runs anywhere are known too', async () => {
    const { rosterOn } = await aTeamOf({ site: 'discourse', handle: 'ben@forum.example' });
    const roster = await rosterOn(on('generic', 'https://forum.example', 'discourse'));
    expect(roster).toEqual(['ben']);
  });
});

test('a page is read by what its team has mended or taught of its site, and of no other', async () => {
  const { db } = await aTeamOf();
  const teach = async (id: string, selectors: SiteSelectors) => {
    const by = { memberId: 'ana', at: 1 };
    const body = changeTeamSite(null, { id, selectors }, by);
    await db.sites.put({ id, seq: 1, base: body, body });
  };
  const taught = { 'taught.post': '.row' };
  const mended = { 'post.text': '.words' };
  await teach('generic@forum.example', taught);
  await teach('x', mended);
  const selectorsOf = async (page: RuledPage) => (await loadPageRules(db, page)).selectors;
  expect(await selectorsOf(on('generic', 'https://forum.example'))).toEqual(taught);
  expect(await selectorsOf(on('generic', 'https://other.example'))).toEqual({});
  expect(await selectorsOf(on('x', 'https://x.com'))).toEqual(mended);
  expect(await selectorsOf(on('generic', 'https://x.com', 'x'))).toEqual({});
  expect(await selectorsOf(on('reddit', 'https://www.reddit.com'))).toEqual({});

  // Where another adapter stands in, the page hears of its own site's too.
  const ownOf = async (page: RuledPage) => (await loadPageRules(db, page)).ownSelectors;
  expect(await ownOf(on('generic', 'https://x.com', 'x'))).toEqual(mended);
  expect(await ownOf(on('generic', 'https://www.reddit.com', 'reddit'))).toEqual({});
  expect(await ownOf(on('x', 'https://x.com'))).toBeUndefined();
  expect(await ownOf(on('generic', 'https://forum.example'))).toBeUndefined();
});
