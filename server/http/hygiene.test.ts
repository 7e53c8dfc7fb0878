/** What every answer of the server has in common (reliability.md T14, T16, T22, T34). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSighting } from '../testing/builders.ts';
import { ask } from '../testing/test-device.ts';
import { startTestTeam, wideLimits } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';

const CHROME = `chrome-extension://${'abcdefghijklmnop'.repeat(2)}`;
const FIREFOX = 'moz-extension://0f0e0d0c-1234-5678-9abc-0123456789ab';

let team: TestTeam;
beforeAll(async () => {
  team = await startTestTeam();
});
afterAll(() => team.end());

const pages = ['/join', '/practice', '/practice?as=%3Cscript%3E&brand=%3Cscript%3E'];
const others = ['/healthz', '/join.css', '/practice/posts', '/practice/style.css', '/nowhere'];
const calls: [string, string][] = [
  ['GET', '/v1/me'],
  ['GET', '/v1/snapshot'],
  ['GET', '/v1/devices'],
  ['GET', '/v1/audit'],
  ['POST', '/v1/push'],
  ['POST', '/v1/claims'],
  ['POST', '/v1/join'],
  ['POST', '/v1/invites'],
];

it('sets no cookie anywhere, nor heeds one', async () => {
  const headers = { cookie: `token=${team.owner.joined.token}; session=1` };
  for (const path of [...pages, ...others, '/v1/me']) {
    const answer = await ask(team.server.url, 'GET', path, { headers });
    expect([path, answer.headers.get('set-cookie')]).toEqual([path, null]);
  }
  const { status } = await ask(team.server.url, 'GET', '/v1/me', { headers });
  expect(status).toBe(401);
});

it.each(pages)('guards the page %s by headers', async (path) => {
  const { headers, body } = await ask(team.server.url, 'GET', path);
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(body).not.toMatch(/<script(?![^>]*\ssrc="\/)/);
  expect(body).not.toMatch(/\son[a-z]+=|style="/);
});

it('keeps answers of the team out of every cache, of every other site', async () => {
  const { headers } = await team.owner.ask('GET', '/v1/snapshot');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

describe('origins', () => {
  const matrix: [string, boolean][] = [
    [CHROME, true],
    [FIREFOX, true],
    ['null', false],
    ['https://x.com', false],
    ['http://localhost:1', false],
    ['file://', false],
    [`${CHROME}.example`, false],
    ['moz-extension://x', false],
    ['', false],
  ];
  it.each(matrix)('lets a page of %j call: %s', async (origin, isAllowed) => {
    for (const [method, path] of calls) {
      const body = method === 'POST' ? {} : undefined;
      const { token } = team.owner.joined;
      const answer = await ask(team.server.url, method, path, { token, body, headers: { origin } });
      expect([path, answer.status === 403]).toEqual([path, !isAllowed]);
      expect(answer.headers.get('access-control-allow-origin')).toBe(isAllowed ? origin : null);
      expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
    }
  });

  it.each(['document', 'image', 'script', 'iframe', 'style'])(
    'gives a browser no answer of the team as %s',
    async (destination) => {
      const { token } = team.owner.joined;
      const headers = { 'sec-fetch-dest': destination, 'sec-fetch-site': 'cross-site' };
      const answer = await ask(team.server.url, 'GET', '/v1/snapshot', { token, headers });
      expect(answer.status).toBe(403);
    },
  );

  it('answers programs that name no origin', async () => {
    expect((await team.owner.ask('GET', '/v1/me')).status).toBe(200);
  });
});

describe('bodies', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('are taken as JSON only, not as %j', async (type) => {
    const { token } = team.owner.joined;
    const headers = { 'content-type': type };
    const body = '{"role":"member"}';
    const answer = await ask(team.server.url, 'POST', '/v1/invites', { token, body, headers });
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad_request' } });
  });

  it.each([
    [12, 400, 'The request is not as expected'],
    [13, 400, 'The request nests too deep.'],
  ])('of %i levels are answered with %i: %s', async (depth, status, message) => {
    const body = `${'['.repeat(depth)}"]]]"${']'.repeat(depth)}`;
    const answer = await team.owner.ask('POST', '/v1/push', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ message: expect.stringContaining(message) as string });
  });

  it('may hold brackets in their texts, as many as they like', async () => {
    const { results } = await team.owner.push(
      aSighting({ id: 'brackets', text: `${'[{'.repeat(500)}\\" "` }),
    );
    expect(results[0]?.ok).toBe(true);
  });

  it('over 1 MB are refused, told beforehand or not', async () => {
    const { token } = team.owner.joined;
    const chunks = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000).fill(32));
      },
    });
    const response = await fetch(`${team.server.url}/v1/push`, {
      method: 'POST',
      body: chunks,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      duplex: 'half',
    } as RequestInit).catch(() => null);
    expect(response === null || response.status === 413).toBe(true);
    const told = await team.owner.ask('POST', '/v1/push', `"${'x'.repeat(1_000_001)}"`);
    expect(told.status).toBe(413);
  });
});

describe('limits', () => {
  const strict = { perSecond: 0.5, burst: 2 };
  const visit = (origin: string, forwarded: string, path = '/v1/me') =>
    ask(origin, 'GET', path, { headers: { 'x-forwarded-for': forwarded } });

  it('count strangers by the address of the connection, whatever they say of themselves', async () => {
    const limits = { ...wideLimits, stranger: { perSecond: 0.5, burst: 2 } };
    const limited = await startTestTeam({ limits });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) {
      statuses.push((await visit(limited.server.url, `203.0.113.${n}`)).status);
    }
    expect(statuses).toEqual([401, 401, 429]);
    expect((await limited.owner.ask('GET', '/v1/me')).status).toBe(200);
    await limited.end();
  });

  it('count strangers by the address that the trusted proxy names', async () => {
    const limits = { ...wideLimits, stranger: strict };
    const limited = await startTestTeam({ limits, trustedProxies: 2 });
    const from = (address: string) => visit(limited.server.url, `10.0.0.1, ${address}, 10.9.9.9`);
    const statuses = [];
    for (const address of ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2']) {
      statuses.push((await from(address)).status);
    }
    expect(statuses).toEqual([401, 401, 429, 401]);
    // Of one IPv6 network everybody has all addresses.
    for (const address of ['2001:db8::1', '2001:db8:0:0:ffff::2']) await from(address);
    expect((await from('2001:db8::3')).status).toBe(429);
    expect((await from('2001:db8:0:1::3')).status).toBe(401);
    await limited.end();
  });

  it('hold for pages too, saying when to come back', async () => {
    const limited = await startTestTeam({ limits: { ...wideLimits, stranger: strict } });
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push(await visit(limited.server.url, '', '/healthz'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('2');
    await limited.end();
  });

  it('hold for what a whole team writes, not for what it reads', async () => {
    const limited = await startTestTeam({ limits: { ...wideLimits, team: strict } });
    const invite = () => limited.lead.ask('POST', '/v1/invites', { role: 'member' });
    const [first, second] = [await limited.owner.ask('POST', '/v1/claims', {}), await invite()];
    const third = await invite();
    expect([first.status, second.status, third.status]).toEqual([400, 200, 429]);
    expect(third.headers.get('retry-after')).toBe('2');
    expect((await limited.owner.ask('GET', '/v1/me')).status).toBe(200);
    await limited.end();
  });
});
