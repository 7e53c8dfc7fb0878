import { INTENTS, type Intent } from '#utils/model/intents.ts';
import { toChances } from './learner.ts';
import { toRuleScores } from './rules.ts';
import { readSignals } from './signals.ts';

/** From this chance on an intent is said; "cannot tell" takes part in the sum. */
export const CHANCE_MIN = 0.35;

/** What a post wants by plain words alone, whatever the team has said; null where these do not tell. About .04 ms. */
export function toRuleIntent(text: string): Intent | null {
  const chances = toChances([...toRuleScores(readSignals(text)), 0]).slice(0, INTENTS.length);
  const most = Math.max(...chances);
  return most < CHANCE_MIN ? null : (INTENTS[chances.indexOf(most)] ?? null);
}
