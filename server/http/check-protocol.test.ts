import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROTOCOL_OLDEST, PROTOCOL_VERSION } from '#utils/sync/wire.ts';
import { ask } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam();
});
afterAll(() => team.end());

it.each([
  ['too old', `${PROTOCOL_OLDEST - 1}`, 426],
  ['the oldest', `${PROTOCOL_OLDEST}`, 200],
  ['the same', `${PROTOCOL_VERSION}`, 200],
  ['newer', `${PROTOCOL_VERSION + 1}`, 200],
  ['no number at all', 'x', 200],
])('answers a client that is %s (%s) with %i', async (_, version, status) => {
  const { token } = team.member.joined;
  const headers = { 'hearback-protocol': version };
  expect((await ask(team.server.url, 'GET', '/v1/me', { token, headers })).status).toBe(status);
});

it('says to an old client, before it has joined, what to do', async () => {
  const headers = { 'hearback-protocol': '0' };
  const answer = await ask(team.server.url, 'POST', '/v1/join', { headers, body: {} });
  expect(answer).toMatchObject({ status: 426, body: { code: 'too_old' } });
});

it('serves who names no version', async () => {
  expect((await team.member.ask('GET', '/v1/me')).status).toBe(200);
});
