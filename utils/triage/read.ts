import { toFeatures } from './features.ts';
import { toRuleScores, toStrength } from './rules.ts';
import { readSignals, type Signals } from './signals.ts';
import { SIGNALS } from './signal-words.ts';
import type { Reading } from './learner.ts';

/** A post as rules and learners see it. */
export interface PostReading {
  text: string;
  signals: Signals;
  /** What the intent is learned from. */
  reading: Reading;
}

/** Reads a post once for all that is said of it. */
export function readPost(text: string): PostReading {
  const signals = readSignals(text);
  const reading = {
    features: toFeatures(text),
    signals: SIGNALS.map((signal) => toStrength(signals.get(signal))),
    prior: toRuleScores(signals),
  };
  return { text, signals, reading };
}
