/**
 * What people have said of posts by what they did: corrected a label, set a thread aside for a reason, settled or
 * answered it. Nothing is kept beside the team's records, so what is erased there is gone from here.
 */
import { isConfirmed } from '#utils/model/confirmed.ts';
import type { Intent, Urgency } from '#utils/model/intents.ts';
import type { Thread } from '#utils/model/thread.ts';
import { toRuleScores } from './rules.ts';
import { readSignals } from './signals.ts';
import { INTENTS } from '#utils/model/intents.ts';
import { toText } from './to-text.ts';

/** What one thread teaches; at least one of them is there. */
export interface Lesson {
  threadId: string;
  brandId: string;
  text: string;
  intent?: Intent;
  urgency?: Urgency;
  /** Whether it is about the brand at all. */
  isUs?: boolean;
}

/** The reasons offered for setting aside, in small letters; what people write themselves teaches nothing. */
const NOT_US = new Set(['not about us', 'not us']);
const UNWANTED = 'spam or abuse';
const NO_ANSWER = 'no answer needed';

/**
 * What a thread teaches; null: nothing. `since`: what was said before then has been forgotten on purpose (server clock,
 * ms); setting aside carries no time and counts from when the thread was seen.
 */
export function toLesson(thread: Thread, since = 0): Lesson | null {
  const { id, label, match } = thread;
  const said = label && label.at > since ? label : undefined;
  const isFresh = thread.seenAt > since;
  const reason = isFresh && thread.outcome === 'setAside' ? toReason(thread) : '';
  const text = toText(thread.post);
  const intent = said?.intent ?? (reason === UNWANTED ? toUnwanted(text) : undefined);
  const urgency = said?.urgency ?? (reason === NO_ANSWER ? 'low' : undefined);
  const isUs = toRelation(thread, intent, { reason, isFresh });
  if (intent === undefined && urgency === undefined && isUs === undefined) return null;
  return {
    threadId: id,
    brandId: match.brandId,
    text,
    ...(intent === undefined ? {} : { intent }),
    ...(urgency === undefined ? {} : { urgency }),
    ...(isUs === undefined ? {} : { isUs }),
  };
}

const toReason = ({ outcomeReason = '' }: Thread) => outcomeReason.trim().toLowerCase();

function toRelation(
  thread: Thread,
  intent: Intent | undefined,
  { reason, isFresh }: { reason: string; isFresh: boolean },
): boolean | undefined {
  if (NOT_US.has(reason)) return false;
  if (intent !== undefined) return intent === 'noise' ? undefined : true;
  return isFresh && isTaken(thread) ? true : undefined;
}

/** Somebody took it on, settled it or said that it is about the brand. */
const isTaken = (thread: Thread) =>
  thread.fence > 0 || thread.outcome === 'settled' || isConfirmed(thread.match);

/** People have said or shown that it is about the brand: no guess stands against that. */
export function isSaidToBeUs(thread: Thread): boolean {
  const intent = thread.label?.intent;
  return (intent !== undefined && intent !== 'noise') || isTaken(thread);
}

function toUnwanted(text: string): Intent {
  const scores = toRuleScores(readSignals(text));
  const of = (intent: Intent) => scores[INTENTS.indexOf(intent)] ?? 0;
  return of('abuse') > of('noise') ? 'abuse' : 'noise';
}
