/** Webhooks end to end: set up by a lead, signed, tried again, told once, left alone, and gone with whom they quote. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { Webhook } from '#utils/model/webhook.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';
import { deliverWebhooks, RETRIES_MS } from './deliver.ts';
import { post } from './post.ts';
import { isPublicAddress } from './public-address.ts';
import { signMessage } from './sign.ts';
import { toWebhookBody } from './to-body.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined } as never;
/** The server leaves it to the test. */
const NEVER_MS = 2 ** 30;
const inside = { allowsPrivate: true, timeoutMs: 2_000 };

/** A place that is told of things, and says whatever it is told to. */
async function aReceiver() {
  const got: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answers = { status: 200 };
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(answers.status, { location: 'http://127.0.0.1:1/' });
      response.end('secret words of the receiver');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook/secret-path`, got, answers };
}

onEachStore((store) => {
  async function aTeam() {
    const team = await startTestTeam({ store, deliverEveryMs: NEVER_MS });
    onTestFinished(() => team.end());
    const receiver = await aReceiver();
    const save = async (over: object = {}) => {
      const answer = await team.lead.ask('POST', '/v1/webhooks', {
        id: null,
        name: 'Chat',
        url: receiver.url,
        kind: 'json',
        events: ['theme', 'late'],
        ...over,
      });
      return answer.body as { webhook: Webhook; secret: string };
    };
    const list = async () =>
      ((await team.lead.ask('GET', '/v1/webhooks')).body as { webhooks: Webhook[] }).webhooks;
    const send = (id: string, title = 'Broken lids') =>
      team.lead.ask('POST', '/v1/webhooks/send', {
        id,
        message: {
          title,
          lines: ['40 posts'],
          quotes: [{ text: 'canary', by: 'lena', url: null }],
        },
      });
    const deliver = () =>
      withStore(team, (opened) => deliverWebhooks({ store: opened, log: silent }, inside));
    const later = (ms: number) => team.clock.advance(ms);
    return { team, receiver, save, list, send, deliver, later };
  }

  it('tells its secret once and its address never again', async () => {
    const { save, list } = await aTeam();
    const { webhook, secret } = await save();
    expect(secret).toMatch(/^whsec_/u);
    const again = await save({ id: webhook.id, url: null, name: 'Chat 2' });
    expect(again.secret).toBeNull();
    const told = JSON.stringify(await list());
    expect(told).toContain('Chat 2');
    expect(told).not.toContain('secret-path');
    expect(told).not.toContain(secret);
  });

  it('sends what a lead sends by hand, signed as receivers check it', async () => {
    const { receiver, save, list, send, deliver } = await aTeam();
    const { webhook, secret } = await save();
    await send(webhook.id);
    expect(await deliver()).toBe(1);
    const [message] = receiver.got;
    const { headers, body } = message ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toMatchObject({ type: 'theme', data: { title: 'Broken lids' } });
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const expected = createHmac('sha256', key).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${expected}`);
    expect((await list())[0]).toMatchObject({ waiting: 0, failing: null });
    expect((await list())[0]?.lastOkAt).toBeTypeOf('number');
    expect(await deliver()).toBe(0);
  });

  it('tries again with longer pauses under the same id, says so, and stops when it has had enough', async () => {
    const { team, receiver, save, list, send, deliver, later } = await aTeam();
    const { webhook } = await save();
    receiver.answers.status = 500;
    await send(webhook.id);
    await deliver();
    expect((await list())[0]).toMatchObject({
      waiting: 1,
      isPaused: false,
      failing: { why: 'It answered 500.' },
    });
    expect(await deliver()).toBe(0);
    for (const pause of RETRIES_MS) {
      later(pause);
      expect(await deliver()).toBe(1);
    }
    expect(receiver.got).toHaveLength(RETRIES_MS.length + 1);
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect((await list())[0]).toMatchObject({ isPaused: true, waiting: 1 });
    later(30 * 24 * 60 * 60_000);
    expect(await deliver()).toBe(0);
    receiver.answers.status = 204;
    await team.lead.ask('POST', '/v1/webhooks/test', { id: webhook.id });
    expect(await deliver()).toBe(2);
    expect((await list())[0]).toMatchObject({ isPaused: false, waiting: 0, failing: null });
  });

  it('is told once of what several browsers notice, in the words of the record', async () => {
    const { team, receiver, save, deliver } = await aTeam();
    await save();
    await team.owner.push(aSighting({ text: 'My kettle stopped' }));
    const at = team.clock.now();
    const notice = { notices: [{ event: 'late', threadId: 'x:1', at }] };
    for (const device of [team.lead, team.member, team.owner]) {
      expect((await device.ask('POST', '/v1/webhooks/notices', notice)).status).toBe(200);
    }
    expect(await deliver()).toBe(1);
    await team.member.ask('POST', '/v1/webhooks/notices', notice);
    expect(await deliver()).toBe(0);
    expect(receiver.got[0]?.body).toContain('My kettle stopped');
  });

  it('is not told of what nobody waits for any more', async () => {
    const { team, receiver, save, deliver } = await aTeam();
    await save();
    await team.owner.push(aSighting());
    const at = team.clock.now();
    const left = { notices: [{ event: 'left', threadId: 'x:1', at }] };
    await team.member.ask('POST', '/v1/webhooks/notices', left);
    expect(await deliver()).toBe(0);
    const late = { notices: [{ event: 'late', threadId: 'x:1', at }] };
    await team.member.ask('POST', '/v1/webhooks/notices', late);
    await team.owner.push(fact('thread.setOutcome', { id: 'x:1', outcome: 'settled', reason: '' }));
    await deliver();
    expect(receiver.got).toEqual([]);
  });

  it('holds no words of whom the team has erased', async () => {
    const { team, receiver, save, send, deliver } = await aTeam();
    const { webhook } = await save();
    await team.owner.push(aSighting());
    await send(webhook.id);
    await team.lead.ask('POST', '/v1/erase', { postKey: 'x:1' });
    await deliver();
    expect(receiver.got).toEqual([]);
  });

  it('ends with all that waits for it', async () => {
    const { team, receiver, save, list, send, deliver } = await aTeam();
    const { webhook } = await save();
    await send(webhook.id);
    await team.lead.ask('POST', '/v1/webhooks/remove', { id: webhook.id });
    expect(await list()).toEqual([]);
    await deliver();
    expect(receiver.got).toEqual([]);
  });
});

describe('an attempt', () => {
  const message = { headers: {}, body: '{}' };

  test('follows no redirect, and says nothing of what was answered', async () => {
    const receiver = await aReceiver();
    receiver.answers.status = 302;
    const why = await post(receiver.url, message, inside);
    expect(why).toBe('It answered 302 and leads elsewhere, which is not followed.');
    expect(receiver.got).toHaveLength(1);
  });

  test.each([
    ['http://example.com/', 'Its address does not begin with https.'],
    ['https://127.0.0.1/', 'Its address leads into a private network.'],
    ['https://localhost/', 'Its address leads into a private network.'],
    ['https://[::1]/', 'Its address leads into a private network.'],
    ['https://0x7f000001/', 'Its address leads into a private network.'],
    ['https://169.254.169.254/latest/meta-data', 'Its address leads into a private network.'],
    ['no address', 'Its address is not a web address.'],
  ])('%s: %s', async (url, why) => {
    expect(await post(url, message, { allowsPrivate: false })).toBe(why);
  });

  test('that is not answered ends by itself', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const options = { allowsPrivate: true, timeoutMs: 50 };
    expect(await post(`http://127.0.0.1:${port}/`, message, options)).toBe(
      'It did not answer in time.',
    );
    expect(await post('http://127.0.0.1:1/', message, inside)).toBe('It could not be reached.');
  });
});

test.each([
  ['93.184.215.14', true],
  ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['::ffff:a00:1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['64:ff9b::a00:1', false],
  ['localhost', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test('a signature is the one that Standard Webhooks give as their example', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const body = '{"test": 2432232314}';
  const at = 1_614_265_330_000;
  expect(signMessage(secret, { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at, body })).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('in a chat customers’ words stay words', () => {
  const text = '<!channel> *bold* <https://evil.example|click> & more';
  const body = toWebhookBody('slack', {
    event: 'theme',
    team: 'Acme',
    at: 0,
    message: {
      title: text,
      lines: [text],
      quotes: [{ text, by: text, url: 'javascript:alert(1)' }],
    },
  });
  const { text: whole, blocks } = JSON.parse(body) as { text: string; blocks: unknown[] };
  expect(whole).not.toContain('<!channel>');
  expect(whole).not.toContain('<https://evil.example');
  expect(whole).not.toContain('javascript:');
  expect(blocks).toHaveLength(2);
});
