import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Role } from '#utils/model/team.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import { browser } from '#utils/platform/browser.ts';
import { changePageState } from '../page-memory.ts';
import type { Services } from '../services.ts';
import { createTeamSiteHandlers } from './team-sites.ts';

const sender = { kind: 'page' as const, tabId: null, origin: null };
const trial = { found: 2, read: 1, hits: { 'post.row': 2 }, selectors: { 'post.row': '.row' } };

/** Handlers of a team in which Ana is what is said; and what they asked pages, and recorded. */
async function aTeam(role: Role | null) {
  const db = emptyDb();
  const body = { id: 'ana', name: 'Ana', role: role ?? 'member', handles: [] };
  if (role) await db.members.put({ id: 'ana', seq: 1, base: body, body });
  const asked: unknown[] = [];
  const recorded: unknown[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tabId, raw) => {
    asked.push((raw as { request: unknown }).request);
    return { ok: true, value: trial } as never;
  });
  const handlers = createTeamSiteHandlers({
    db,
    engine: { context: async () => ({ memberId: 'ana' }) },
    record: async (facts: unknown[]) => recorded.push(...facts),
  } as unknown as Services);
  const mend = async (id: string, selectors: Record<string, string>) => {
    const site = changeTeamSite(null, { id, selectors }, { memberId: 'ana', at: 1 });
    await db.sites.put({ id, seq: 1, base: site, body: site });
  };
  return { handlers, asked, recorded, mend };
}

/** `ownSite` is read by the adapter of `site`. */
const shows = (
  tabId: number,
  origin: string,
  ownSite: 'x' | 'mastodon' | 'generic',
  site: 'x' | 'generic' = 'generic',
) =>
  changePageState(tabId, () => ({
    site,
    ownSite,
    origin,
    threadIds: [],
    chosen: null,
    account: null,
  }));

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.session.clear();
});

test('a page that is read by its own adapter is of that site alone', async () => {
  const { handlers, mend } = await aTeam('lead');
  await mend('x', { 'post.text': '.words' });
  await shows(1, 'https://x.com', 'x', 'x');
  expect(await handlers['teamSite.load']({ tabId: 1 }, sender)).toMatchObject({
    id: 'x',
    others: [],
    teamSite: { selectors: { 'post.text': '.words' } },
  });
});

test.each([
  ['https://x.com', 'x', ['x']],
  ['https://social.example', 'mastodon', ['mastodon']],
  // Any software may run there, and none of ours does.
  ['https://board.example', 'generic', []],
] as const)(
  'where the adapter of all sites reads %s, the page is of %s beside it',
  async (origin, ownSite, others) => {
    const { handlers } = await aTeam('lead');
    await shows(1, origin, ownSite);
    expect(await handlers['teamSite.load']({ tabId: 1 }, sender)).toEqual({
      id: `generic@${new URL(origin).host}`,
      others,
      teamSite: null,
    });
  },
);

test('selectors of a blind site are tried with the adapter of that site', async () => {
  const { handlers, asked, mend } = await aTeam('lead');
  await mend('x', { 'post.text': '.words' });
  await mend('generic@x.com', { 'taught.post': '.row' });
  await shows(1, 'https://x.com', 'x');
  const selectors = { 'post.row': '.row' };
  expect(await handlers['teamSite.try']({ tabId: 1, id: 'x', selectors }, sender)).toEqual(trial);
  await handlers['teamSite.try']({ tabId: 1, selectors }, sender);
  expect(asked).toEqual([
    { site: 'x', now: { 'post.text': '.words' }, wanted: selectors },
    { site: 'generic', now: { 'taught.post': '.row' }, wanted: selectors },
  ]);
});

test('nothing is tried on a page of another site', async () => {
  const { handlers, asked } = await aTeam('lead');
  const tryAs = (id: string) => handlers['teamSite.try']({ tabId: 1, id, selectors: {} }, sender);
  await shows(1, 'https://x.com', 'x', 'x');
  await expect(tryAs('reddit')).rejects.toThrow('That tab shows another page by now.');
  await shows(1, 'https://board.example', 'generic');
  await expect(tryAs('mastodon')).rejects.toThrow('That tab shows another page by now.');
  expect(asked).toEqual([]);
});

test.each([
  ['a lead', 'lead', true],
  ['the owner', 'owner', true],
  ['somebody without a team', null, true],
  ['a member', 'member', false],
] as const)('%s may change how a site is read: %#', async (_who, role, may) => {
  const { handlers, recorded } = await aTeam(role);
  const tell = (done: Promise<null>) =>
    done.then(
      () => 'done',
      (error: Error) => error.message,
    );
  const told = may ? 'done' : 'Only a lead can change how sites are read. Ask one.';
  const save = handlers['teamSite.save']({ id: 'x', selectors: {} }, sender);
  expect(await tell(save)).toBe(told);
  expect(await tell(handlers['teamSite.remove']({ id: 'x' }, sender))).toBe(told);
  expect(recorded).toHaveLength(may ? 2 : 0);
});
