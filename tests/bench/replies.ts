/**
 * How good and how fast suggestions are, on real posts and replies that were held out: `npm run bench:replies`.
 * Prints figures only, never a text of the data; raw figures go to data/bench/replies.json.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { createSuggester, type SuggestContext, type Suggester } from '#utils/replies/suggest.ts';
import { createBaselines, type Method } from './reply-baselines.ts';
import {
  DATA_FOLDER,
  readPairs,
  shuffle,
  toComparable,
  toEntries,
  toPost,
  toTrial,
  type Pair,
  type Trial,
} from './reply-pairs.ts';
import { chrF, rougeL, toCharacterGrams } from './text-metrics.ts';

const SEEDS = [1, 2, 3];
const HELD = 200;
const LIBRARY = 10_000;
// A brand with fewer pairs gives no library to suggest from.
const PAIRS_MIN = 1_000;
const SMALL_LIBRARIES = [50, 1_000];
const ROUGE_HIT = 0.5;
const CHRF_HIT = 40;
const EVERYTHING = { best: 0, companion: 0 };

const context: SuggestContext = { brandName: 'Acme', memberName: 'Bo', now: 0, names: {} };

interface Score {
  posts: number;
  shown: number;
  rouge: number;
  chrf: number;
  either: number;
  best: number;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const percent = (part: number) => (100 * part).toFixed(1);

function out(line: string): void {
  process.stdout.write(`${line}\n`);
}

function toMethod(suggester: Suggester): Method {
  return (post) => suggester.suggest(toPost(post), context).map((one) => one.text);
}

/** Shares are of the posts for which something was shown. */
function score(method: Method, held: readonly Pair[]): Score {
  const results = held.flatMap((pair) => {
    const proposed = method(pair.customer);
    if (proposed.length === 0) return [];
    const truth = toComparable(pair.reply);
    const grams = toCharacterGrams(truth);
    const rouge = Math.max(...proposed.map((text) => rougeL(text, truth)));
    const chrf = Math.max(...proposed.map((text) => chrF(toCharacterGrams(text), grams)));
    return [{ rouge, chrf }];
  });
  const shareOf = (test: (one: { rouge: number; chrf: number }) => boolean) =>
    mean(results.map((one) => (test(one) ? 1 : 0)));
  return {
    posts: held.length,
    shown: results.length / held.length,
    rouge: shareOf((one) => one.rouge >= ROUGE_HIT),
    chrf: shareOf((one) => one.chrf >= CHRF_HIT),
    either: shareOf((one) => one.rouge >= ROUGE_HIT || one.chrf >= CHRF_HIT),
    best: mean(results.map((one) => one.chrf)),
  };
}

function scoreTrial(trial: Trial): Record<string, Score> {
  const entries = toEntries(trial.library);
  const methods: Record<string, Method> = {
    ...createBaselines(trial.library, trial.seed),
    'Hearback, always three': toMethod(createSuggester(entries, EVERYTHING)),
    'Hearback, above threshold': toMethod(createSuggester(entries)),
  };
  for (const size of SMALL_LIBRARIES) {
    methods[`Hearback, library of ${size}`] = toMethod(createSuggester(entries.slice(0, size)));
  }
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, score(method, trial.held)]),
  );
}

// Deliberately other expressions than the product's own, so that it is not measured by itself.
const APOLOGY = /\b(?:sorry|apolog|regret|inconvenience)/i;
const CHEER =
  /\b(?:yay|awesome|woohoo|so glad|happy to hear|glad to hear|great to hear|love to hear|made our day)\b/i;

/** Posts that people labeled happy or unhappy, answered from an airline's library. */
function measureMood(pairs: readonly Pair[]) {
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
  const trial = toTrial(pairs, 'Delta', 1, { held: 0, library: LIBRARY });
  const nearest = createBaselines(trial.library, 1)['BM25 nearest posts'] ?? (() => []);
  const ours = toMethod(createSuggester(toEntries(trial.library), EVERYTHING));
  const rate = (method: Method, sentiment: string, wrong: RegExp) => {
    const firsts = posts(sentiment).flatMap((post) => method(post).slice(0, 1));
    return mean(firsts.map((text) => (wrong.test(text) ? 1 : 0)));
  };
  return {
    apologyToHappy: {
      nearest: rate(nearest, 'positive', APOLOGY),
      ours: rate(ours, 'positive', APOLOGY),
    },
    cheerToUnhappy: {
      nearest: rate(nearest, 'negative', CHEER),
      ours: rate(ours, 'negative', CHEER),
    },
  };
}

function measureTime(pairs: readonly Pair[]) {
  const { library, held } = toTrial(pairs, 'Delta', 1, { held: 1_000, library: LIBRARY });
  const entries = toEntries(library);
  const begin = performance.now();
  const suggester = createSuggester(entries);
  const build = performance.now() - begin;
  const calls = held.map((pair) => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    suggester.suggest(toPost(pair.customer), context);
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - start, cpu: (user + system) / 1_000 };
  });
  const at = (field: 'wall' | 'cpu', part: number) => {
    const sorted = calls.map((call) => call[field]).sort((a, b) => a - b);
    return sorted[Math.floor(part * sorted.length)] ?? 0;
  };
  return {
    entries: entries.length,
    build,
    wall: { p50: at('wall', 0.5), p95: at('wall', 0.95) },
    // Processor time tells the same on a machine that has other work to do.
    cpu: { p50: at('cpu', 0.5), p95: at('cpu', 0.95) },
  };
}

function printScores(title: string, trials: readonly Record<string, Score>[]): void {
  out(`\n${title}`);
  out(`${''.padEnd(30)} shown %  ROUGE-L≥.5 %  chrF≥40 %  either %  best-of-3 chrF`);
  for (const name of Object.keys(trials[0] ?? {})) {
    const of = (field: keyof Score) => mean(trials.map((trial) => trial[name]?.[field] ?? 0));
    out(
      [
        name.padEnd(30),
        percent(of('shown')).padStart(7),
        percent(of('rouge')).padStart(13),
        percent(of('chrf')).padStart(10),
        percent(of('either')).padStart(9),
        of('best').toFixed(1).padStart(15),
      ].join(' '),
    );
  }
}

function main(): void {
  const pairs = readPairs();
  if (!pairs) {
    out('bench:replies skipped: ../shared/data is absent.');
    return;
  }
  const time = measureTime(pairs);
  const mood = measureMood(pairs);
  const brands = [...new Set(pairs.map((pair) => pair.brand))].filter(
    (brand) => pairs.filter((pair) => pair.brand === brand).length >= PAIRS_MIN,
  );
  const scores = brands.flatMap((brand) =>
    SEEDS.map((seed) => {
      const trial = toTrial(pairs, brand, seed, { held: HELD, library: LIBRARY });
      return { brand, seed, library: trial.library.length, methods: scoreTrial(trial) };
    }),
  );
  for (const brand of brands) {
    const own = scores.filter((one) => one.brand === brand);
    printScores(
      `${brand}, library of ${own[0]?.library}, ${SEEDS.length} × ${HELD} posts`,
      own.map((one) => one.methods),
    );
  }
  printScores(
    'Mean of the brands',
    scores.map((one) => one.methods),
  );
  out(
    `\nApology first to a happy customer: nearest post ${percent(mood.apologyToHappy.nearest)} %, Hearback ${percent(mood.apologyToHappy.ours)} %`,
  );
  out(
    `Cheer first to an unhappy customer: nearest post ${percent(mood.cheerToUnhappy.nearest)} %, Hearback ${percent(mood.cheerToUnhappy.ours)} %`,
  );
  out(`${time.entries} entries: index built in ${time.build.toFixed(0)} ms`);
  for (const [name, { p50, p95 }] of Object.entries({ wall: time.wall, cpu: time.cpu })) {
    out(`a call, ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (goal 50)`);
  }
  mkdirSync('data/bench', { recursive: true });
  writeFileSync('data/bench/replies.json', JSON.stringify({ time, mood, scores }, null, 2));
}

main();
