/**
 * The live channel: one WebSocket, application heartbeats, reconnect with full jitter. It only hints; the pull
 * is what counts, so a lost frame costs time and never data.
 */
import { HEARTBEAT_MS } from './heartbeat.ts';
import { serverFrameSchema } from './wire-live.ts';
import type { Cursor } from './wire.ts';
import type { ClientFrame, ServerFrame } from './wire-live.ts';

/** Without any frame for this long the line is taken for dead (reliability.md F13: 20 s beat + 10 s). */
const SILENCE_MS = HEARTBEAT_MS + 10_000;
/** Longest wait before another try, ms (reliability.md §4.7). */
const RETRY_MAX_MS = 30_000;
const RETRY_FIRST_MS = 500;

export interface LiveEvents {
  /** Who proves itself, and from where it knows the history; null: not joined, do not connect. */
  hello(): Promise<{ server: string; token: string; cursor: Cursor } | null>;
  onFrame(frame: ServerFrame): void;
  onState(state: 'live' | 'offline'): void;
  /** The server does not accept the token any more. */
  onUnauthorized(): void;
  now(): number;
  random(): number;
}

export interface LiveChannel {
  /** Connects if not connected; harmless to repeat. */
  start(): void;
  stop(): void;
  /** Sends a frame if the line is up; presence is a hint, so nothing is queued. */
  send(frame: ClientFrame): void;
  /** Sends a heartbeat and notices a dead line. Call at least every 20 s while somebody looks. */
  beat(): void;
  isLive(): boolean;
}

/** Creates a channel; it does nothing until `start`. */
export function createLiveChannel(events: LiveEvents): LiveChannel {
  let socket: WebSocket | null = null;
  let isReady = false;
  let isWanted = false;
  /** The attempt under way; one that `stop` has overtaken must not use what it learned before. */
  let attempt: object | null = null;
  let tries = 0;
  let lastFrameAt = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let pulse: ReturnType<typeof setInterval> | null = null;

  const close = () => {
    if (pulse) clearInterval(pulse);
    pulse = null;
    const old = socket;
    socket = null;
    if (isReady) {
      isReady = false;
      events.onState('offline');
    }
    old?.close();
  };

  const retryLater = () => {
    if (!isWanted || retry) return;
    const ceiling = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** tries);
    tries += 1;
    retry = setTimeout(
      () => {
        retry = null;
        void connect();
      },
      Math.max(50, events.random() * ceiling),
    );
  };

  const connect = async () => {
    if (socket || attempt || !isWanted) return;
    const mine = {};
    attempt = mine;
    const hello = await events.hello().catch(() => null);
    if (attempt !== mine) return;
    attempt = null;
    if (!hello) return;
    let opened: WebSocket;
    try {
      opened = new WebSocket(`${hello.server.replace(/^http/, 'ws')}/v1/live`);
    } catch {
      retryLater();
      return;
    }
    socket = opened;
    lastFrameAt = events.now();
    opened.addEventListener('open', () => {
      const frame: ClientFrame = { type: 'hello', token: hello.token, cursor: hello.cursor };
      opened.send(JSON.stringify(frame));
    });
    opened.addEventListener('message', (event) => {
      if (socket !== opened) return;
      lastFrameAt = events.now();
      const frame = parseFrame(event.data);
      if (!frame) return;
      if (frame.type === 'ready') {
        isReady = true;
        tries = 0;
        events.onState('live');
      }
      events.onFrame(frame);
    });
    opened.addEventListener('close', (event) => {
      if (socket !== opened) return;
      close();
      if (event.code === 4401) {
        isWanted = false;
        events.onUnauthorized();
        return;
      }
      retryLater();
    });
    pulse = setInterval(beat, HEARTBEAT_MS);
  };

  const beat = () => {
    if (!socket) {
      if (isWanted && !retry) void connect();
      return;
    }
    if (events.now() - lastFrameAt > SILENCE_MS) {
      close();
      retryLater();
      return;
    }
    send({ type: 'hb' });
  };

  const send = (frame: ClientFrame) => {
    if (isReady && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };

  return {
    start() {
      isWanted = true;
      if (!retry) void connect();
    },
    stop() {
      isWanted = false;
      if (retry) clearTimeout(retry);
      retry = null;
      attempt = null;
      tries = 0;
      close();
    },
    send,
    beat,
    isLive: () => isReady,
  };
}

function parseFrame(data: unknown): ServerFrame | null {
  if (typeof data !== 'string') return null;
  try {
    const frame = serverFrameSchema.safeParse(JSON.parse(data));
    return frame.success ? frame.data : null;
  } catch {
    return null;
  }
}
