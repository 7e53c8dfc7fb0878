/** What benchmarks share: medians, tables, kept figures. Nothing here is part of the product. */
import { mkdirSync, writeFileSync } from 'node:fs';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** Processor time of this thread, ms: what other work on the machine takes does not count. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Runs `work` until about `forMs` have gone by, `runs` times; gives the median of one call in ms. */
export function timeOf(work: () => unknown, runs = 5, forMs = 120): number {
  work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let calls = 0;
    const start = threadMs();
    let end = start;
    while (end - start < forMs || calls < 2) {
      work();
      calls += 1;
      end = threadMs();
    }
    times.push((end - start) / calls);
  }
  return median(times);
}

/** Prints rows as a table, the keys of the first row as its head. */
export function printTable(rows: readonly Record<string, string | number>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const lines = [heads, ...rows.map((row) => heads.map((head) => `${row[head] ?? ''}`))];
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  for (const line of lines) {
    const cells = line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    process.stdout.write(`${cells.join('  ')}\n`);
  }
  process.stdout.write('\n');
}

/** Keeps the raw figures under `data/bench/`, which is never committed. */
export function keep(name: string, figures: unknown): void {
  mkdirSync('data/bench', { recursive: true });
  const about = { node: process.version, arch: process.arch, figures };
  writeFileSync(`data/bench/${name}.json`, `${JSON.stringify(about, null, 2)}\n`);
}

/** A small, fixed random source, so that all runs see the same texts. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}
