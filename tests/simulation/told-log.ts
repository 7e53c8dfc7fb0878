/**
 * What people told about threads: replies, outcomes, labels, stories. Whatever the server has said yes to is there in the end,
 * also after it was restored from a copy, as long as the browser that told it lives (P11).
 */
import type { Thread } from '#utils/model/thread.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { isForgotten, isOutlived } from './forgotten.ts';
import type { SimBrowser } from './sim-browser.ts';
import type { World } from './world.ts';

interface Told {
  mutation: Mutation;
  /** Of the thread. */
  id: string;
  browser: string;
  /** How old the server was then, as `World.aged`. */
  aged: number;
  /** The browser had the thread: nobody answers what they do not see. */
  isKnown: boolean;
  isAcknowledged: boolean;
  /** It is older than a restore of the server. */
  wasRestored: boolean;
}

export interface ToldLog {
  /** Call before it is stored; killed in the middle, it may be stored or not. */
  telling(world: World, browser: SimBrowser, mutation: Mutation): Promise<void>;
  /** The server has said yes to this. */
  acknowledged(browser: string, mutation: Mutation): void;
  restored(): void;
  /** `truth`: what the server's tables hold, as `kind id`. */
  judge(world: World, truth: ReadonlyMap<string, string>): string[];
}

export function createToldLog(): ToldLog {
  const told: Told[] = [];
  /** How old the server was when a thread was first seen. */
  const seenAged = new Map<string, number>();

  const isDue = (world: World, one: Told) => {
    const author = world.browsers.find(({ name }) => name === one.browser);
    const isAlive = author !== undefined && !author.isRevoked && !isTwin(world, author);
    const isErased = [...world.erased].some((thread) => `x:${thread}` === one.id);
    return one.isAcknowledged && one.isKnown && isAlive && !isErased && !isForgotten(world, one);
  };

  return {
    async telling(world, { name, db }, mutation) {
      const id = threadOf(mutation);
      if (id === null) return;
      const { aged } = world;
      if (mutation.kind === 'thread.see') seenAged.set(id, seenAged.get(id) ?? aged);
      const isKnown = (await db.threads.get(id)) !== undefined;
      const rest = { isAcknowledged: false, wasRestored: false };
      told.push({ mutation, id, browser: name, aged, isKnown, ...rest });
    },
    acknowledged(browser, mutation) {
      for (const one of told) {
        const isKind = one.browser === browser && one.mutation.kind === mutation.kind;
        if (isKind && isSame(mutation.args, one.mutation.args)) one.isAcknowledged = true;
      }
    },
    restored() {
      for (const one of told) one.wasRestored = true;
    },
    judge(world, truth) {
      return told.flatMap((one) => {
        const { mutation, id, browser } = one;
        if (!isDue(world, one)) return [];
        const seen = seenAged.get(id);
        const mayBeRetired = seen === undefined || isOutlived(world, seen);
        const ofThread = told.filter((other) => other.id === id).map((other) => other.mutation);
        const lost = (what: string) => [`P11 ${what} of ${browser} about ${id} is lost`];
        switch (mutation.kind) {
          case 'reply.record':
            if (mayBeRetired || truth.has(`reply ${mutation.args.id}`)) return [];
            return lost(mutation.args.id);
          case 'thread.setOutcome': {
            if (mayBeRetired) return [];
            const { outcome } = mutation.args;
            const isOnly = ofThread.every(
              ({ kind, args }) => kind !== 'thread.setOutcome' || isOutcome(args, outcome),
            );
            const body = truth.get(`thread ${id}`);
            const isThere = body !== undefined && (!isOnly || isOutcome(JSON.parse(body), outcome));
            return isThere ? [] : lost(`the outcome ${outcome}`);
          }
          case 'thread.label': {
            const isTakenBack = ofThread.some(
              ({ kind, args }) => kind === 'thread.label' && 'intent' in args && !args.intent,
            );
            const { label } = JSON.parse(truth.get(`thread ${id}`) ?? '{}') as Partial<Thread>;
            return mayBeRetired || isTakenBack || label !== undefined ? [] : lost('the label');
          }
          case 'story.save': {
            const isRemoved = ofThread.some(({ kind }) => kind === 'story.remove');
            return isRemoved || truth.has(`story ${id}`) ? [] : lost('the story');
          }
          default:
            return [];
        }
      });
    },
  };
}

/** The thread that a fact is about; a story has the same id. */
function threadOf(mutation: Mutation): string | null {
  if (mutation.kind === 'reply.record') return mutation.args.threadId;
  const [area] = mutation.kind.split('.');
  return area === 'thread' || area === 'story' ? mutation.args.id : null;
}

/** Two copies of a profile count alike until the server has told them apart; a restore before that mixes them up. */
function isTwin({ browsers }: World, { name, copyOf }: SimBrowser): boolean {
  return copyOf !== null || browsers.some((other) => other.copyOf === name);
}

function isOutcome(args: object, outcome: string): boolean {
  return 'outcome' in args && args.outcome === outcome;
}

/** The same fact, as it travels: an older dialect leaves fields out. */
function isSame(sent: object, args: object): boolean {
  const known = args as Record<string, unknown>;
  return Object.entries(sent).every(
    ([key, value]) => JSON.stringify(known[key]) === JSON.stringify(value),
  );
}
