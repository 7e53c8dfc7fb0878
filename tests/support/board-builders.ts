/** Builders of what leads lay down for the board. */
import type { BoardView } from '#utils/model/board-view.ts';
import type { Desk } from '#utils/model/desk.ts';
import type { Partner } from '#utils/model/partner.ts';
import type { Routing } from '#utils/model/routing.ts';

/** Works on weekdays from nine to five in Berlin, and answers within two hours of that. */
export function aDesk(part: Partial<Desk> = {}): Desk {
  return {
    id: 'support',
    name: 'Support',
    hours: {
      timeZone: 'Europe/Berlin',
      week: [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1_020 })),
      holidays: ['2026-12-25'],
    },
    firstReply: 120,
    nextReply: 240,
    ...part,
  };
}

export function aPartner(part: Partial<Partner> = {}): Partner {
  return {
    id: 'grid',
    name: 'Example Grid',
    helpsWith: 'Power cuts',
    contact: 'https://grid.example/help',
    note: '',
    ...part,
  };
}

export function aRouting(rules: Routing['rules'] = []): Routing {
  return { id: 'routing', rules };
}

export function aBoardView(part: Partial<BoardView> = {}): BoardView {
  return {
    id: 'late',
    name: 'Late',
    filter: {
      states: ['unclaimed'],
      brands: [],
      sites: [],
      desks: [],
      teammates: [],
      intents: [],
      query: '',
    },
    sort: 'urgent',
    ...part,
  };
}
