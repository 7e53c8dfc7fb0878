import { StoreUnavailableError } from './database.ts';
import type { Sql } from './database.ts';

type Work = (tx: Sql) => Promise<unknown>;

/** Runs works one after the other in one transaction; their values, once they are on disk. */
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

/** Works that share a commit; others wait for as long as all of them take. */
const TOGETHER_MAX = 8;

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
      await runSome(key, jobs.splice(0, TOGETHER_MAX));
      for (const act of acts.splice(0)) act();
    }
    queues.delete(key);
  }

  async function runSome(key: string, jobs: readonly Job[]): Promise<void> {
    const works = jobs.map(({ work }) => work);
    try {
      const values = await runTogether(works, key);
      jobs.forEach(({ resolve }, index) => resolve(values[index]));
    } catch (error) {
      // Nobody is served by asking a store that is away once more for each.
      if (jobs.length === 1 || error instanceof StoreUnavailableError) {
        for (const { reject } of jobs) reject(error);
      } else {
        for (const job of jobs) await runSome(key, [job]);
      }
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
