import type { WebSocket } from 'ws';
import { CLOSE_SLOW } from '#utils/sync/wire-live.ts';
import type { ServerFrame } from '#utils/sync/wire-live.ts';
import type { Actor } from '../services/actor.ts';

/** Unsent bytes from which a socket gets pokes instead of rows. */
const SLOW_BYTES = 1_000_000;
/** How long a socket may stay slow, ms. */
const SLOW_MS = 10_000;
/** Rows in one frame; more are fetched by pulling, which is paged. */
const FRAME_BYTES = 64_000;

/** One joined socket: writes frames, and never lets unsent ones pile up. */
export interface LiveSocket {
  actor: Actor;
  /** When the last frame came in, ms. */
  heardAt: number;
  send(frame: ServerFrame): void;
  /** Sends what may get lost, as it was written once for all sockets; not to a peer that is too slow. */
  sendHint(json: string, now: number): void;
  /** Sends rows as they were written once for all sockets, or a poke where they are too many or the peer too slow. */
  sendChanges(json: string, head: number, now: number): void;
  /** Ends a socket that has been slow for too long. */
  checkPace(now: number): void;
  close(code: number, reason: string): void;
}

/** Wraps a socket that has said hello. */
export function createLiveSocket(socket: WebSocket, actor: Actor, now: number): LiveSocket {
  let slowSince: number | null = null;
  let isPoked = false;

  function notePace(at: number): boolean {
    if (socket.bufferedAmount <= SLOW_BYTES) {
      slowSince = null;
      isPoked = false;
      return false;
    }
    slowSince ??= at;
    return true;
  }

  const send = (frame: ServerFrame) => socket.send(JSON.stringify(frame));

  return {
    actor,
    heardAt: now,
    send,
    sendHint(json, at) {
      if (!notePace(at)) socket.send(json);
    },
    sendChanges(json, head, at) {
      const isSlow = notePace(at);
      if (!isSlow && json.length <= FRAME_BYTES) return socket.send(json);
      // One poke is enough for any number of changes behind it.
      if (isSlow && isPoked) return;
      isPoked = isSlow;
      send({ type: 'poke', head });
    },
    checkPace(at) {
      if (!notePace(at) || slowSince === null || at - slowSince < SLOW_MS) return;
      socket.close(CLOSE_SLOW, 'too slow');
      // The close frame itself is stuck behind what the peer does not read.
      socket.terminate();
    },
    close: (code, reason) => socket.close(code, reason),
  };
}
