/** The way between one browser and the server, with what can go wrong on it. */
import type { Fetch } from '#utils/sync/team-client.ts';
import type { ServerFrame } from '#utils/sync/wire-live.ts';
import type { Chance } from './random.ts';
import type { Life, Scheduler } from './scheduler.ts';
import type { ServerSide, SimServer } from './sim-server.ts';

/** What happens to the next request of a browser. */
export const requestFaults = [
  'dropRequest',
  'dropResponse',
  'duplicateRequest',
  'lateRequest',
  'lateResponse',
] as const;
export type RequestFault = (typeof requestFaults)[number];
/** What happens to the next live frame to a browser. */
export const frameFaults = ['dropFrame', 'duplicateFrame', 'delayFrame', 'cutLine'] as const;
export type FrameFault = (typeof frameFaults)[number];

/** Told everything that passes, for checks. */
export interface Tap {
  /** A request reaches the server; what is returned travels with it as `before`. */
  asked(path: string, request: unknown): number;
  /** The server has answered, whether the answer arrives or not. */
  answered(exchange: Exchange): void;
  /** The answer reached a living browser. */
  arrived(exchange: Exchange): void;
  injected(fault: string): void;
}

export interface Exchange {
  browser: string;
  path: string;
  request: unknown;
  /** What `asked` returned. */
  before: number;
  status: number;
  text: string;
  /** Virtual ms, by nobody's clock. */
  at: number;
}

/** Changes what one browser sends and hears: an older version, or a mutant. */
export interface Dialect {
  request?(path: string, init: RequestInit): RequestInit;
  response?(path: string, text: string): string;
}

export interface Line {
  isCut: boolean;
  nextRequest: RequestFault | null;
  nextFrame: FrameFault | null;
  dialect: Dialect;
  /** How far the server's clock is off while it answers; for a mutant. */
  clockShift: number;
  fetchFor(life: Life): Fetch;
  openSocketFor(life: Life): WebSocket;
  /** Listens to nobody's giving up any more: Node keeps every signal that somebody listens to, for good. */
  hangUp(): void;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** A browser waits this long for an answer, ms; team-client.ts says so too. */
const GIVES_UP_MS = 10_000;

interface Way {
  browser: string;
  scheduler: Scheduler;
  chance: Chance;
  server: SimServer;
  tap: Tap;
}

/** Makes a sound line. */
export function createLine(way: Way): Line {
  const { browser, scheduler, chance, server, tap } = way;
  const latency = () => chance.between(1, 60);
  const waiting = new Set<() => void>();

  const line: Line = {
    isCut: false,
    nextRequest: null,
    nextFrame: null,
    dialect: {},
    clockShift: 0,
    fetchFor: (life) => (url, sent) =>
      new Promise((resolve, reject) => {
        if (life.isOver) return;
        const path = new URL(url).pathname;
        const init = line.dialect.request?.(path, sent) ?? sent;
        const fault = line.nextRequest;
        line.nextRequest = null;
        if (fault) tap.injected(fault);
        const fail = () => {
          settle();
          if (!life.isOver) reject(new TypeError('fetch failed'));
        };
        sent.signal?.addEventListener('abort', fail);
        const settle = () => {
          waiting.delete(settle);
          sent.signal?.removeEventListener('abort', fail);
        };
        waiting.add(settle);
        if (line.isCut || fault === 'dropRequest') {
          scheduler.later(GIVES_UP_MS, fail);
          return;
        }
        const receive = (isFirst: boolean) => {
          const request = parse(init.body);
          const before = server.isUp() ? tap.asked(path, request) : 0;
          const { clockShift } = line;
          server.shiftClock(clockShift);
          const handled = server.handle(url, init).finally(() => server.shiftClock(-clockShift));
          void handled.then(
            ({ status, text }) => {
              const at = scheduler.now();
              const exchange = { browser, path, request, before, status, text, at };
              tap.answered(exchange);
              if (!isFirst || fault === 'dropResponse' || fault === 'lateRequest') return;
              const wait = fault === 'lateResponse' ? GIVES_UP_MS - 1 : latency();
              scheduler.later(wait, () => {
                if (line.isCut || life.isOver) return;
                settle();
                tap.arrived(exchange);
                const heard = line.dialect.response?.(path, text) ?? text;
                resolve(
                  new Response(heard, { status, headers: { 'content-type': 'application/json' } }),
                );
              });
            },
            () => {
              // A server that dies resets its connections.
              if (isFirst) scheduler.later(latency(), fail);
            },
          );
        };
        scheduler.later(GIVES_UP_MS, fail);
        const late = fault === 'lateRequest' ? chance.between(5_000, 40_000) : latency();
        scheduler.later(late, () => receive(true));
        if (fault === 'duplicateRequest') {
          scheduler.later(chance.between(1, 30_000), () => receive(false));
        }
      }),
    openSocketFor: (life) => createSocket(way, line, life) as unknown as WebSocket,
    hangUp: () => waiting.forEach((settle) => settle()),
  };
  return line;
}

function createSocket(way: Way, line: Line, life: Life): SimSocket {
  const { scheduler, chance, server, tap } = way;
  const socket = new SimSocket();
  let last = 0;
  /** In order, unless told otherwise: the line is a stream. */
  const arrive = (frame: ServerFrame, extra: number) => {
    last = Math.max(last, scheduler.now() + chance.between(1, 40));
    scheduler.later(last - scheduler.now() + extra, () => {
      if (life.isOver || line.isCut || socket.readyState !== OPEN) return;
      const data = line.dialect.response?.('/v1/live', JSON.stringify(frame));
      socket.dispatchEvent(new MessageEvent('message', { data: data ?? JSON.stringify(frame) }));
    });
  };
  const end = (code: number) => {
    if (socket.readyState === CLOSED) return;
    socket.readyState = CLOSED;
    server.hangUp(peer);
    scheduler.later(chance.between(1, 40), () => {
      if (life.isOver) return;
      socket.dispatchEvent(Object.assign(new Event('close'), { code }));
    });
  };
  const peer: ServerSide = {
    end,
    deliver(frame) {
      const fault = line.nextFrame;
      line.nextFrame = null;
      if (fault) tap.injected(fault);
      if (fault === 'cutLine') return end(1006);
      if (fault !== 'dropFrame') arrive(frame, fault === 'delayFrame' ? 5_000 : 0);
      if (fault === 'duplicateFrame') arrive(frame, chance.between(0, 3_000));
    },
  };
  socket.close = () => {
    socket.readyState = CLOSED;
    server.hangUp(peer);
  };
  socket.send = (data) => {
    const frame = JSON.parse(data) as { type: string };
    if (line.isCut) return;
    if (frame.type === 'hb' && server.isUp())
      peer.deliver({ type: 'hb', serverTime: server.now() });
    if (frame.type !== 'hello') return;
    scheduler.later(chance.between(1, 40), () => {
      if (life.isOver) return;
      if (!server.isUp()) return end(1006);
      void server.greet(peer, frame as never).catch(() => end(1006));
    });
  };
  scheduler.later(chance.between(1, 40), () => {
    if (life.isOver || socket.readyState !== CONNECTING) return;
    if (line.isCut || !server.isUp()) return end(1006);
    socket.readyState = OPEN;
    socket.dispatchEvent(new Event('open'));
  });
  return socket;
}

/** As much of a WebSocket as utils/sync/live.ts uses. */
class SimSocket extends EventTarget {
  readyState: number = CONNECTING;
  send: (data: string) => void = () => undefined;
  close: () => void = () => undefined;
}

function parse(body: unknown): unknown {
  return typeof body === 'string' ? JSON.parse(body) : null;
}
