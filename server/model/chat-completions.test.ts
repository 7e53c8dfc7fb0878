import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { aCompletion, MODEL_KEY, saying, startTestModel } from '../testing/test-model.ts';
import type { TestModel } from '../testing/test-model.ts';
import { createChatModel } from './chat-completions.ts';
import { ModelError } from './model-error.ts';

const prompt = { system: 'Rules.', user: 'Data.', answerTokensMax: 100 };
const ask = ({ settings }: TestModel) => createChatModel(settings)(prompt);

/** The error of a question; it holds the key nowhere. */
async function faultOf(model: TestModel): Promise<string> {
  const error = await ask(model).catch((thrown: unknown) => thrown);
  if (!(error instanceof ModelError)) return `no ModelError: ${JSON.stringify(error)}`;
  expect(JSON.stringify([error.message, error.stack, error, error.cause])).not.toContain(MODEL_KEY);
  return error.fault;
}

it('asks as the protocol wants it', async () => {
  const model = await startTestModel();
  expect(await ask(model)).toEqual({ text: 'Hello.', tokens: 250, isWhole: true });
  const [asked] = model.asked;
  expect(asked?.path).toBe('/v1/chat/completions');
  expect(asked?.headers).toMatchObject({
    authorization: `Bearer ${MODEL_KEY}`,
    'content-type': 'application/json',
    'accept-encoding': 'identity',
  });
  expect(JSON.parse(asked?.body ?? '')).toEqual({
    model: 'tiny',
    messages: [
      { role: 'system', content: 'Rules.' },
      { role: 'user', content: 'Data.' },
    ],
    max_tokens: 100,
    stream: false,
  });
});

it('sends no key where there is none', async () => {
  const model = await startTestModel({ key: null });
  await ask(model);
  expect(model.asked[0]?.headers).not.toHaveProperty('authorization');
});

it.each([
  ['without usage', { usage: undefined }, { tokens: null }],
  ['with a usage that is no number', { usage: { total_tokens: '9' } }, { tokens: null }],
  ['with a usage below zero', { usage: { total_tokens: -5 } }, { tokens: null }],
  [
    'that was cut off',
    { choices: [{ message: { content: 'Hel' }, finish_reason: 'length' }] },
    { isWhole: false },
  ],
  [
    'without words',
    { choices: [{ message: { content: null }, finish_reason: 'stop' }] },
    { text: '' },
  ],
  ['without an end', { choices: [{ message: { content: 'Hi.' } }] }, { isWhole: true }],
])('takes an answer %s', async (_, over, expected) => {
  const model = await startTestModel();
  model.answer = saying('Hello.', over);
  expect(await ask(model)).toMatchObject(expected);
});

it.each([
  [401, 'refused'],
  [402, 'refused'],
  [404, 'refused'],
  [429, 'rateLimited'],
  [500, 'broken'],
  [503, 'broken'],
  [204, 'broken'],
])('calls status %i %s, whatever is written in it', async (status, fault) => {
  const model = await startTestModel();
  model.answer = (response, { headers }) =>
    void response.writeHead(status).end(status === 204 ? '' : `Wrong key ${headers.authorization}`);
  expect(await faultOf(model)).toBe(fault);
});

it.each([301, 302, 303, 307, 308])(
  'follows no redirect of status %i, so the key stays',
  async (status) => {
    const thief = await startTestModel();
    const model = await startTestModel();
    model.answer = (response) =>
      void response.writeHead(status, { location: thief.settings.url }).end();
    expect(await faultOf(model)).toBe('redirected');
    expect(thief.asked).toEqual([]);
  },
);

it.each([
  ['a web page', '<!doctype html><title>Sign in</title>', 'notJson'],
  ['half an answer', aCompletion('Hello.').slice(0, 60), 'notJson'],
  ['nothing', '', 'notJson'],
  ['a list', '[]', 'wrongShape'],
  ['null', 'null', 'wrongShape'],
  ['no choices', '{"choices":[]}', 'wrongShape'],
  ['an error in a good answer', '{"error":{"message":"no"}}', 'wrongShape'],
  ['a text that is no text', '{"choices":[{"message":{"content":{"a":1}}}]}', 'wrongShape'],
  ['deep brackets', '['.repeat(100_000), 'notJson'],
])('calls %s what it is', async (_, body, fault) => {
  const model = await startTestModel();
  model.answer = (response) => void response.end(body);
  expect(await faultOf(model)).toBe(fault);
});

it('reads no more of an answer without end than it needs', async () => {
  const model = await startTestModel();
  let sent = 0;
  const ended = new Promise<void>((resolve) => {
    model.answer = (response) => {
      const more = () => {
        while (!response.destroyed) {
          sent += 65_536;
          if (!response.write(' '.repeat(65_536))) return void response.once('drain', more);
        }
      };
      response.once('close', resolve);
      more();
    };
  });
  expect(await faultOf(model)).toBe('tooLarge');
  await ended;
  // What stands in the buffers of two sockets is sent, and not the gigabyte that could follow.
  expect(sent).toBeLessThan(20_000_000);
});

it('reads nothing of an answer that says it is too long', async () => {
  const model = await startTestModel();
  model.answer = (response) => void response.writeHead(200, { 'content-length': 1e9 }).write(' ');
  expect(await faultOf(model)).toBe('tooLarge');
});

it('unpacks no more of a packed answer than it needs', async () => {
  const model = await startTestModel();
  const packed = gzipSync(Buffer.alloc(50_000_000, ' '));
  model.answer = (response) =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  expect(packed.length).toBeLessThan(256_000);
  expect(await faultOf(model)).toBe('tooLarge');
});

it('gives up a model that does not answer', async () => {
  const model = await startTestModel({ timeoutMs: 30 });
  model.answer = () => undefined;
  expect(await faultOf(model)).toBe('timeout');
});

it('gives up a model that does not come to an end', async () => {
  const model = await startTestModel({ timeoutMs: 60 });
  model.answer = (response) => void response.write('{"choices":');
  expect(await faultOf(model)).toBe('timeout');
});

it('notices a line that breaks in the middle', async () => {
  const model = await startTestModel();
  model.answer = (response) => void response.write('{"choices":', () => response.destroy());
  expect(await faultOf(model)).toBe('dropped');
});

it('notices a line that breaks before the answer', async () => {
  const model = await startTestModel();
  model.answer = (response) => void response.destroy();
  expect(await faultOf(model)).toBe('dropped');
});

it('notices that nobody is there', async () => {
  const model = await startTestModel();
  model.settings.url = `http://127.0.0.1:${await findFreePort()}/v1/chat/completions`;
  expect(await faultOf(model)).toBe('unreachable');
});

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
