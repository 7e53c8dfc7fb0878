import '#components/board/board.css';
import '#components/queue/queue.css';
import { BoardView } from '#components/board/BoardView.tsx';
import { toOwnView } from '#components/queue/own-views.ts';
import type { QueueProps } from '#components/queue/queue-props.ts';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from './panel-props.ts';
import { queueItems, queueProps } from './queue-props.ts';
import { MINUTE, NOW, offline } from './samples.ts';
import type { States } from './states.ts';

const board =
  (over: Partial<PanelProps> = {}, queue: Partial<QueueProps> & { all?: typeof queueItems } = {}) =>
  () => (
    <BoardView
      {...panelProps({ tab: 'team', page: 'unread', ...over })}
      chosenId={queue.chosenId ?? null}
      queue={queueProps(queue)}
      place="threads"
      onPlace={() => undefined}
    />
  );
const [first = null, , third = null] = panelProps().lists.team.items ?? [];
const [, second, , , , , , putOff] = queueItems;
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
const alone = { teammates: [], myId: '', desks: [], brands: [{ id: 'acme', name: 'Acme' }] };

export const gallery: States = {
  width: 1_280,
  states: {
    list: board(),
    pressing: board({}, { filter: toOwnView('pressing', 'me') }),
    chosen: board({ chosen: first }, { chosenId: second?.id ?? null }),
    putOff: board({ chosen: third }, { chosenId: putOff?.id ?? null }),
    filtered: board({}, { filter: { ...toOwnView('pressing', 'me'), query: 'teapot' } }),
    narrowed: board(
      {},
      { filter: { ...toOwnView('pressing', 'me'), intents: ['complaint'], desks: ['support'] } },
    ),
    blind: board({ blind }),
    blindForLead: board({ blind, canMend: true, chosen: third }),
    nobodyWaits: board({}, { all: [], filter: toOwnView('pressing', 'me') }),
    empty: board({}, { all: [], views: [] }),
    loading: board({}, { items: null, total: null, isGrowing: true }),
    growing: board({}, { total: null, isGrowing: true }),
    alone: board({}, alone),
    offline: board({ connection: offline() }),
    notSetUp: board({ isSetUp: false, teamName: null }),
  },
};
