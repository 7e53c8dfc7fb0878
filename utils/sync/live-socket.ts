import { HEARTBEAT_MS } from './heartbeat.ts';
import { CLOSE_UNAUTHORIZED, serverFrameSchema } from './wire-live.ts';
import type { Cursor } from './wire.ts';
import type { ClientFrame, ServerFrame } from './wire-live.ts';

/** Without any frame for this long the line is taken for dead (reliability.md F13: 20 s beat + 10 s). */
const SILENCE_MS = HEARTBEAT_MS + 10_000;

/** Who proves itself to which server, and from where it knows the history. */
export interface Hello {
  server: string;
  token: string;
  cursor: Cursor;
}

export interface SocketEvents {
  onFrame(frame: ServerFrame): void;
  /** The line is down, told once; `wasReady`: it had been let in. Not told after `close`. */
  onDown(end: { wasReady: boolean; isUnauthorized: boolean }): void;
  now(): number;
}

/** One WebSocket from opening to its end; there is no second try. */
export interface LiveSocket {
  /** Sends a frame if the line is up. */
  send(frame: ClientFrame): void;
  /** Ends a line that has been silent for too long, else sends a heartbeat. */
  beat(): void;
  /** Ends it without telling `onDown`. */
  close(): void;
  isReady(): boolean;
}

/** Opens a socket; a browser that cannot even try tells `onDown` in a later turn. */
export function openLiveSocket(hello: Hello, events: SocketEvents): LiveSocket {
  let isReady = false;
  let isEnded = false;
  let lastFrameAt = events.now();
  let socket: WebSocket | null = null;

  const end = (isUnauthorized: boolean) => {
    if (isEnded) return;
    isEnded = true;
    const wasReady = isReady;
    isReady = false;
    socket?.close();
    events.onDown({ wasReady, isUnauthorized });
  };

  try {
    socket = new WebSocket(`${hello.server.replace(/^http/, 'ws')}/v1/live`);
  } catch {
    queueMicrotask(() => end(false));
  }
  socket?.addEventListener('open', () => {
    const { token, cursor } = hello;
    socket?.send(JSON.stringify({ type: 'hello', token, cursor } satisfies ClientFrame));
  });
  socket?.addEventListener('message', ({ data }) => {
    if (isEnded) return;
    lastFrameAt = events.now();
    const frame = parseFrame(data);
    if (!frame) return;
    isReady ||= frame.type === 'ready';
    events.onFrame(frame);
  });
  socket?.addEventListener('close', ({ code }) => end(code === CLOSE_UNAUTHORIZED));

  const send = (frame: ClientFrame) => {
    if (isReady && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  };
  return {
    send,
    beat() {
      if (events.now() - lastFrameAt > SILENCE_MS) end(false);
      else send({ type: 'hb' });
    },
    close() {
      isEnded = true;
      isReady = false;
      socket?.close();
    },
    isReady: () => isReady,
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
