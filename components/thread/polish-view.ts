import type { PolishRefusal, PolishTask } from '#utils/model/polish.ts';

/** The model that is switched on. */
export type PolishSource =
  /** The team's; `tokensLeft` of the day's budget, which ends at `resetsAt` (server clock, ms). */
  | { kind: 'team'; tokensLeft: number; resetsAt: number }
  /** The browser's own; `share` of it that is loaded, 0 to 1. */
  | { kind: 'browser'; state: 'available' | 'downloadable' }
  | { kind: 'browser'; state: 'downloading'; share: number | null };

/** What a person has asked for. */
export interface PolishWish {
  task: PolishTask;
  /** With `translate`. */
  lang?: string;
}

/** How far it is. `wish` is tried again as it is. */
export type PolishView =
  | { state: 'idle' }
  | { state: 'working'; wish: PolishWish }
  /** `was`: the text that was polished; it may have been changed since. `notes`: `AnswerNote`s. */
  | { state: 'done'; wish: PolishWish; was: string; text: string; notes: readonly string[] }
  /** `fault`: with `unusable`, an `AnswerFault`. `words`: in place of our own. */
  | { state: 'refused'; wish: PolishWish; reason: PolishRefusal; fault?: string; words?: string };

/** Everything that a draft's editor needs to let a model work on it. */
export interface DraftPolish {
  /** Null where no model is switched on: then nothing is shown. */
  source: PolishSource | null;
  view: PolishView;
  /** What it may be translated into, the customer's own language first. */
  langs: string[];
  /** There are suggestions to merge it with. */
  canMerge: boolean;
  /** By the server's clock, ms. */
  now: number;
  onWish: (wish: PolishWish) => void;
  /** A person wants the browser's model loaded. */
  onLoad: () => void;
  /** Ends what is under way, and puts answers and refusals away. */
  onForget: () => void;
}
