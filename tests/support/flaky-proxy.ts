/**
 * A bad line between a browser and its server, in this process: requests and WebSockets pass through it unless a
 * rule says otherwise. Use: `const line = await aFlakyProxy(server.url)`, give `line.url` to the client, then
 * `line.use({ fault: 'silence' })` … `line.heal()`. Ended by `line.close()`.
 */
import { createServer, request as askServer } from 'node:http';
import type { IncomingMessage, RequestOptions, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/**
 * `refuse`: every connection is reset, open ones too. `silence`: half-open; connections are taken and stay, no byte
 * travels, and what was caught by it never works again. `reset`: the request does not reach the server, its
 * connection is reset. `loseAnswer`: it reaches the server, the answer is lost and the connection reset. `repeat`: it
 * reaches the server twice, one after the other, and the second answer goes back. `delay`: it waits `ms` on its way
 * to the server. `portal`: a login page answers everything with HTML and 200. `noUpgrade`: WebSockets are refused as a
 * proxy does that does not know them.
 */
export type Fault =
  'refuse' | 'silence' | 'reset' | 'loseAnswer' | 'repeat' | 'delay' | 'portal' | 'noUpgrade';

export interface Rule {
  fault: Fault;
  /** Only requests whose path begins so. */
  path?: string;
  /** It holds for this many requests, then ends; without it, until `heal`. */
  times?: number;
  /** With `delay`. */
  ms?: number;
}

export interface FlakyProxy {
  /** What clients are told instead of the server's own address. */
  url: string;
  /** Adds a rule; the first that fits a request decides. */
  use(rule: Rule): void;
  /** Ends all rules. */
  heal(): void;
  /** Leads to another server from now on, such as one that was started again. */
  leadTo(serverUrl: string): void;
  /** Requests, upgrades included, that a path beginning so has had. */
  count(path: string): number;
  close(): Promise<void>;
}

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

interface Answered {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Starts a proxy in front of a server. */
export async function aFlakyProxy(serverUrl: string): Promise<FlakyProxy> {
  let target = new URL(serverUrl);
  const rules: { rule: Rule; left: number }[] = [];
  const paths: string[] = [];
  const sockets = new Set<Socket>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** Pairs of an open WebSocket; true once bytes were lost between them. */
  const lines = new Map<Duplex, { isDead: boolean }>();

  const holds = (fault: Fault) =>
    rules.some((one) => one.rule.fault === fault && one.rule.path === undefined && one.left > 0);

  const takeRule = (path: string, isUpgrade: boolean): Rule | null => {
    const found = rules.find(
      ({ rule, left }) =>
        left > 0 &&
        path.startsWith(rule.path ?? '/') &&
        (rule.fault === 'noUpgrade') === (isUpgrade && rule.fault === 'noUpgrade'),
    );
    if (!found) return null;
    found.left -= 1;
    return found.rule;
  };

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });

  const ask = ({ method, path, headers, body }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const { hostname, port, host } = target;
      const options: RequestOptions = { hostname, port, method, path, agent: false };
      const sent = askServer({ ...options, headers: { ...headers, host } }, (answer) => {
        toBuffer(answer).then(
          (bytes) =>
            resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes }),
          reject,
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  const pass = async (asked: Asked, response: ServerResponse, rule: Rule | null) => {
    const socket = response.socket;
    if (rule?.fault === 'reset' || rule?.fault === 'refuse') {
      socket?.resetAndDestroy();
      return;
    }
    if (rule?.fault === 'silence') return;
    if (rule?.fault === 'portal') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(PORTAL);
      return;
    }
    if (rule?.fault === 'delay') await wait(rule.ms ?? 0);
    try {
      if (rule?.fault === 'repeat') await ask(asked);
      const { status, headers, body } = await ask(asked);
      if (rule?.fault === 'loseAnswer' || holds('refuse')) socket?.resetAndDestroy();
      else if (!holds('silence')) {
        const { connection: _connection, 'transfer-encoding': _chunked, ...kept } = headers;
        response.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
      }
    } catch {
      socket?.resetAndDestroy();
    }
  };

  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    paths.push(url);
    const rule = takeRule(url, false);
    toBuffer(request).then(
      (body) => pass({ method, path: url, headers, body }, response, rule),
      () => undefined,
    );
  });

  server.on('upgrade', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    const { url = '/', headers } = request;
    paths.push(url);
    const fault = takeRule(url, true)?.fault;
    client.on('error', () => undefined);
    if (fault === 'silence') return;
    if (fault === 'noUpgrade' || fault === 'portal') {
      client.end('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nconnection: close\r\n\r\n');
      return;
    }
    if (fault !== undefined && fault !== 'delay' && fault !== 'repeat') {
      (client as Socket).resetAndDestroy();
      return;
    }
    const { hostname, port, host } = target;
    const asked = askServer({ hostname, port, path: url, headers: { ...headers, host } });
    asked.on('error', () => client.destroy());
    asked.on('response', () => client.destroy());
    asked.on('upgrade', (answer, far, farHead) => {
      const heads = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
      client.write(`HTTP/1.1 101 Switching Protocols\r\n${heads.join('\r\n')}\r\n\r\n`);
      client.write(farHead);
      far.write(head);
      join(client, far);
    });
    asked.end();
  });

  /** Carries bytes both ways until one end closes, or silence has swallowed some. */
  const join = (client: Duplex, far: Duplex) => {
    const line = { isDead: false };
    lines.set(client, line);
    const carry = (from: Duplex, to: Duplex) => {
      from.on('data', (bytes: Buffer) => {
        line.isDead ||= holds('silence');
        if (!line.isDead) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        lines.delete(client);
        line.isDead ||= holds('silence');
        if (!line.isDead) to.destroy();
      });
    };
    carry(client, far);
    carry(far, client);
    closers.add(() => far.destroy());
  };
  const closers = new Set<() => void>();

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    if (holds('refuse')) socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    use(rule) {
      rules.push({ rule, left: rule.times ?? Infinity });
      if (rule.fault === 'refuse') for (const socket of sockets) socket.resetAndDestroy();
    },
    heal() {
      rules.length = 0;
    },
    leadTo(url) {
      target = new URL(url);
    },
    count: (path) => paths.filter((one) => one.startsWith(path)).length,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      for (const end of closers) end();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const PORTAL = '<!doctype html><title>Welcome</title><p>Accept the terms to use this network.';

async function toBuffer(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
