import '#components/board/board.css';
import '#components/queue/queue.css';
import '#components/reports/reports.css';
import { BoardView } from '#components/board/BoardView.tsx';
import { ReportsView } from '#components/reports/ReportsView.tsx';
import type { ReportsProps } from '#components/reports/reports-props.ts';
import { panelProps } from './panel-props.ts';
import { queueProps } from './queue-props.ts';
import { aReport, emptyReport, reportsProps } from './reports-props.ts';
import { HOUR, NOW } from './samples.ts';
import type { States } from './states.ts';

const reports =
  (over: Partial<ReportsProps> = {}) =>
  () => (
    <BoardView
      {...panelProps({ tab: 'team', page: 'unread' })}
      chosenId={null}
      queue={queueProps()}
      place="reports"
      onPlace={() => undefined}
    >
      <ReportsView {...reportsProps(over)} />
    </BoardView>
  );

export const gallery: States = {
  width: 1_280,
  states: {
    byDay: reports(),
    byBrand: reports({ division: 'brand' }),
    byDesk: reports({ division: 'desk' }),
    spikes: reports({
      report: {
        ...aReport('day'),
        spikes: [{ name: 'Acme', count: 47, usual: 3, at: NOW - 2 * HOUR }],
      },
    }),
    ownDates: reports({ choice: 'own' }),
    wrongDates: reports({
      choice: 'own',
      dates: { from: '2026-02-03', to: '2026-02-01' },
      report: null,
    }),
    empty: reports({ report: emptyReport }),
    loading: reports({ report: null, read: 12_500 }),
    failed: reports({
      report: null,
      trouble: 'The figures could not be read. Nothing is lost.',
    }),
    digest: reports({ kind: 'digest' }),
    digestLoading: reports({ kind: 'digest', digest: null }),
  },
};
