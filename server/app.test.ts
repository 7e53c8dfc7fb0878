import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorBodySchema, PROTOCOL_VERSION } from '#utils/sync/wire.ts';
import { createApp } from './app.ts';
import { createHub } from './hub.ts';
import { silentLogger } from './log.ts';
import type { Database } from './store/database.ts';
import { aSighting } from './testing/builders.ts';
import { ask } from './testing/test-device.ts';
import { startTestTeam, wideLimits } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { withStore } from './testing/with-store.ts';

const CHROME = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
const FIREFOX = 'moz-extension://0f0e0d0c-1234-5678-9abc-0123456789ab';

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam();
});
afterAll(() => team.end());

describe('origins', () => {
  it.each([
    [CHROME, true],
    [FIREFOX, true],
    ['own', true],
    ['https://x.com', false],
    ['null', false],
    ['chrome-extension://abc', false],
    [`${CHROME}.evil.example`, false],
    ['http://127.0.0.1:1', false],
  ])('lets %s read answers: %s', async (named, isAllowed) => {
    const origin = named === 'own' ? team.server.url : named;
    const asked = { 'access-control-request-method': 'POST', origin };
    const preflight = await ask(team.server.url, 'OPTIONS', '/v1/push', { headers: asked });
    const answer = await ask(team.server.url, 'GET', '/v1/me', {
      token: team.owner.joined.token,
      headers: { origin },
    });
    const expected = isAllowed ? origin : null;
    expect(preflight.headers.get('access-control-allow-origin')).toBe(expected);
    expect(answer.headers.get('access-control-allow-origin')).toBe(expected);
    expect(preflight.status).toBe(isAllowed ? 204 : 403);
  });

  it('never allows cookies', async () => {
    const headers = { origin: CHROME };
    const answer = await ask(team.server.url, 'OPTIONS', '/v1/push', { headers });
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-allow-headers')).toContain('authorization');
  });

  it('lets an extension read refusals too', async () => {
    const headers = { origin: CHROME };
    const answer = await ask(team.server.url, 'GET', '/v1/me', { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBe(CHROME);
  });
});

describe('bad requests', () => {
  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/v1/nowhere', 404],
    ['DELETE', '/v1/push', 404],
    ['GET', '/%E0%A4%A', 404],
    ['POST', '/v1/push', 400],
    ['POST', '/v1/claims', 400],
  ])('answers %s %s with %i as JSON', async (method, path, status) => {
    const answer = await team.owner.ask(method, path, method === 'POST' ? '{"a":' : undefined);
    expect(answer.status).toBe(status);
    expect(errorBodySchema.safeParse(answer.body).success).toBe(true);
  });

  it('takes no token from the address', async () => {
    const { token } = team.owner.joined;
    const statuses = await Promise.all([
      ask(team.server.url, 'GET', `/v1/me?token=${token}`),
      team.owner.ask('GET', `/v1/me?token=x`),
      team.owner.ask('GET', `/v1/snapshot?after=${token}`),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses).toEqual([400, 400, 400]);
  });

  it('takes no body over 1 MB', async () => {
    const answer = await team.owner.ask('POST', '/v1/push', `"${'x'.repeat(1_000_001)}"`);
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'too_large' }]);
  });

  it('takes a fact that is nested without end as ill-formed', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const { epoch } = team.owner.joined;
    const body = `{"epoch":"${epoch}","ackMid":0,"mutations":[{"mid":1,"mutation":${deep}}]}`;
    expect((await team.owner.ask('POST', '/v1/push', body)).status).toBeLessThan(500);
  });

  it('never fails on its own side, whatever is sent', { timeout: 60_000 }, async () => {
    const paths = fc.constantFrom('/v1/push', '/v1/claims', '/v1/invites', '/v1/join');
    const { epoch } = team.lead.joined;
    const nearlyPush = fc.record({
      epoch: fc.constant(epoch),
      ackMid: fc.nat(),
      mutations: fc.array(
        fc.record({ mid: fc.integer(), mutation: fc.oneof(fc.object(), fc.jsonValue()) }),
      ),
    });
    const bodies = fc.oneof(fc.jsonValue(), fc.object(), nearlyPush);
    await fc.assert(
      fc.asyncProperty(paths, bodies, async (path, body) => {
        const { status } = await team.lead.ask('POST', path, JSON.stringify(body) ?? '');
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});

it('slows a device down that asks too often', async () => {
  const device = { perSecond: 1, burst: 5 };
  const limited = await startTestTeam({ limits: { device } });
  const statuses = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await limited.member.ask('GET', '/v1/me')).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  limited.clock.advance(1_000);
  expect((await limited.member.ask('GET', '/v1/me')).status).toBe(200);
  await limited.end();
});

it('gives pages a policy under which they load only their own', async () => {
  const { headers, body } = await ask(team.server.url, 'GET', '/join');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(body).not.toContain('<script');
});

it('is healthy', async () => {
  await team.owner.push(aSighting({ id: 'alive' }));
  const { status, body } = await ask(team.server.url, 'GET', '/healthz');
  expect([status, body]).toEqual([
    200,
    { ok: true, protocol: PROTOCOL_VERSION, serverTime: team.clock.now() },
  ]);
});

it.each(['/v1/pull?epoch=e&seq=0&mark=', '/v1/snapshot'])(
  'works on no fifth %s of a device',
  async (path) => {
    await withStore(team, async (real) => {
      const held = Promise.withResolvers<void>();
      const store: Database = {
        ...real,
        async all(sql, params) {
          if (sql.includes('octet_length')) await held.promise;
          return real.all(sql, params);
        },
      };
      const base = { store, clock: team.clock, log: silentLogger, publicUrl: () => '' };
      const hub = createHub({ ...base, tickMs: 0 });
      const app = createApp({ ...base, hub }, { limits: wideLimits });
      const headers = { authorization: `Bearer ${team.member.joined.token}` };
      const answers = Array.from({ length: 5 }, async () => app.request(path, { headers }));
      expect((await Promise.race(answers)).status).toBe(429);
      held.resolve();
      const statuses = (await Promise.all(answers)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(1);
      await hub.close();
    });
  },
);
