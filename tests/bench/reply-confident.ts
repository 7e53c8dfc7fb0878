import { ASKING, EVERYTHING, LIBRARY, toSuggester } from './reply-baselines.ts';
import { toPost, toTrial, type Pair } from './reply-pairs.ts';
import { mean, ROUGE_HIT, toNearness } from './reply-scores.ts';

const SHARE = 0.1;

/** Hits (ROUGE-L) among the posts of which the ranking is surest; `held` posts a seed. */
export function measureConfident(
  pairs: readonly Pair[],
  brand: string,
  seed: number,
  held: number,
): number {
  const trial = toTrial(pairs, brand, seed, { held, library: LIBRARY });
  const suggester = toSuggester(trial.library, EVERYTHING);
  const results = trial.held
    .flatMap(({ customer, reply }) => {
      const found = suggester.suggest(toPost(customer), ASKING);
      const [first] = found;
      return first ? [{ found, reply, confidence: first.confidence }] : [];
    })
    .sort((one, other) => other.confidence - one.confidence)
    .slice(0, Math.round(SHARE * trial.held.length));
  return mean(
    results.map(({ found, reply }) => {
      const texts = found.map(({ text }) => text);
      return toNearness(texts, reply).rouge >= ROUGE_HIT ? 1 : 0;
    }),
  );
}
