/** Nothing that anybody wrote, and no secret, gets into the log (reliability.md T32). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger } from './log.ts';
import { aBrand, aMatch, aReply, aSighting } from './testing/builders.ts';
import { ask, fact, joinAs } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { goLive } from './testing/test-socket.ts';
import { withStore } from './testing/with-store.ts';

const CANARY = 'canary4711';

const lines: string[] = [];
let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam({ log: createLogger((line) => lines.push(line)), teamName: CANARY });
});
afterAll(() => team.end());

it('holds no text, token, invite or address of a full run, failures included', async () => {
  const { link } = await team.server.invite('lead');
  const device = await joinAs(link, CANARY);
  const { token } = device.joined;
  await device.push(
    fact('brand.save', aBrand({ name: CANARY, names: [CANARY], handles: [CANARY] })),
    aSighting(
      { id: '1', text: CANARY, author: { handle: CANARY, name: CANARY } },
      aMatch({ matched: CANARY, reason: CANARY }),
    ),
    aReply({ text: CANARY, handle: CANARY }),
    fact('thread.setOutcome', { id: 'x:1', outcome: 'settled', reason: CANARY }),
    fact('member.update', { id: device.joined.member.id, name: CANARY, handles: [] }),
    { kind: CANARY, args: { [CANARY]: CANARY } },
  );
  await device.claim({ action: 'take', threadId: 'x:1' });
  const socket = await goLive(device);
  socket.send({ type: 'presence', threadId: `x:${CANARY}`, kind: 'typing' });
  await device.ask('POST', '/v1/guard', { threadId: CANARY, knownReplyIds: [CANARY] });
  await device.ask('POST', '/v1/devices/rotate', {});
  await device.ask('GET', `/v1/${CANARY}?token=${CANARY}`);
  await device.ask('GET', `/v1/audit?before=${CANARY}`);
  await device.ask('POST', '/v1/push', `{"${CANARY}`);
  await device.ask('POST', `/v1/erase`, { site: 'x', author: CANARY });
  await ask(team.server.url, 'GET', `/practice?as=${CANARY}&brand=${CANARY}`);
  await ask(team.server.url, 'POST', '/v1/join', {
    body: { invite: `${CANARY}.${'A'.repeat(43)}`, name: CANARY, device: CANARY },
    headers: { 'user-agent': CANARY, 'x-forwarded-for': CANARY, referer: `http://${CANARY}` },
  });
  await failInside();
  socket.ws.terminate();

  const log = lines.join('\n');
  expect(lines.length).toBeGreaterThan(15);
  expect(log).toContain('request.failed');
  const secrets = [token, token.split('.')[1], new URL(link).hash.slice(1).split('.')[1]];
  for (const secret of [CANARY, ...secrets]) expect(log).not.toContain(secret ?? '');
  expect(log).not.toContain('127.0.0.1');
});

/** Makes the server fail on its own side while it reads somebody's text. */
async function failInside(): Promise<void> {
  await withStore(team, async (store) => {
    await store.run('UPDATE brand SET body = ?', [`{"${CANARY}`]);
  });
  const answer = await team.owner.ask('GET', '/v1/snapshot');
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).not.toContain(CANARY);
}
