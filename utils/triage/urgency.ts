/** How soon a post needs an answer, by plain words, with the reason in words. */
import { URGENCIES, type Intent, type Urgency } from '#utils/model/intents.ts';
import { quote } from './quote.ts';
import type { Signal } from './signal-words.ts';
import type { Signals } from './signals.ts';

export interface UrgencyVerdict {
  urgency: Urgency;
  /** A sentence without its full stop. */
  why: string;
}

/** What the rules say counts so much, as natural logarithm of odds. */
const SURE = 2;

const quiet: readonly (Intent | null)[] = ['praise', 'noise'];

/** The first that holds decides. */
export function judgeUrgency(signals: Signals, intent: Intent | null): UrgencyVerdict {
  const words = (...names: Signal[]) => quote(names.flatMap((name) => signals.get(name) ?? []));
  const has = (name: Signal) => signals.has(name);
  if (intent === 'noise') return { urgency: 'low', why: 'Nobody waits for an answer' };
  const isPraise = intent === 'praise';
  if (has('danger') && !isPraise && (has('fault') || intent === 'complaint')) {
    return { urgency: 'high', why: `Somebody may come to harm: ${words('danger')}` };
  }
  if (has('lockedOut') && !isPraise) {
    return { urgency: 'high', why: `An account or money is at risk: ${words('lockedOut')}` };
  }
  if (intent === 'press') {
    return {
      urgency: 'high',
      why: `The press or many people may be on it: ${words('press', 'crisis')}`,
    };
  }
  if (has('urgent') && !isPraise) {
    return { urgency: 'high', why: `Time is short: ${words('urgent')}` };
  }
  if (intent === 'complaint' && has('unanswered') && has('waiting')) {
    return { urgency: 'high', why: `Waits without an answer: ${words('unanswered', 'waiting')}` };
  }
  if (intent === 'complaint' && has('soon') && has('fault')) {
    return { urgency: 'high', why: `The day is near: ${words('soon')}` };
  }
  if (quiet.includes(intent)) return { urgency: 'low', why: 'Praise can wait' };
  if (has('wish') && !has('fault') && intent !== 'complaint') {
    return { urgency: 'low', why: `A wish, nothing is broken: ${words('wish')}` };
  }
  return { urgency: 'normal', why: 'Nothing in it presses' };
}

/** The same as scores in the order of `URGENCIES`, for a learner to start from. */
export function toUrgencyScores(urgency: Urgency): number[] {
  return URGENCIES.map((one) => (one === urgency ? SURE : 0));
}
