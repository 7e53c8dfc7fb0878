import { beforeEach, expect, test, vi } from 'vitest';
import { aTeam } from '#tests/support/a-team.ts';
import { browser } from '#utils/platform/browser.ts';
import { loadSentinel } from '#utils/platform/sentinel.ts';
import { createServices } from '../services.ts';
import { createTeamHandlers } from './team.ts';

const options = { kind: 'page', tabId: null, origin: null } as const;

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.local.clear();
});

async function aJoinedWorker() {
  const { member } = await aTeam();
  const services = createServices(member.db);
  await services.databaseWatch.check();
  return { services, team: createTeamHandlers(services) };
}

test('leaving is remembered outside of the database when it is done', async () => {
  const { team } = await aJoinedWorker();
  expect(await loadSentinel()).toMatchObject({ isJoined: true });
  await team['team.leave'](null, options);
  expect(await loadSentinel()).toMatchObject({ isJoined: false, waiting: 0 });
});

test('leaving works where nothing can be remembered outside of the database', async () => {
  const { services, team } = await aJoinedWorker();
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('the disk is full'));
  expect(await team['team.leave'](null, options)).toBeNull();
  expect(await services.db.meta.get('account')).toBeUndefined();
});
