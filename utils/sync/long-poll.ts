/**
 * Stands in for the live channel where WebSockets are blocked: asks the server to answer as soon as there is news,
 * again and again. What it hears is told in the frames of the live channel.
 */
import type { PresenceKind } from '#utils/model/thread.ts';
import { PRESENCE_TTL_MS } from './wire.ts';
import type { Cursor } from './wire.ts';
import type { ServerFrame, WaitRequest, WaitResponse } from './wire-live.ts';

/** Threads that one device is present on, as the server takes them. */
const PRESENCE_MAX = 20;

export interface PollEvents {
  /** Where this browser stands; null: not joined, stop. */
  cursor(): Promise<Cursor | null>;
  wait(request: WaitRequest, signal: AbortSignal): Promise<WaitResponse>;
  /** Takes what is new; resolves when done, never throws. */
  pull(): Promise<void>;
  onFrame(frame: ServerFrame): void;
  /** It has ended by itself: no answer, or nothing comes of the answers. */
  onDown(error: unknown): void;
  now(): number;
}

export interface LongPoll {
  /** Tells presence with the next question, which is asked at once when it is news. */
  tell(threadId: string, kind: PresenceKind): void;
  /** Ends it without telling `onDown`. */
  stop(): void;
  /** True once a question was answered. */
  isReady(): boolean;
}

/** Starts asking. */
export function startLongPoll(events: PollEvents): LongPoll {
  const present = new Map<string, { kind: 'looking' | 'typing' | 'idle'; at: number }>();
  let isEnded = false;
  let isReady = false;
  let presenceMark = '';
  let question = new AbortController();

  const ask = async (): Promise<void> => {
    const cursor = await events.cursor();
    if (!cursor || isEnded) return end(null);
    const mine = new AbortController();
    question = mine;
    let answer: WaitResponse;
    try {
      answer = await events.wait({ cursor, presence: listPresence(), presenceMark }, mine.signal);
    } catch (error) {
      // Broken off to tell something new.
      return mine.signal.aborted && !isEnded ? ask() : end(error);
    }
    if (isEnded) return undefined;
    hear(answer);
    // Also behind: a server that went back in time.
    if (answer.head !== cursor.seq || (answer.epoch ?? cursor.epoch) !== cursor.epoch) {
      await events.pull();
      const after = await events.cursor();
      // Asking again at once would be answered at once, for ever.
      if (after && isSame(after, cursor)) return end(null);
    }
    return isEnded ? undefined : ask();
  };

  const hear = ({ presence, presenceMark: mark, serverTime }: WaitResponse) => {
    const isNews = !isReady || mark !== presenceMark;
    isReady = true;
    presenceMark = mark;
    events.onFrame(isNews ? { type: 'ready', serverTime, presence } : { type: 'hb', serverTime });
  };

  const listPresence = () => {
    const now = events.now();
    for (const [threadId, { at }] of present) {
      if (now - at >= PRESENCE_TTL_MS) present.delete(threadId);
    }
    const all = [...present].map(([threadId, { kind }]) => ({ threadId, kind }));
    return all.slice(-PRESENCE_MAX);
  };

  const end = (error: unknown) => {
    if (isEnded) return;
    isEnded = true;
    isReady = false;
    events.onDown(error);
  };

  void ask().catch(end);
  return {
    tell(threadId, kind) {
      const known = present.get(threadId)?.kind;
      if (kind === 'gone') present.delete(threadId);
      else present.set(threadId, { kind, at: events.now() });
      if (known !== (kind === 'gone' ? undefined : kind)) question.abort();
    },
    stop() {
      isEnded = true;
      isReady = false;
      question.abort();
    },
    isReady: () => isReady,
  };
}

function isSame(one: Cursor, other: Cursor): boolean {
  return one.epoch === other.epoch && one.seq === other.seq && one.mark === other.mark;
}
