import { beforeEach, expect, it } from 'vitest';
import { Hono } from 'hono';
import type { AppEnv } from '../http/env.ts';
import { toErrorAnswer } from '../http/errors.ts';
import { silentLogger } from '../log.ts';
import { createTestClock } from '../testing/test-server.ts';
import { practiceRoutes } from './routes.ts';

const reply = { id: 'r-1234', parentId: '1', author: 'ada_acme', text: 'Hi Lena' };

let app: Hono<AppEnv>;
beforeEach(() => {
  app = new Hono<AppEnv>()
    .onError(toErrorAnswer(silentLogger))
    .route('/', practiceRoutes({ clock: createTestClock() }));
});

function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

async function readPosts() {
  return (await (await app.request('/practice/posts')).json()) as {
    round: string;
    replies: unknown[];
  };
}

it('keeps a reply for the next load, once', async () => {
  await post('/practice/posts', reply);
  await post('/practice/posts', reply);
  expect((await readPosts()).replies).toMatchObject([reply]);
  expect(await (await app.request('/practice')).text()).toContain('Hi Lena');
});

it('starts over in a new round', async () => {
  const { round } = await readPosts();
  await post('/practice/posts', reply);
  await post('/practice/start-over', {});
  const after = await readPosts();
  expect(after.replies).toEqual([]);
  expect(after.round).not.toBe(round);
});

it.each(['cross-site', 'same-site', 'none'])('takes nothing that a %s page sends', async (site) => {
  expect((await post('/practice/posts', reply, { 'sec-fetch-site': site })).status).toBe(403);
});

it.each([
  ['http://evil.example', 403],
  ['null', 403],
  ['http://localhost', 200],
])('answers a post from %s with %i', async (origin, status) => {
  expect((await post('/practice/posts', reply, { origin })).status).toBe(status);
});

it.each([
  { ...reply, id: '<script>' },
  { ...reply, author: 'two words' },
  { ...reply, text: ' ' },
  { ...reply, extra: 1 },
  null,
])('takes no reply such as %o', async (body) => {
  expect((await post('/practice/posts', body)).status).toBe(400);
});

it('posts as the account in the address, if it can be one', async () => {
  expect(await (await app.request('/practice?as=ben_acme')).text()).toContain('value="ben_acme"');
  expect(await (await app.request('/practice?as=%22%3E')).text()).toContain('value="ada_acme"');
});

it.each(['page', 'rich-editor'])('builds the script %s', async (name) => {
  const response = await app.request(`/practice/${name}.js`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/javascript');
  expect(await response.text()).not.toContain('import type');
});
