/**
 * How good and how fast suggestions are, on real posts and replies that were held out: `npm run bench:replies`.
 * Prints figures only, never a text of the data; raw figures go to data/bench/replies.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { learnAnswers } from '#utils/replies/answers/learn-answers.ts';
import { createSuggester } from '#utils/replies/suggest.ts';
import { toRuleIntent } from '#utils/triage/rule-intent.ts';
import {
  ASKING,
  createBaselines,
  EVERYTHING,
  LIBRARY,
  MEDOID,
  toMethod,
  toSuggester,
  type Method,
} from './reply-baselines.ts';
import { measureConfident } from './reply-confident.ts';
import { measureMood } from './reply-mood.ts';
import { measureOneOf100 } from './reply-one-of-100.ts';
import { readPairs, toEntries, toPost, toTrial, type Pair, type Trial } from './reply-pairs.ts';
import { mean, out, percent, score, type Score } from './reply-scores.ts';
import { measureSilence } from './reply-silence.ts';

const SEEDS = [1, 2, 3];
const HELD = 200;
// The tenth of which the ranking is surest has to be of a size to count in.
const HELD_CONFIDENT = 400;
// A brand with fewer pairs gives no library to suggest from.
const PAIRS_MIN = 1_000;
const NAMES = {
  learned: 'by what was learned',
  agreement: 'by agreement',
  words: 'by shared words',
};
const SMALL_LIBRARIES = [50, 1_000];

function scoreTrial(trial: Trial): Record<string, Score> {
  const methods: Record<string, Method> = {
    ...createBaselines(trial.library, trial.seed),
    'Hearback, always three': toMethod(toSuggester(trial.library, EVERYTHING)),
    'Hearback, above threshold': toMethod(toSuggester(trial.library)),
  };
  for (const size of SMALL_LIBRARIES) {
    methods[`Hearback, library of ${size}`] = toMethod(toSuggester(trial.library.slice(0, size)));
  }
  return Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, score(method, trial.held)]),
  );
}

function measureTime(pairs: readonly Pair[]) {
  const { library, held } = toTrial(pairs, 'Delta', 1, { held: 1_000, library: LIBRARY });
  const entries = toEntries(library);
  const begin = performance.now();
  const answers = learnAnswers(entries);
  const learn = performance.now() - begin;
  const suggester = createSuggester(entries, { answers, intentOf: toRuleIntent });
  const build = performance.now() - begin - learn;
  const calls = held.map((pair) => {
    const start = performance.now();
    const cpu = process.cpuUsage();
    suggester.suggest(toPost(pair.customer), ASKING);
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
    learn,
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

/** Means over brands and seeds of what one of them is measured for. */
function each<T>(brands: readonly string[], measure: (brand: string, seed: number) => T) {
  return brands.flatMap((brand) => SEEDS.map((seed) => ({ brand, seed, ...measure(brand, seed) })));
}

function main(): void {
  const pairs = readPairs();
  if (!pairs) {
    out('bench:replies skipped: ../shared/data is absent.');
    return;
  }
  const time = measureTime(pairs);
  const brands = [...new Set(pairs.map((pair) => pair.brand))].filter(
    (brand) => pairs.filter((pair) => pair.brand === brand).length >= PAIRS_MIN,
  );
  const scores = each(brands, (brand, seed) => {
    const trial = toTrial(pairs, brand, seed, { held: HELD, library: LIBRARY });
    return { library: trial.library.length, methods: scoreTrial(trial) };
  });
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

  const hits = (brand: string, name: string) =>
    mean(
      scores.filter((one) => one.brand === brand).map(({ methods }) => methods[name]?.rouge ?? 0),
    );
  const ratios = brands.map(
    (brand) => hits(brand, 'Hearback, always three') / Math.max(1e-9, hits(brand, MEDOID)),
  );
  out(
    `\nhit@3 (ROUGE-L) ÷ medoid: ${brands.map((brand, at) => `${brand} ${ratios[at]?.toFixed(2)}`).join(', ')}`,
  );
  const all = (name: string) => mean(brands.map((brand) => hits(brand, name)));
  out(
    `  of the brands' means ${(all('Hearback, always three') / all(MEDOID)).toFixed(2)} (goal 1.3)`,
  );

  const confident = each(brands, (brand, seed) => ({
    hits: measureConfident(pairs, brand, seed, HELD_CONFIDENT),
  }));
  const silence = each(brands, (brand, seed) => measureSilence(pairs, brand, seed));
  const oneOf100 = each(brands, (brand, seed) => measureOneOf100(pairs, brand, seed));
  const mood = brands.map((brand) => ({ brand, ...measureMood(pairs, brand) }));
  for (const brand of brands) {
    const of = <T extends { brand: string }>(list: readonly T[]) =>
      list.filter((one) => one.brand === brand);
    const part = <T extends { brand: string }>(list: readonly T[], read: (one: T) => number) =>
      percent(mean(of(list).map(read)));
    out(`\n${brand}`);
    out(`  hits (ROUGE-L) on the surest 10 %: ${part(confident, (one) => one.hits)} % (goal 30)`);
    out(
      `  shown where no good answer exists (${part(silence, (one) => one.unanswerable)} % of posts): ${part(silence, (one) => one.shownWithoutAnswer)} % (goal 10); to posts of other brands: ${part(silence, (one) => one.shownToOthers)} %`,
    );
    for (const by of ['learned', 'agreement', 'words'] as const) {
      const at = (rank: number) => part(oneOf100, (one) => one[by][rank] ?? 0);
      out(`  1 of 100 ${NAMES[by]}: R@1 ${at(0)}, R@3 ${at(1)} (goal 35), R@10 ${at(2)} %`);
    }
    for (const { apologyToHappy, cheerToUnhappy } of of(mood)) {
      const line = (rates: typeof apologyToHappy) =>
        `shown ${percent(rates.shown)} %, without threshold ${percent(rates.always)} %, nearest post ${percent(rates.nearest)} %`;
      out(`  apology first to a happy customer: ${line(apologyToHappy)} (goal 3)`);
      out(`  cheer first to an unhappy customer: ${line(cheerToUnhappy)}`);
    }
  }
  out(
    `\nMean: surest 10 % ${percent(mean(confident.map((one) => one.hits)))} %; shown without a good answer ${percent(mean(silence.map((one) => one.shownWithoutAnswer)))} %; 1 of 100, R@3 ${percent(mean(oneOf100.map((one) => one.learned[1] ?? 0)))} %`,
  );

  out(
    `\n${time.entries} entries: index built in ${time.build.toFixed(0)} ms, answers learned in ${time.learn.toFixed(0)} ms`,
  );
  for (const [name, { p50, p95 }] of Object.entries({ wall: time.wall, cpu: time.cpu })) {
    out(`a call, ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (goal 50)`);
  }
  mkdirSync('data/bench', { recursive: true });
  const raw = { time, mood, scores, confident, silence, oneOf100 };
  writeFileSync('data/bench/replies.json', JSON.stringify(raw, null, 2));
}

main();
