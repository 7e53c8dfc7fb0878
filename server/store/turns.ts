import { StoreUnavailableError } from './database.ts';
import type { Sql } from './database.ts';

type Work = (tx: Sql) => Promise<unknown>;

/** Runs works in one transaction with `runEach`; what that gave, once it is on disk. */
export type RunTogether = (works: readonly Work[], key: string) => Promise<unknown[]>;

/** Lets works of one key have their turn one after the other. */
export interface Turns {
  /** Resolves when the work is on disk; rejects when it failed, having written nothing. */
  take<T>(key: string, work: (tx: Sql) => Promise<T>): Promise<T>;
  /** Acts while no transaction of the key is open, before others that wait. */
  between(key: string, act: () => void): Promise<void>;
  /** Waits until nobody of the key waits any more. */
  settle(key: string): Promise<void>;
}

interface Job {
  work: Work;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface Queue {
  jobs: Job[];
  acts: (() => void)[];
  drained: Promise<void>;
}

/** Works that share a commit at the most. */
const TOGETHER_MAX = 32;
/** After this no further one is begun, ms: other processes wait for the team meanwhile. */
const TOGETHER_MS = 50;

/** Runs works one after the other until it has taken long enough, the first in any case; the values of those. */
export async function runEach(works: readonly Work[], tx: Sql): Promise<unknown[]> {
  const until = performance.now() + TOGETHER_MS;
  const values: unknown[] = [];
  for (const work of works) {
    if (values.length > 0 && performance.now() > until) break;
    values.push(await work(tx));
  }
  return values;
}

/**
 * Works that wait at the same time share one transaction, because a commit waits for the disk and costs more than
 * a short work. When one of them fails, all are rolled back and run again, each alone, so that nobody else notices.
 */
export function createTurns(runTogether: RunTogether): Turns {
  const queues = new Map<string, Queue>();

  async function drain(key: string, { jobs, acts }: Queue): Promise<void> {
    // Requests that came in together get here within one round of the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    while (jobs.length > 0) {
      jobs.unshift(...(await runSome(key, jobs.splice(0, TOGETHER_MAX))));
      for (const act of acts.splice(0)) act();
    }
    queues.delete(key);
  }

  /** Gives back those that it did not come to. */
  async function runSome(key: string, jobs: readonly Job[]): Promise<readonly Job[]> {
    const works = jobs.map(({ work }) => work);
    try {
      const values = await runTogether(works, key);
      values.forEach((value, index) => jobs[index]?.resolve(value));
      return jobs.slice(values.length);
    } catch (error) {
      // Nobody is served by asking a store that is away once more for each.
      if (jobs.length === 1 || error instanceof StoreUnavailableError) {
        for (const { reject } of jobs) reject(error);
      } else {
        for (const job of jobs) await runSome(key, [job]);
      }
      return [];
    }
  }

  return {
    take<T>(key: string, work: (tx: Sql) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const job: Job = { work, resolve: resolve as (value: unknown) => void, reject };
        const known = queues.get(key);
        if (known) return void known.jobs.push(job);
        const queue: Queue = { jobs: [job], acts: [], drained: Promise.resolve() };
        queues.set(key, queue);
        queue.drained = drain(key, queue);
      });
    },
    between(key, act) {
      return new Promise((resolve, reject) => {
        const attempt = () => {
          try {
            act();
            resolve();
          } catch (error) {
            reject(error);
          }
        };
        const queue = queues.get(key);
        if (queue) queue.acts.push(attempt);
        else attempt();
      });
    },
    settle: async (key) => queues.get(key)?.drained,
  };
}
