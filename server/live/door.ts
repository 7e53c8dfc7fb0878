/** Who may open a WebSocket on `/v1/live`, and what they have to say first. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { ServerOptions, WebSocket } from 'ws';
import { clientFrameSchema, CLOSE_UNAUTHORIZED } from '#utils/sync/wire-live.ts';
import type { ClientFrame } from '#utils/sync/wire-live.ts';
import { findClientAddress } from '../http/client-address.ts';
import { isAllowedOrigin } from '../http/cors.ts';
import type { LiveSocket } from './live-socket.ts';

/** How long a socket may stay without a valid hello. */
const HELLO_WITHIN_MS = 5_000;
/** How long a peer may take to answer the close, or to read that it was refused. */
const CLOSE_WITHIN_MS = 1_000;
const PAYLOAD_MAX = 64 * 1_024;
/** Sockets that have not shown a living token yet; a whole office shares an address. */
const STRANGERS_MAX = { inAll: 1_000, perAddress: 100 };
/** WebSocket's own "internal error". */
const CLOSE_FAILED = 1011;

type Hello = Extract<ClientFrame, { type: 'hello' }>;

export interface DoorOptions {
  /** The server's own origin, beside which only extensions may connect from a browser. */
  publicUrl: () => string;
  /** Lets a socket in; null when it did not, and closed it. */
  join(ws: WebSocket, hello: Hello): Promise<LiveSocket | null>;
  /** Takes a frame of a joined socket; null: it could not be read. */
  receive(socket: LiveSocket, frame: ClientFrame | null): void;
  onError(error: unknown): void;
  helloWithinMs?: number;
  closeWithinMs?: number;
  strangersMax?: { inAll: number; perAddress: number };
  /** How many proxies in front add to `X-Forwarded-For`. */
  trustedProxies?: number;
}

export interface Door {
  attach(server: Server): void;
  /** Ends all sockets. */
  close(): void;
}

/** A door that nobody stands at. */
export function createDoor(options: DoorOptions): Door {
  const { publicUrl, join, receive, onError } = options;
  const { helloWithinMs = HELLO_WITHIN_MS, closeWithinMs = CLOSE_WITHIN_MS } = options;
  const { trustedProxies = 0 } = options;
  const strangers = createStrangers(options.strangersMax ?? STRANGERS_MAX);
  // The types of ws 8.18 do not know `closeTimeout` yet.
  const serverOptions: ServerOptions & { closeTimeout: number } = {
    noServer: true,
    maxPayload: PAYLOAD_MAX,
    perMessageDeflate: false,
    closeTimeout: closeWithinMs,
  };
  const wss = new WebSocketServer(serverOptions);

  function accept(ws: WebSocket, noteKnown: () => void): void {
    ws.on('error', () => ws.terminate());
    const timer = setTimeout(() => ws.close(CLOSE_UNAUTHORIZED, 'no hello'), helloWithinMs);
    ws.once('close', () => {
      clearTimeout(timer);
      noteKnown();
    });
    let joined: Promise<LiveSocket | null> | null = null;
    ws.on('message', (raw) => {
      // A peer that does not answer the close may go on talking for a while.
      if (ws.readyState !== ws.OPEN) return;
      const frame = parseFrame(raw);
      if (joined) {
        // Frames right behind the hello wait until it is answered.
        void joined.then((socket) => socket && receive(socket, frame));
        return;
      }
      clearTimeout(timer);
      if (frame?.type !== 'hello') return ws.close(CLOSE_UNAUTHORIZED, 'hello first');
      joined = join(ws, frame).catch((error: unknown) => {
        onError(error);
        ws.close(CLOSE_FAILED, 'try again');
        return null;
      });
      // Who was not let in counts as a stranger until the socket is gone.
      void joined.then((socket) => socket && noteKnown());
    });
  }

  function upgrade(request: IncomingMessage, duplex: Duplex, head: Buffer): void {
    // Node takes its own listener off before an upgrade; a reset would end the process.
    duplex.on('error', () => duplex.destroy());
    const { origin } = request.headers;
    if (request.url?.split('?')[0] !== '/v1/live')
      return refuse(duplex, '404 Not Found', closeWithinMs);
    if (origin !== undefined && !isAllowedOrigin(origin, publicUrl())) {
      return refuse(duplex, '403 Forbidden', closeWithinMs);
    }
    const address = findClientAddress(
      request.headers['x-forwarded-for'],
      request.socket.remoteAddress,
      trustedProxies,
    );
    const noteKnown = strangers.count(address);
    if (!noteKnown) return refuse(duplex, '503 Service Unavailable', closeWithinMs);
    duplex.once('close', noteKnown);
    wss.handleUpgrade(request, duplex, head, (ws) => accept(ws, noteKnown));
  }

  return {
    attach: (server) => void server.on('upgrade', upgrade),
    close() {
      for (const ws of wss.clients) ws.terminate();
      wss.close();
    },
  };
}

/** Half closed, it would stay for as long as the peer likes: Node's own timeouts end with the upgrade. */
function refuse(duplex: Duplex, status: string, withinMs: number): void {
  const timer = setTimeout(() => duplex.destroy(), withinMs);
  duplex.once('close', () => clearTimeout(timer));
  duplex.once('finish', () => duplex.destroy());
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Counts sockets that nobody vouches for yet, in all and by address. */
function createStrangers({ inAll, perAddress }: { inAll: number; perAddress: number }) {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    /** Null when there are too many; else how to count this one out, once. */
    count(address: string): (() => void) | null {
      const own = counts.get(address) ?? 0;
      if (total >= inAll || own >= perAddress) return null;
      total += 1;
      counts.set(address, own + 1);
      let isCounted = true;
      return () => {
        if (!isCounted) return;
        isCounted = false;
        total -= 1;
        const left = (counts.get(address) ?? 1) - 1;
        if (left === 0) counts.delete(address);
        else counts.set(address, left);
      };
    },
  };
}

function parseFrame(raw: unknown): ClientFrame | null {
  try {
    return clientFrameSchema.safeParse(JSON.parse(String(raw))).data ?? null;
  } catch {
    return null;
  }
}
