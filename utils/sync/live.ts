/**
 * The live channel: a WebSocket with application heartbeats, reconnected with full jitter; where WebSockets are
 * blocked, questions that the server answers at news. It only hints; the pull is what counts, so a lost frame costs
 * time and never data.
 */
import { HEARTBEAT_MS } from './heartbeat.ts';
import { openLiveSocket } from './live-socket.ts';
import type { Hello, LiveSocket } from './live-socket.ts';
import { startLongPoll } from './long-poll.ts';
import type { LongPoll } from './long-poll.ts';
import { TeamError } from './team-client.ts';
import type { ClientFrame, ServerFrame, WaitRequest, WaitResponse } from './wire-live.ts';

/** Longest wait before another try, ms (reliability.md §4.7). */
const RETRY_MAX_MS = 30_000;
const RETRY_FIRST_MS = 500;
/** A beat that comes this much too late: the machine slept (reliability.md F7). */
const SLEPT_MS = 30_000;
/** Sockets that failed in a row before it is taken that something on the way blocks them (F43). */
const BLOCKED_AFTER = 2;
/** How often a blocked WebSocket is tried again. */
const SOCKET_AGAIN_MS = 5 * 60_000;
/** Questions are asked only while somebody has looked within this time. */
const LOOK_MS = HEARTBEAT_MS + 10_000;

export interface LiveEvents {
  /** Null: not joined or not let in, do not connect. */
  hello(): Promise<Hello | null>;
  /** Asks the server to answer at news. */
  wait(request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  /** Takes what is new; resolves when done, never throws. */
  pull(): Promise<void>;
  onFrame(frame: ServerFrame): void;
  onState(state: 'live' | 'offline'): void;
  /** The machine slept: nothing that was known of the team is certain. The line is opened anew. */
  onWake(): void;
  /** The server does not accept the token any more. */
  onUnauthorized(): void;
  now(): number;
  /** 0 … 1. */
  random(): number;
}

export interface LiveChannel {
  /** Connects if not connected; harmless to repeat. */
  start(): void;
  stop(): void;
  /** Sends a frame if the line is up; presence is a hint, so nothing is queued. */
  send(frame: ClientFrame): void;
  /** Somebody looks: sends a heartbeat and notices a dead line. Call at least every 20 s meanwhile. */
  beat(): void;
  isLive(): boolean;
}

/** Creates a channel; it does nothing until `start`. */
export function createLiveChannel(events: LiveEvents): LiveChannel {
  let socket: LiveSocket | null = null;
  let poll: LongPoll | null = null;
  let isWanted = false;
  let isLive = false;
  /** The attempt under way; one that `stop` has overtaken must not use what it learned before. */
  let attempt: object | null = null;
  let tries = 0;
  let failures = 0;
  let lastLookAt = Number.NEGATIVE_INFINITY;
  let lastPulseAt = 0;
  let retry: ReturnType<typeof setTimeout> | null = null;
  let pulse: ReturnType<typeof setInterval> | null = null;

  const note = () => {
    const is = socket?.isReady() === true || poll?.isReady() === true;
    if (is === isLive) return;
    isLive = is;
    events.onState(is ? 'live' : 'offline');
  };

  const hangUp = () => {
    socket?.close();
    poll?.stop();
    socket = null;
    poll = null;
    attempt = null;
    if (retry) clearTimeout(retry);
    retry = null;
    note();
  };

  const retryIn = (ms: number) => {
    if (!isWanted || retry) return;
    retry = setTimeout(() => {
      retry = null;
      void connect();
    }, ms);
  };

  /** Full jitter, 0 … ceiling; never in a tight loop. */
  const retryLater = () => {
    const ceiling = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** tries);
    tries = Math.min(tries + 1, 20);
    retryIn(Math.max(50, events.random() * ceiling));
  };

  const giveUp = () => {
    isWanted = false;
    hangUp();
    events.onUnauthorized();
  };

  const connect = async () => {
    if (socket || attempt || !isWanted) return;
    const mine = {};
    attempt = mine;
    const hello = await events.hello().catch(() => null);
    if (attempt !== mine) return;
    attempt = null;
    if (!hello) return;
    socket = openLiveSocket(hello, {
      now: events.now,
      onFrame(frame) {
        if (frame.type === 'ready') {
          tries = 0;
          failures = 0;
          poll?.stop();
          poll = null;
          note();
        }
        events.onFrame(frame);
      },
      onDown({ wasReady, isUnauthorized }) {
        socket = null;
        if (isUnauthorized) {
          giveUp();
          return;
        }
        note();
        if (!wasReady) failures += 1;
        if (poll) retryIn(SOCKET_AGAIN_MS);
        else if (failures < BLOCKED_AFTER || !isLookedAt()) retryLater();
        else startPoll();
      },
    });
  };

  const isLookedAt = () => events.now() - lastLookAt < LOOK_MS;

  const startPoll = () => {
    poll = startLongPoll({
      now: events.now,
      pull: events.pull,
      wait: events.wait,
      cursor: async () => (isLookedAt() ? ((await events.hello())?.cursor ?? null) : null),
      onFrame(frame) {
        note();
        events.onFrame(frame);
      },
      onDown(error) {
        poll = null;
        if (error instanceof TeamError && ['unauthorized', 'removed'].includes(error.code)) {
          giveUp();
          return;
        }
        note();
        if (retry) clearTimeout(retry);
        retry = null;
        retryLater();
      },
    });
    retryIn(SOCKET_AGAIN_MS);
  };

  const beat = () => {
    const now = events.now();
    const since = now - lastPulseAt;
    lastPulseAt = now;
    // Backwards, the clock was set: then nothing that was measured by it counts either.
    if (since > HEARTBEAT_MS + SLEPT_MS || since < -SLEPT_MS) {
      hangUp();
      tries = 0;
      events.onWake();
      void connect();
    } else if (socket) socket.beat();
    else if (!retry) void connect();
  };

  return {
    start() {
      if (!isWanted) lastPulseAt = events.now();
      isWanted = true;
      pulse ??= setInterval(beat, HEARTBEAT_MS);
      if (!retry) void connect();
    },
    stop() {
      isWanted = false;
      if (pulse) clearInterval(pulse);
      pulse = null;
      tries = 0;
      failures = 0;
      hangUp();
    },
    send(frame) {
      if (socket?.isReady()) socket.send(frame);
      else if (frame.type === 'presence') poll?.tell(frame.threadId, frame.kind);
    },
    beat() {
      lastLookAt = events.now();
      if (isWanted) beat();
    },
    isLive: () => isLive,
  };
}
