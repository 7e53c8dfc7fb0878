// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { queueItems, queueProps } from '#tests/gallery/queue-props.ts';
import { MINUTE, NOW } from '#tests/gallery/samples.ts';
import type { QueueProps } from '#components/queue/queue-props.ts';
import { BoardView } from './BoardView.tsx';

afterEach(cleanup);

const show = (over: Partial<PanelProps> = {}, queue: Partial<QueueProps> = {}) =>
  render(
    <BoardView
      {...panelProps({ tab: 'team', ...over })}
      chosenId={queue.chosenId ?? null}
      queue={queueProps(queue)}
      place="threads"
      onPlace={() => undefined}
    />,
  );
const blind = [
  { id: 'x', name: 'X', kinds: [{ kind: 'feed' as const, pages: 3, since: NOW - 20 * MINUTE }] },
  {
    id: 'reddit',
    name: 'Reddit',
    kinds: [{ kind: 'thread' as const, pages: 4, since: NOW - 10 * MINUTE }],
  },
];

describe('the board', () => {
  it('tells of every site that cannot be read any more', () => {
    show({ blind });
    const region = screen.getByRole('region', { name: 'Sites that are not read' });
    expect(
      within(region)
        .getAllByRole('status')
        .map(({ textContent }) => textContent),
    ).toEqual(
      [
        'X: no posts read on 3 home pages since 10:20.',
        'Reddit: no posts read on 4 thread pages since 10:30.',
        // What copying came to stands here.
      ].flatMap((line) => [line, '']),
    );
    expect(within(region).getByText(/A lead can mend this/)).toBeTruthy();
  });

  it('has a report of each, and leads those who may change it to where that is done', () => {
    const onCopyReport = vi.fn<PanelProps['onCopyReport']>(async () => true);
    const onMend = vi.fn<PanelProps['onMend']>();
    show({ blind, canMend: true, onCopyReport, onMend });
    fireEvent.click(screen.getByRole('button', { name: 'Copy report of Reddit' }));
    fireEvent.click(screen.getByRole('button', { name: 'Change selectors of Reddit' }));
    expect(onCopyReport).toHaveBeenCalledWith('reddit');
    expect(onMend).toHaveBeenCalledWith('reddit');
  });

  it('says nothing of sites while all are read', () => {
    show();
    expect(screen.queryByRole('region', { name: 'Sites that are not read' })).toBeNull();
  });

  it('shows the chosen thread beside the list, which marks it', () => {
    const [view] = panelProps().lists.team.items ?? [];
    const [item] = queueItems;
    show({ chosen: view ?? null }, { chosenId: item?.id ?? '' });
    const thread = screen.getByRole('region', { name: 'Thread' });
    expect(thread.textContent).toContain(view?.thread.post.text ?? 'no post');
  });

  it('claims the thread that is shown by C, once', () => {
    const onAct = vi.fn<PanelProps['onAct']>(async () => null);
    const [first] = panelProps().lists.team.items ?? [];
    show({ chosen: first ?? null, onAct }, { chosenId: first?.thread.id ?? '' });
    fireEvent.keyDown(document.body, { key: 'c' });
    expect(onAct.mock.calls).toEqual([[first?.thread.id, { kind: 'claim' }]]);
  });

  it('leads to setting up where nothing is', () => {
    show({ isSetUp: false, teamName: null });
    expect(screen.getByRole('button', { name: 'Set up Hearback' })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Thread' })).toBeNull();
  });
});
