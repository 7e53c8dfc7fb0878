import '#components/board/board.css';
import { BoardView } from '#components/board/BoardView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from './panel-props.ts';
import { MINUTE, NOW, offline } from './samples.ts';
import type { States } from './states.ts';

const board =
  (over: Partial<PanelProps> = {}) =>
  () => (
    <BoardView
      {...panelProps({ tab: 'team', page: 'unread', ...over })}
      place="threads"
      onPlace={() => undefined}
    />
  );
const [first = null, , third = null] = panelProps().lists.team.items ?? [];
const noItems = { items: [], count: 0 };
const unloaded = { items: null, count: null };
const blind = [
  { id: 'x', name: 'X', kinds: [{ kind: 'feed' as const, pages: 3, since: NOW - 20 * MINUTE }] },
  {
    id: 'generic@forum.example',
    name: 'forum.example',
    kinds: [
      { kind: 'feed' as const, pages: 4, since: NOW - 30 * MINUTE },
      { kind: 'thread' as const, pages: 12, since: NOW - 40 * MINUTE },
    ],
  },
];

export const gallery: States = {
  width: 1_100,
  states: {
    list: board(),
    chosen: board({ chosen: first }),
    blind: board({ blind }),
    blindForLead: board({ blind, canMend: true, chosen: third }),
    empty: board({ lists: { page: noItems, mine: noItems, team: noItems } }),
    loading: board({ lists: { page: unloaded, mine: unloaded, team: unloaded } }),
    offline: board({ connection: offline() }),
    notSetUp: board({ isSetUp: false, teamName: null }),
  },
};
