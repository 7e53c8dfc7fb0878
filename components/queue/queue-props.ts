import type { ComponentChildren } from 'preact';
import type { Attempt } from '#components/ui/attempt.ts';
import type { BoardFilter, BoardSort, BoardView } from '#utils/model/board-view.ts';
import type { BoardCounts, BoardNumbers, QueueItem } from '#utils/queue/queue-list.ts';
import type { Priority } from '#utils/model/routing.ts';

/** What a person does with one or many threads of the queue. */
export type QueueAct =
  | { kind: 'assign'; memberId: string | null }
  | { kind: 'desk'; deskId: string | null }
  | { kind: 'priority'; priority: Priority | null }
  | { kind: 'note'; note: string }
  /** Server clock, ms; null brings them back. */
  | { kind: 'snooze'; until: number | null }
  | { kind: 'setAside'; reason: string };

/** Why an act was refused, in words; else what was done of how many, and the way back. */
export type QueueDone = { refused: string } | { done: string; undo: () => Promise<string | null> };

export interface NamedId {
  id: string;
  name: string;
}

/** The live queue of threads. */
export interface QueueProps {
  /** Server clock, ms. */
  now: number;
  /** What passes the filter, in order; null while nothing is known. */
  items: readonly QueueItem[] | null;
  /** All open threads that there are; null while they are being read. */
  total: number | null;
  /** Not all are read yet. */
  isGrowing: boolean;
  /** Older open threads are left out: there are more than a board holds. */
  isCut: boolean;
  counts: BoardCounts;
  numbers: BoardNumbers;
  filter: BoardFilter;
  sort: BoardSort;
  /** Views that the team keeps, with how many threads each holds. */
  views: readonly { view: BoardView; count: number }[];
  /** How many threads each of our own views holds, by its id. */
  ownCounts: ReadonlyMap<string, number>;
  brands: readonly NamedId[];
  desks: readonly NamedId[];
  /** Me first, then by name. */
  teammates: readonly NamedId[];
  /** Empty where there is no team. */
  myId: string;
  /** Names of everybody who was ever in the team. */
  names: Readonly<Record<string, string>>;
  chosenId: string | null;
  onFilter: (filter: BoardFilter) => void;
  onSort: (sort: BoardSort) => void;
  onChoose: (threadId: string | null) => void;
  onAct: (ids: readonly string[], act: QueueAct) => Promise<QueueDone>;
  onSaveView: Attempt<[view: BoardView]>;
  onRemoveView: Attempt<[id: string]>;
  /** The chosen thread with all that is done in it. */
  children?: ComponentChildren;
}
