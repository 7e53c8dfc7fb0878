/**
 * How well mentions are judged after 0, 50, 200 and 1,000 labels of one brand, beside VADER, a generic model and the
 * rules alone: `npm run bench:replies`, or this file alone, also with `--seeds 10`: some brands have few posts. Prints figures only, never a text of the data.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { INTENTS, type Intent } from '#utils/model/intents.ts';
import { createJudge, LESSONS_MAX, type Judge } from '#utils/triage/judge.ts';
import type { Lesson } from '#utils/triage/labels.ts';
import { Learner, type Example } from '#utils/triage/learner.ts';
import { readPost } from '#utils/triage/read.ts';
import { shuffle } from './reply-pairs.ts';
import { readPools, type LabeledPost, type Pool } from './triage-data.ts';

const { seeds } = parseArgs({ options: { seeds: { type: 'string', default: '3' } } }).values;
const SEEDS = Array.from({ length: Number(seeds) }, (_, at) => at + 1);
const SIZES = [50, 200, 1_000];
const HELD_MAX = 1_000;
/** Fewer held-out posts than this say nothing. */
const HELD_MIN = 40;
const GENERIC_POSTS = 4_000;

type Method = (text: string) => string;

interface Vader {
  SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
}
const { SentimentIntensityAnalyzer: vader } = createRequire(import.meta.url)(
  'vader-sentiment',
) as Vader;

const intents: Record<string, Intent> = {
  complaint: 'complaint',
  praise: 'praise',
  other: 'question',
};

const out = (line: string) => process.stdout.write(`${line}\n`);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const percent = (part: number) => (100 * part).toFixed(1);

/** What this judge would teach, were it a person who labels as the data says. */
function toLessons(pool: Pool, posts: readonly LabeledPost[]): Lesson[] {
  return posts.map(({ text, label }, at) => ({
    threadId: String(at),
    brandId: pool.name,
    text,
    ...(pool.set === 'relation'
      ? { isUs: label === 'us' }
      : { intent: intents[label] ?? 'question' }),
  }));
}

/** The data knows complaint, praise where the pool has it, and all else. */
function toLabel(pool: Pool, intent: Intent | null): string {
  if (intent === 'complaint' || intent === 'abuse') return 'complaint';
  return intent === 'praise' && pool.labels.includes('praise') ? 'praise' : 'other';
}

const byJudge =
  (pool: Pool, judge: Judge): Method =>
  (text) =>
    toLabel(pool, judge.judge({ text }).intent);

/** VADER's own bounds; a handle is no word of it. */
const byVader =
  (pool: Pool): Method =>
  (text) => {
    const { compound } = vader.polarity_scores(text.replaceAll(/@\S+/g, ''));
    if (compound <= -0.05) return toLabel(pool, 'complaint');
    return toLabel(pool, compound >= 0.05 ? 'praise' : null);
  };

/** Words alone, learned elsewhere: what an extension might ship to everybody. */
function byGenericWords(pool: Pool, others: readonly Lesson[]): Method {
  const toReading = (text: string) => ({
    features: readPost(text).reading.features,
    signals: [],
    prior: [],
  });
  const learner = new Learner(INTENTS.length);
  learner.teach(
    others.map((lesson): Example => ({
      reading: toReading(lesson.text),
      label: INTENTS.indexOf(lesson.intent ?? 'question'),
    })),
  );
  return (text) => {
    const { scores } = learner.guess(toReading(text));
    return toLabel(pool, INTENTS[scores.indexOf(Math.max(...scores))] ?? null);
  };
}

/** All labels of other brands outside the pool's own trade. */
function toGeneric(pool: Pool, pools: readonly Pool[]): Lesson[] {
  const isTransport = (one: Pool) => one.set === 'airlines' || one.name === 'transport';
  const isSameTrade = (one: Pool) =>
    one.set === 'relation' ||
    one.name === pool.name ||
    (one.set === 'sanders' && pool.set === 'sanders') ||
    (isTransport(one) && isTransport(pool));
  const others = pools.filter((one) => !isSameTrade(one));
  const lessons = others.flatMap((one) => toLessons(one, one.posts));
  return shuffle(lessons, 1).slice(0, GENERIC_POSTS);
}

function toMacroF1(method: Method, held: readonly LabeledPost[], labels: readonly string[]) {
  const found = held.map(({ text, label }) => ({ label, guess: method(text) }));
  return mean(
    labels.map((label) => {
      const right = found.filter((one) => one.label === label && one.guess === label).length;
      const said = found.filter((one) => one.guess === label).length;
      const are = found.filter((one) => one.label === label).length;
      return said + are === 0 ? 1 : (2 * right) / (said + are);
    }),
  );
}

/** How often an intent is said at all, and is right then. */
function toSaid(pool: Pool, judge: Judge, held: readonly LabeledPost[]) {
  const said = held.flatMap(({ text, label }) => {
    const { intent } = judge.judge({ text });
    return intent === null ? [] : [toLabel(pool, intent) === label];
  });
  return { said: said.length / held.length, right: mean(said.map(Number)) };
}

interface TrialResult {
  set: Pool['set'];
  pool: string;
  size: number;
  seed: number;
  f1: Record<string, number>;
  said: { said: number; right: number };
}

function runIntents(pools: readonly Pool[]): TrialResult[] {
  const rules = createJudge();
  return pools
    .filter((pool) => pool.set !== 'relation')
    .flatMap((pool) => {
      const generic = toGeneric(pool, pools);
      const words = byGenericWords(pool, generic);
      const withRules = byJudge(pool, createJudge(generic, { most: GENERIC_POSTS }));
      return cut(pool).map(({ size, seed, held, taught }): TrialResult => {
        const own = createJudge(toLessons(pool, taught));
        const of = (method: Method) => toMacroF1(method, held, pool.labels);
        const f1 = {
          VADER: of(byVader(pool)),
          'generic, words': of(words),
          'generic, with rules': of(withRules),
          'rules alone': of(byJudge(pool, rules)),
          Hearback: of(byJudge(pool, own)),
        };
        return { set: pool.set, pool: pool.name, size, seed, f1, said: toSaid(pool, own, held) };
      });
    });
}

/** Whether posts are about the brand, by its own "not us" alone. */
function runRelations(pools: readonly Pool[]): TrialResult[] {
  return pools
    .filter((pool) => pool.set === 'relation')
    .flatMap((pool) =>
      cut(pool).map(({ size, seed, held, taught }): TrialResult => {
        const match = {
          brandId: pool.name,
          matched: pool.name,
          kind: 'name' as const,
          sure: false,
          reason: '',
        };
        const judge = createJudge(toLessons(pool, taught));
        const verdicts = held.map(({ text, label }) => ({
          label,
          isUs: judge.judge({ text }, match).isUs,
        }));
        const said = verdicts.filter((one) => one.isUs !== null);
        const right = said.filter((one) => (one.label === 'us') === one.isUs);
        const byText = new Map(held.map(({ text }, at) => [text, verdicts[at]?.isUs ?? null]));
        const method: Method = (text) => (byText.get(text) === false ? 'not us' : 'us');
        return {
          set: pool.set,
          pool: pool.name,
          size,
          seed,
          f1: {
            'all are about us': toMacroF1(() => 'us', held, pool.labels),
            Hearback: toMacroF1(method, held, pool.labels),
          },
          said: { said: said.length / held.length, right: right.length / Math.max(1, said.length) },
        };
      }),
    );
}

function cut(pool: Pool) {
  return SEEDS.flatMap((seed) => {
    const posts = shuffle(pool.posts, seed);
    return SIZES.map((size) => ({
      size,
      seed,
      taught: posts.slice(0, size),
      held: posts.slice(size).slice(0, HELD_MAX),
    })).filter(({ held }) => held.length >= HELD_MIN);
  });
}

function print(title: string, results: readonly TrialResult[]): void {
  out(`\n${title}: macro-F1 %, mean of all trials`);
  const methods = Object.keys(results[0]?.f1 ?? {});
  out(`${''.padEnd(24)}${methods.map((name) => name.padStart(21)).join('')}   said %  right %`);
  const sets = [...new Set(results.map((one) => one.set))];
  for (const size of SIZES) {
    for (const set of sets) {
      const own = results.filter((one) => one.set === set && one.size === size);
      if (own.length === 0) continue;
      const cells = methods.map((name) =>
        percent(mean(own.map(({ f1 }) => f1[name] ?? 0))).padStart(21),
      );
      const said = [
        percent(mean(own.map((one) => one.said.said))).padStart(9),
        percent(mean(own.map((one) => one.said.right))).padStart(9),
      ];
      out(`${`${size} labels, ${set}`.padEnd(24)}${cells.join('')}${said.join('')}`);
    }
  }
}

function printBelow(results: readonly TrialResult[]): void {
  for (const size of SIZES) {
    const own = results.filter((one) => one.size === size);
    for (const bar of Object.keys(own[0]?.f1 ?? {})) {
      if (bar === 'Hearback') continue;
      const below = (one: Record<string, number>) => (one['Hearback'] ?? 0) < (one[bar] ?? 0);
      const trials = own.filter(({ f1 }) => below(f1)).length;
      const gap = ({ f1 }: TrialResult) => (f1['Hearback'] ?? 0) - (f1[bar] ?? 0);
      const worst = own.toSorted((one, other) => gap(one) - gap(other))[0];
      const pools = [...new Set(own.map((one) => `${one.set} ${one.pool}`))];
      const lower = pools.filter((name) => {
        const of = own.filter((one) => `${one.set} ${one.pool}` === name);
        return below({
          Hearback: mean(of.map(({ f1 }) => f1['Hearback'] ?? 0)),
          [bar]: mean(of.map(({ f1 }) => f1[bar] ?? 0)),
        });
      });
      const names = lower.length === 0 ? '' : ` (${lower.join(', ')})`;
      out(
        `${size} labels, below ${bar}: ${trials} of ${own.length} trials, ${lower.length} of ${pools.length} means${names}`,
      );
      if (worst) {
        const points = (100 * gap(worst)).toFixed(1);
        out(`  worst trial: ${points} points (${worst.set} ${worst.pool}, seed ${worst.seed})`);
      }
    }
  }
}

/** How long one more label takes, ms: everything is learned anew, from posts that were read before. */
function measureTime(pools: readonly Pool[]) {
  const pool = pools.find((one) => one.posts.length > LESSONS_MAX);
  if (!pool) return [];
  return [...SIZES, LESSONS_MAX].map((size) => {
    const lessons = toLessons(pool, pool.posts.slice(0, size));
    const kept = new Map(lessons.map(({ text }) => [text, readPost(text)]));
    const read = (text: string) => kept.get(text) ?? readPost(text);
    const times = [1, 2, 3, 4, 5].map(() => {
      const begin = process.cpuUsage();
      createJudge(lessons, { read });
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1_000;
    });
    return { size, ms: times.toSorted((a, b) => a - b)[2] ?? 0 };
  });
}

function main(): void {
  const pools = readPools();
  if (!pools) {
    out('bench of triage skipped: ../shared/data is absent.');
    return;
  }
  const time = measureTime(pools);
  const trials = runIntents(pools);
  const relations = runRelations(pools);
  print('Intent', trials);
  printBelow(trials);
  print('About the brand at all', relations);
  for (const { size, ms } of time)
    out(`learned from ${size} labels in ${ms.toFixed(0)} ms of processor time`);
  mkdirSync('data/bench', { recursive: true });
  writeFileSync('data/bench/triage.json', JSON.stringify({ time, trials, relations }, null, 2));
}

main();
