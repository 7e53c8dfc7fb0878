import { expect, it } from 'vitest';
import { StoreUnavailableError } from './database.ts';
import type { Sql } from './database.ts';
import { createTurns } from './turns.ts';

const tx = {} as Sql;

/** Turns that note how many works shared each transaction that was committed. */
function createNotedTurns() {
  const commits: number[] = [];
  const turns = createTurns(async (works) => {
    const values = [];
    for (const work of works) values.push(await work(tx));
    commits.push(works.length);
    return values;
  });
  return { turns, commits };
}

it('commits works together that wait at the same time, in order', async () => {
  const { turns, commits } = createNotedTurns();
  const done: number[] = [];
  const numbers = Array.from({ length: 33 }, (_, n) => n);
  const take = (n: number) => turns.take('team', async () => done.push(n));
  await Promise.all(numbers.map(take));
  expect(done).toEqual(numbers);
  expect(commits).toEqual([32, 1]);
});

it('gives each work its own value', async () => {
  const { turns } = createNotedTurns();
  const values = await Promise.all([1, 2, 3].map((n) => turns.take('team', async () => n)));
  expect(values).toEqual([1, 2, 3]);
});

it('tells a failure only to the work that failed', async () => {
  const { turns, commits } = createNotedTurns();
  const outcomes = await Promise.allSettled([
    turns.take('team', async () => 'first'),
    turns.take('team', () => Promise.reject(new Error('no'))),
    turns.take('team', async () => 'last'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(commits).toEqual([1, 1]);
});

it('asks a store that is away once for all', async () => {
  let asked = 0;
  const turns = createTurns(() => {
    asked += 1;
    return Promise.reject(new StoreUnavailableError('away'));
  });
  const outcomes = await Promise.allSettled([1, 2].map((n) => turns.take('team', async () => n)));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toBe(1);
});

it('gives works their turn later that the transaction did not come to', async () => {
  const commits: number[] = [];
  const turns = createTurns(async ([first]) => {
    commits.push(1);
    return [await first?.(tx)];
  });
  const values = await Promise.all([1, 2, 3].map((n) => turns.take('team', async () => n)));
  expect(values).toEqual([1, 2, 3]);
  expect(commits).toEqual([1, 1, 1]);
});

it('acts between two transactions while others go on waiting', async () => {
  const { turns, commits } = createNotedTurns();
  let acted: number[] = [];
  const works = Array.from({ length: 50 }, (_, n) => turns.take('team', async () => n));
  await turns.between('team', () => (acted = [...commits]));
  await Promise.all(works);
  expect(acted).toEqual([32]);
});
