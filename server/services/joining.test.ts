import { afterAll, beforeAll, expect, it } from 'vitest';
import { inviteOwner } from './invites.ts';
import { openStore } from '../listen.ts';
import { listTeams, loadFirstTeam } from '../store/teams.ts';
import { aSighting } from '../testing/builders.ts';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { ask, joinAs } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { openTeam } from './joining.ts';

const HOUR_MS = 3_600_000;

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam({ teamName: 'Acme Care' });
});
afterAll(() => team.end());

function redeem(link: string) {
  const invite = new URL(link).hash.slice(1);
  return ask(team.server.url, 'POST', '/v1/join', {
    body: { invite, name: 'Dee Example', device: '' },
  });
}

it('makes whoever joins first the owner', () => {
  const { owner, lead, member } = team;
  expect([owner, lead, member].map(({ joined }) => joined.member.role)).toEqual([
    'owner',
    'lead',
    'member',
  ]);
  expect(owner.joined.team.name).toBe('Acme Care');
});

it('tells the team of a new teammate', async () => {
  const device = await joinAs((await team.server.invite('member')).link, 'Eve Example');
  const { changes } = await team.owner.pull();
  expect(changes.at(-1)).toMatchObject({ kind: 'member', body: device.joined.member });
});

it('lets one of two who use the same link at once in', async () => {
  const { link } = await team.server.invite('member');
  const answers = await Promise.all([redeem(link), redeem(link)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('tells a used, an expired and an unknown link apart', async () => {
  const used = (await team.server.invite('member')).link;
  await redeem(used);
  const expired = (await team.server.invite('member')).link;
  team.clock.advance(72 * HOUR_MS);
  const unknown = `${used.slice(0, -4)}AAAA`;
  const bodies = await Promise.all(
    [used, expired, unknown, 'http://h/join#gibberish-here'].map(async (link) => {
      return (await redeem(link)).body;
    }),
  );
  expect(bodies).toMatchObject([
    { code: 'invite_used', message: 'This invite was used already. Ask for a new link.' },
    { code: 'invite_expired', message: 'This invite has expired. Ask for a new link.' },
    { code: 'invite_unknown' },
    { code: 'invite_unknown' },
  ]);
});

it.each([
  ['owner', 200],
  ['lead', 200],
  ['member', 403],
] as const)('answers an invitation by a %s with %i', async (role, status) => {
  const answer = await team[role].ask('POST', '/v1/invites', { role: 'member' });
  expect(answer.status).toBe(status);
});

it('invites nobody as owner', async () => {
  const answer = await team.owner.ask('POST', '/v1/invites', { role: 'owner' });
  expect(answer.status).toBe(400);
});

it('makes links that start with the server’s own address', async () => {
  const { body } = await team.lead.ask('POST', '/v1/invites', { role: 'lead' });
  const { link } = body as { link: string };
  expect(link.startsWith(`${team.server.url}/join#`)).toBe(true);
});

it('ends a device that leaves, with its claims', async () => {
  const device = await joinAs((await team.server.invite('member')).link, 'Fay Example');
  await device.push(aSighting({ id: 'left' }));
  await device.claim({ action: 'take', threadId: 'x:left' });
  expect((await device.ask('POST', '/v1/leave', {})).status).toBe(200);
  expect((await device.ask('GET', '/v1/me')).status).toBe(401);
  const taken = await team.member.claim({ action: 'take', threadId: 'x:left' });
  expect(taken.granted).toBe(true);
});

it('knows who asks, and how far that device has come', async () => {
  const device = await joinAs((await team.server.invite('member')).link, 'Gus Example');
  await device.push(aSighting({ id: 'me' }));
  const { body } = await device.ask('GET', '/v1/me');
  const { member, team: own, deviceId, epoch } = device.joined;
  expect(body).toEqual({ member, team: own, deviceId, epoch, lastMid: 1, retentionDays: 90 });
});

it('stores neither tokens nor invites', async () => {
  const { link } = await team.server.invite('member');
  const store = await openStore(team, team.clock);
  const rows = [
    ...(await store.all('SELECT * FROM device')),
    ...(await store.all('SELECT * FROM invite')),
    ...(await store.all('SELECT * FROM audit')),
  ];
  await store.close();
  const text = JSON.stringify(rows);
  const secrets = [link.split('.').at(-1), team.owner.joined.token.split('.').at(-1)];
  for (const secret of secrets) expect(text).not.toContain(secret);
});

it('offers no owner link once somebody has joined', async () => {
  const store = await openStore(team, team.clock);
  const known = await loadFirstTeam(store);
  expect(await inviteOwner(store, known?.id ?? '', team.server.url)).toBeNull();
  await store.close();
});

onPostgres(() => {
  it('makes one team when several servers start at once on an empty database', async () => {
    const databaseUrl = await (await needPostgres()).createDatabase();
    const stores = await Promise.all(
      Array.from({ length: 4 }, () => openStore({ data: '', databaseUrl })),
    );
    const opened = await Promise.all(stores.map((store) => openTeam(store, 'Acme Care')));
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    const teams = await Promise.all(stores.map(listTeams));
    for (const store of stores) await store.close();
    expect(teams.map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  });
});
