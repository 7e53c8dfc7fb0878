/**
 * Watches over one open reply box: asks the server when the box is entered, while the person writes and when the
 * pointer comes near Send, so that the newest is known before the press. It holds back one press at most, and only
 * for what is known and has not been seen (docs/decisions/0011-send-guard.md).
 */
import type { RequestOf, ResponseOf } from '#utils/messages/map.ts';
import type { SendProof } from '#utils/messages/payloads.ts';
import { isHolding } from '#utils/model/send-conflict.ts';
import type { SendConflict } from '#utils/model/send-conflict.ts';

/** The page waits no longer for the worker's and the server's answer, ms. */
const ANSWER_WITHIN_MS = 2_000;
/** While the person writes, the server is asked again this often, ms. */
const ASK_AGAIN_MS = 20_000;
/** Near Send, an answer older than this is asked for again, ms. */
const FRESH_MS = 1_000;
/** Time to notice and read two short sentences; what stood there for less does not count as seen, ms. */
const SEEN_AFTER_MS = 2_500;
/** A second press within this time passes, whatever has happened since the first, ms. */
const SECOND_PRESS_MS = 60_000;

type Phase = RequestOf<'reply.guard'>['phase'];
type Answer = ResponseOf<'reply.guard'>;

export interface SendGuardOptions {
  now(): number;
  /** Asks the background; may throw. */
  ask(threadId: string, phase: Phase): Promise<Answer>;
  /** Takes what the server said for everything that shows it. */
  take(answer: Answer): void;
  /** What is known now, from the team and from the page read again. */
  conflictsOf(threadId: string): SendConflict[];
  /** Nothing is added to this page: nothing is shown there, so nothing is held. */
  isQuiet(): boolean;
  /** What is to be shown has changed. */
  onChange(): void;
  /** The server gave no answer to a press that has gone through. */
  onUnanswered(): void;
}

export interface Warning {
  /** Not dismissed, the weightiest first. */
  conflicts: SendConflict[];
  /** The last press was held back. */
  isHeld: boolean;
  /** The pointer was near Send, or Send was pressed, and the server gave no answer. */
  isUnanswered: boolean;
}

export interface SendGuard {
  /** The box of this thread was entered; null: the box has gone. */
  open(threadId: string | null): void;
  /** The person writes. */
  typed(): void;
  /** The pointer or the focus came near Send. */
  near(): void;
  /** What is known of the thread may have changed. */
  look(): void;
  /** A person presses Send. False: this press is held back. */
  press(): boolean;
  /** What was known at the last press. */
  proof(): Pick<SendProof, 'guard'>;
  /** To be called whenever the warning is drawn where the person can see it. */
  noteShown(): void;
  /** The person has read it. */
  dismiss(): void;
  warning(): Warning;
}

/** What is known about one box from its first focus on. */
interface Watch {
  threadId: string;
  openedAt: number;
  askedAt: number;
  /** When the server was asked for what it said last. */
  saidAt: number | null;
  outcome: Answer['outcome'] | null;
  shownAt: Map<string, number>;
  dismissed: Set<string>;
  heldAt: number | null;
  isUnanswered: boolean;
  /** Asked because the person came near Send, and not answered yet. */
  isAskedNear: boolean;
}

/** Starts without a box. */
export function createSendGuard(options: SendGuardOptions): SendGuard {
  const { now } = options;
  let watch: Watch | null = null;
  let proof: Pick<SendProof, 'guard'> = {};

  const ask = async (phase: Phase, isPress: boolean) => {
    const mine = watch;
    if (!mine) return;
    const askedAt = now();
    mine.askedAt = askedAt;
    const answer = await answerOf(options.ask(mine.threadId, phase));
    mine.outcome = answer.outcome;
    if (answer.outcome === 'answered') {
      mine.saidAt = Math.max(mine.saidAt ?? 0, askedAt);
      mine.isUnanswered = false;
      options.take(answer);
    }
    const isUnanswered = answer.outcome === 'noAnswer' && phase === 'send';
    if (isUnanswered && isPress) options.onUnanswered();
    if (watch !== mine) return;
    if (isUnanswered && !isPress) mine.isUnanswered = true;
    options.onChange();
  };

  /** The pointer crosses the parts of a button one by one: one question at a time. */
  const askNear = async (mine: Watch) => {
    mine.isAskedNear = true;
    await ask('send', false);
    mine.isAskedNear = false;
  };

  const conflicts = () => (watch ? options.conflictsOf(watch.threadId) : []);

  const isSeen = ({ key }: SendConflict) => {
    if (!watch) return true;
    const shownAt = watch.shownAt.get(key);
    return watch.dismissed.has(key) || (shownAt !== undefined && now() - shownAt >= SEEN_AFTER_MS);
  };

  const toProof = (found: readonly SendConflict[]): typeof proof => {
    if (!watch || watch.outcome === 'alone') return {};
    const since = watch.saidAt ?? watch.openedAt;
    if (found.some(isHolding)) return { guard: { found: 'warned', since } };
    return { guard: { found: watch.outcome === 'answered' ? 'clear' : 'noAnswer', since } };
  };

  return {
    open(threadId) {
      if (threadId === (watch?.threadId ?? null)) {
        // Entered again: what was said before may be old.
        if (watch && now() - watch.askedAt >= FRESH_MS) void ask('focus', false);
        return;
      }
      watch = null;
      if (threadId !== null) {
        watch = {
          threadId,
          openedAt: now(),
          askedAt: 0,
          saidAt: null,
          outcome: null,
          shownAt: new Map(),
          dismissed: new Set(),
          heldAt: null,
          isUnanswered: false,
          isAskedNear: false,
        };
        void ask('focus', false);
      }
      options.onChange();
    },

    typed() {
      if (watch && now() - watch.askedAt >= ASK_AGAIN_MS) void ask('focus', false);
    },

    near() {
      if (!watch || watch.isAskedNear) return;
      const isFresh = watch.outcome === 'answered' && now() - watch.askedAt < FRESH_MS;
      if (!isFresh) void askNear(watch);
    },

    look: () => options.onChange(),

    press() {
      if (!watch) return true;
      const found = conflicts();
      const unseen = found.filter((one) => isHolding(one) && !isSeen(one));
      const isSecond = watch.heldAt !== null && now() - watch.heldAt < SECOND_PRESS_MS;
      if (unseen.length > 0 && !isSecond && !options.isQuiet()) {
        watch.heldAt = now();
        // The newest is on its way to the person who thinks about it now.
        void ask('send', false);
        options.onChange();
        return false;
      }
      watch.heldAt = null;
      proof = toProof(found);
      void ask('send', true);
      return true;
    },

    proof: () => proof,

    noteShown() {
      for (const { key } of conflicts()) {
        if (watch && !watch.shownAt.has(key)) watch.shownAt.set(key, now());
      }
    },

    dismiss() {
      if (!watch) return;
      for (const { key } of conflicts()) watch.dismissed.add(key);
      watch.heldAt = null;
      watch.isUnanswered = false;
      options.onChange();
    },

    warning() {
      const open = conflicts().filter(({ key }) => !watch?.dismissed.has(key));
      const isHeld = watch !== null && watch.heldAt !== null;
      return { conflicts: open, isHeld, isUnanswered: watch?.isUnanswered ?? false };
    },
  };
}

/** Never later than `ANSWER_WITHIN_MS`, never a failure. */
async function answerOf(asked: Promise<Answer>): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nobody: Answer = { outcome: 'noAnswer', view: null };
  const late = new Promise<Answer>((resolve) => {
    timer = setTimeout(() => resolve(nobody), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return nobody;
  } finally {
    clearTimeout(timer);
  }
}
