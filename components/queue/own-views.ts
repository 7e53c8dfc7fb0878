/** The views of the queue that every board has, in the order in which a lead asks. */
import type { BoardFilter } from '#utils/model/board-view.ts';
import { pressingStates, queueStates } from '#utils/model/queue-states.ts';
import { NO_BOARD_FILTER } from '#utils/queue/queue-list.ts';

const openStates = queueStates.filter((state) => state !== 'settled' && state !== 'setAside');

/** Those of one teammate that are not closed. */
const mine = (id: string): BoardFilter => ({
  ...NO_BOARD_FILTER,
  states: [...openStates],
  teammates: [id],
});
const ofStates = (...states: BoardFilter['states']): BoardFilter => ({
  ...NO_BOARD_FILTER,
  states,
});

export const ownViewIds = [
  'pressing',
  'mine',
  'claimed',
  'forgotten',
  'waiting',
  'doubled',
  'snoozed',
  'open',
  'closed',
] as const;
export type OwnViewId = (typeof ownViewIds)[number];

/** What a view of ours lists, for somebody. */
export function toOwnView(id: OwnViewId, myId: string): BoardFilter {
  switch (id) {
    case 'pressing':
      return ofStates(...pressingStates);
    case 'mine':
      return mine(myId);
    case 'claimed':
      return ofStates('claimed', 'typing');
    case 'open':
      return ofStates(...openStates);
    case 'closed':
      return ofStates('settled', 'setAside');
    default:
      return ofStates(id);
  }
}

/** Whether two filters list the same, whatever is typed. */
export function isSameView(one: BoardFilter, other: BoardFilter): boolean {
  const parts = ['states', 'brands', 'sites', 'desks', 'teammates', 'intents'] as const;
  return parts.every((part) => {
    const [a, b] = [new Set<string>(one[part]), new Set<string>(other[part])];
    return a.size === b.size && [...a].every((value) => b.has(value));
  });
}
