import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import {
  createBaselines,
  EVERYTHING,
  LIBRARY,
  toMethod,
  toSuggester,
  type Method,
} from './reply-baselines.ts';
import { DATA_FOLDER, shuffle, toTrial, type Pair } from './reply-pairs.ts';
import { mean } from './reply-scores.ts';

// Deliberately other expressions than the product's own, so that it is not measured by itself.
const APOLOGY = /\b(?:sorry|apolog|regret|inconvenience)/i;
const CHEER =
  /\b(?:yay|awesome|woohoo|so glad|happy to hear|glad to hear|great to hear|love to hear|made our day)\b/i;

/**
 * Posts that people labeled happy or unhappy, answered from a brand's library: how often the first suggestion
 * apologizes to a happy customer, or rejoices with an unhappy one. Shares are of all such posts.
 */
export function measureMood(pairs: readonly Pair[], brand: string) {
  const csv = readFileSync(new URL('airline_Tweets.csv', DATA_FOLDER), 'utf8');
  const { data: rows } = Papa.parse<{ airline_sentiment?: string; text?: string }>(csv, {
    header: true,
  });
  const posts = (sentiment: string) =>
    shuffle(
      rows.filter((row) => row.airline_sentiment === sentiment),
      1,
    )
      .slice(0, 500)
      .map((row) => row.text ?? '');
  const trial = toTrial(pairs, brand, 1, { held: 0, library: LIBRARY });
  const nearest = createBaselines(trial.library, 1)['BM25 nearest posts'] ?? (() => []);
  const always = toMethod(toSuggester(trial.library, EVERYTHING));
  const shown = toMethod(toSuggester(trial.library));
  const rate = (method: Method, sentiment: string, wrong: RegExp) =>
    mean(posts(sentiment).map((post) => (wrong.test(method(post)[0] ?? '') ? 1 : 0)));
  const rates = (sentiment: string, wrong: RegExp) => ({
    nearest: rate(nearest, sentiment, wrong),
    always: rate(always, sentiment, wrong),
    shown: rate(shown, sentiment, wrong),
  });
  return { apologyToHappy: rates('positive', APOLOGY), cheerToUnhappy: rates('negative', CHEER) };
}
