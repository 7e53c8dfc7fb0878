import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aThreadView } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { PATIENT_TEST_MS, eventually } from '#tests/support/eventually.ts';
import { pageMessages } from '#utils/messages/page-messages.ts';
import { browser } from '#utils/platform/browser.ts';
import { createNewsDesk } from './news-desk.ts';
import { changePageState, forgetAllThreads, loadPageState } from './page-memory.ts';

const page = {
  site: 'x' as const,
  ownSite: 'x' as const,
  origin: 'https://x.com',
  threadIds: ['x:1'],
  chosen: null,
  account: null,
};

interface Told {
  tabId: number;
  name: string;
}

/** A desk whose pages answer, or (null) are not there; the team has nothing of the threads that are gone. */
function aDesk(answerOf: (told: Told) => unknown, gone: readonly string[] = []) {
  const told: Told[] = [];
  const news: { views: { thread: { id: string } }[]; gone: string[] }[] = [];
  const badges: { tabId?: number; text?: string | null }[] = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (tabId, raw) => {
    const one = { tabId, name: (raw as { name: string }).name };
    told.push(one);
    if (one.name === 'thread.changed') {
      news.push(
        pageMessages['thread.changed'].request.parse((raw as { request: unknown }).request),
      );
    }
    const value = answerOf(one);
    if (value === undefined) throw new Error('Receiving end does not exist.');
    return { ok: true, value: await value } as never;
  });
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async (badge) => {
    badges.push(badge as never);
  });
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
  const views = async (ids: readonly string[]) =>
    ids.filter((id) => !gone.includes(id)).map((id) => aThreadView({ thread: { id } }));
  const db = emptyDb();
  return { desk: createNewsDesk({ db, views }), db, told, news, badges };
}

vi.setConfig({ testTimeout: PATIENT_TEST_MS });

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.session.clear();
});

describe('the news desk', () => {
  test('tells the pages that show a thread, and only these', async () => {
    await changePageState(1, () => page);
    await changePageState(2, () => ({ ...page, threadIds: ['x:2'] }));
    const { desk, told, badges } = aDesk(() => null);
    desk.spread(['x:1']);
    await eventually(() => expect(badges).toEqual([{ tabId: 1, text: '1' }]));
    expect(told).toEqual([{ tabId: 1, name: 'thread.changed' }]);
  });

  test('tells a page which of its threads are gone', async () => {
    await changePageState(1, () => ({ ...page, threadIds: ['x:1', 'x:2', 'x:3', 'x:4'] }));
    const { desk, news, badges } = aDesk(() => null, ['x:2', 'x:3']);
    desk.spread(['x:1', 'x:2', 'x:9']);
    await eventually(() => expect(badges).toEqual([{ tabId: 1, text: '2' }]));
    expect(news.map(({ views, gone }) => [views.map(({ thread }) => thread.id), gone])).toEqual([
      [['x:1'], ['x:2']],
    ]);
  });

  test('forgets a page that has gone and leaves its tab without a badge', async () => {
    await changePageState(1, () => page);
    const { desk, badges } = aDesk(() => undefined);
    desk.spread(['x:1']);
    await eventually(async () => expect(await loadPageState(1)).toBeNull());
    expect(badges).toEqual([]);
  });

  test('tells rules once, not with every piece of news', async () => {
    await changePageState(1, () => page);
    const { desk, told, badges } = aDesk(() => null);
    for (const round of [1, 2]) {
      desk.spread(null);
      await eventually(() => expect(badges).toHaveLength(round));
      await eventually(() => expect(told.filter(isOfRules)).toHaveLength(1));
    }
  });

  test('tells each host of software that runs anywhere its own roster', async () => {
    const forum = { ...page, site: 'discourse' as const, ownSite: 'discourse' as const };
    await changePageState(1, () => ({ ...forum, origin: 'https://other.example' }));
    await changePageState(2, () => ({ ...forum, origin: 'https://forum.example' }));
    const { desk, db, told } = aDesk(() => null);
    const handles = [{ site: 'discourse' as const, handle: 'ben@forum.example' }];
    const body = { id: 'ben', name: 'Ben', role: 'member' as const, handles };
    await db.members.put({ id: 'ben', seq: 1, base: body, body });
    desk.spreadRules();
    await eventually(() => expect(told.filter(isOfRules)).toHaveLength(2));
    const rosters = vi.mocked(browser.tabs.sendMessage).mock.calls.flatMap(([tabId, raw]) => {
      const { name, request } = raw as { name: string; request: { roster: string[] } };
      return name === 'rules.changed' ? [[tabId, request.roster]] : [];
    });
    expect(rosters).toEqual([
      [1, []],
      [2, ['ben']],
    ]);
  });

  test('tells rules again to a page that opened while others held', async () => {
    await changePageState(1, () => page);
    const { desk, told } = aDesk(() => null);
    const rounds = () => told.filter(isOfRules).length;
    desk.spread(null);
    await eventually(() => expect(rounds()).toBe(1));
    await changePageState(1, () => null);
    // With nobody to tell, the round ends where it looks for pages.
    const look = vi.spyOn(browser.storage.session, 'get');
    desk.spread(null);
    await eventually(() => expect(look).toHaveBeenCalled());
    await changePageState(2, () => page);
    // Once: a round that is still to come would tell the pages of the next test.
    desk.spread(null);
    await eventually(() => expect(rounds()).toBe(2));
  });

  test('goes on without a page that hangs', async () => {
    await changePageState(1, () => page);
    await changePageState(2, () => page);
    const hangs = new Promise<null>(() => undefined);
    const { desk, told, badges } = aDesk(({ tabId }) => (tabId === 1 ? hangs : null));
    const newsOf = (tab: number) =>
      told.filter(({ tabId, name }) => tabId === tab && name === 'thread.changed');
    for (const round of [1, 2, 3]) {
      desk.spread(null);
      await eventually(() => expect(newsOf(2)).toHaveLength(round));
      await eventually(() => expect(badges).toHaveLength(round));
    }
    expect(newsOf(1)).toHaveLength(3);
    expect(told.filter(isOfRules).map(({ tabId }) => tabId)).toEqual([1, 2]);
    expect(badges.every(({ tabId }) => tabId === 2)).toBe(true);
  });

  test('leaves the badge to the newest news of a page that answers late', async () => {
    await changePageState(1, () => page);
    const late: ((value: null) => void)[] = [];
    const { desk, badges } = aDesk(() => new Promise<null>((resolve) => late.push(resolve)));
    for (const round of [1, 2]) {
      desk.spread(['x:1']);
      await eventually(() => expect(late).toHaveLength(round));
    }
    for (const answer of late) answer(null);
    await eventually(() => expect(badges).toHaveLength(1));
  });

  test('tells rules to pages whose threads were forgotten', async () => {
    await changePageState(1, () => page);
    await forgetAllThreads();
    const { desk, told } = aDesk(() => null);
    desk.spreadRules();
    await eventually(() => expect(told).toEqual([{ tabId: 1, name: 'rules.changed' }]));
  });
});

const isOfRules = ({ name }: Told) => name === 'rules.changed';

test('two changes of one page at once are both kept', async () => {
  await changePageState(1, () => page);
  await Promise.all([
    changePageState(1, (known) => known && { ...known, chosen: 'x:1' }),
    changePageState(1, (known) => known && { ...known, account: 'ana' }),
  ]);
  expect(await loadPageState(1)).toMatchObject({ chosen: 'x:1', account: 'ana' });
});
