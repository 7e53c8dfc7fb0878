/** T14: a server, or somebody on the way, that sends a browser on to another one does not get it to take its token there. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createTeamClient, joinTeam } from '#utils/sync/team-client.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function aServer(status: number, headers: () => Record<string, string>) {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    response.writeHead(status, headers()).end('{}');
  });
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}

test.each([301, 302, 303, 307, 308])('follows no redirect by %i', async (status) => {
  const thief = await aServer(200, () => ({ 'content-type': 'application/json' }));
  const team = await aServer(status, () => ({ location: `${thief.url}/v1/me` }));
  const client = createTeamClient(fetch, team.url, 'a-token-of-a-device');
  const invite = { invite: 'an-invite-secret', name: 'Ada', device: 'Browser' };
  await expect(client.me()).rejects.toMatchObject({ code: 'offline' });
  await expect(joinTeam(fetch, team.url, invite)).rejects.toMatchObject({ code: 'offline' });
  expect(team.heard).toHaveLength(2);
  expect(team.heard[0]?.headers.authorization).toBe('Bearer a-token-of-a-device');
  expect(thief.heard).toEqual([]);
});
