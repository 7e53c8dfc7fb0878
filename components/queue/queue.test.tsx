// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { queueItems, queueProps } from '#tests/gallery/queue-props.ts';
import { NOW } from '#tests/gallery/samples.ts';
import { isSameView, toOwnView } from './own-views.ts';
import type { QueueDone, QueueProps } from './queue-props.ts';
import { QueueView } from './QueueView.tsx';
import { toSnoozeTime } from './snooze-times.ts';

// What is in sight is measured, and this DOM has no sizes: the list stands whole.
vi.mock('#components/ui/VirtualList.tsx', () => ({
  VirtualList: ({ items, children }: { items: unknown[]; children: (item: unknown) => object }) => (
    <ul>
      {items.map((item, at) => (
        <li key={at}>{children(item) as never}</li>
      ))}
    </ul>
  ),
}));

afterEach(cleanup);

const show = (over: Parameters<typeof queueProps>[0] = {}) =>
  render(<QueueView {...queueProps(over)} />);
const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-thread="${id}"]`);
const key = (name: string) => fireEvent.keyDown(document.body, { key: name });

describe('the list', () => {
  it('says of each thread who is at it', () => {
    show();
    expect(rowOf('x:101')?.textContent).toContain('Unanswered');
    expect(rowOf('reddit:102')?.textContent).toContain('Unanswered · for you');
    expect(rowOf('bluesky:103')?.textContent).toContain('Claimed and left · Ben');
    expect(rowOf('x:104')?.textContent).toContain('Being written · Ben');
    expect(rowOf('x:105')?.textContent).toContain('Claimed · Ana · 8 min left');
    expect(rowOf('trustpilot:106')?.textContent).toContain('Wrote again');
    expect(rowOf('x:107')?.textContent).toContain('Answered · Ana');
    expect(rowOf('x:108')?.textContent).toContain('Put off');
  });

  it('says by number and color what is late, and who has waited too long', () => {
    show();
    const late = rowOf('x:101')?.querySelector('.queue-due');
    expect(late?.textContent).toContain('late by 2 h');
    expect(late?.getAttribute('data-age')).toBe('tooLong');
    const soon = rowOf('reddit:102')?.querySelector('.queue-due');
    expect([soon?.textContent?.trim(), soon?.getAttribute('data-age')]).toEqual([
      'due in 20 min',
      'long',
    ]);
    expect(rowOf('bluesky:103')?.querySelector('.queue-age')?.getAttribute('data-age')).toBe(
      'tooLong',
    );
    // Answered: nobody waits for the team.
    expect(rowOf('x:107')?.querySelector('.queue-age')?.getAttribute('data-age')).toBe('fresh');
  });

  it('is walked by J and K', () => {
    const onChoose = vi.fn<QueueProps['onChoose']>();
    const items = queueProps().items ?? [];
    show({ chosenId: items[1]?.id ?? '', onChoose });
    key('j');
    key('k');
    expect(onChoose.mock.calls).toEqual([[items[2]?.id], [items[1]?.id]]);
  });

  it('goes on from where a thread stood that has left it', () => {
    const onChoose = vi.fn<QueueProps['onChoose']>();
    const { items } = queueProps();
    const [, second, third] = items ?? [];
    const view = show({ chosenId: second?.id ?? '', onChoose });
    const left = queueProps({ all: queueItems.filter(({ id }) => id !== second?.id) });
    view.rerender(<QueueView {...left} chosenId={second?.id ?? ''} onChoose={onChoose} />);
    key('j');
    expect(onChoose).toHaveBeenCalledWith(third?.id);
  });

  it.each([
    [
      'nobody waits',
      { all: [], filter: toOwnView('pressing', 'me') },
      'Nobody waits for an answer.',
    ],
    ['a view of ours is empty', { all: [], filter: toOwnView('doubled', 'me') }, 'Nothing here.'],
    [
      'nothing fits',
      { filter: { ...toOwnView('open', 'me'), query: 'teapot' } },
      'No thread fits all of this.',
    ],
  ])('says so when %s', (_what, over, words) => {
    show(over);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says nothing is there only once all is read', () => {
    show({ all: [], isGrowing: true, filter: toOwnView('pressing', 'me') });
    expect(screen.queryByText('Nobody waits for an answer.')).toBeNull();
  });
});

describe('views and filters', () => {
  it('shows a view of ours and keeps what is typed', () => {
    const onFilter = vi.fn<QueueProps['onFilter']>();
    show({ onFilter, filter: { ...toOwnView('open', 'me'), query: 'lid' } });
    fireEvent.click(screen.getByRole('button', { name: /^Mine/ }));
    expect(onFilter).toHaveBeenCalledWith({ ...toOwnView('mine', 'me'), query: 'lid' });
  });

  it('adds and takes away a choice', () => {
    const onFilter = vi.fn<QueueProps['onFilter']>();
    const filter = { ...toOwnView('open', 'me'), desks: ['press'] };
    show({ onFilter, filter });
    fireEvent.click(screen.getByRole('button', { name: /^Support/ }));
    fireEvent.click(screen.getByRole('button', { name: /^Press ?\d/ }));
    expect(onFilter.mock.calls.map(([{ desks }]) => desks)).toEqual([['press', 'support'], []]);
  });

  it('keeps a filter under a name, for the team', async () => {
    const onSaveView = vi.fn<QueueProps['onSaveView']>(async () => null);
    const filter = { ...toOwnView('open', 'me'), desks: ['press'], query: 'lid' };
    show({ onSaveView, filter, sort: 'oldest' });
    fireEvent.click(screen.getByRole('button', { name: 'Save this view' }));
    fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: ' Press ' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(onSaveView).toHaveBeenCalled());
    expect(onSaveView.mock.calls[0]?.[0]).toMatchObject({
      name: 'Press',
      filter: { ...filter, query: '' },
      sort: 'oldest',
    });
  });

  it('offers nothing to save while a known view is shown', () => {
    show();
    expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
  });

  it('keeps what was typed of a view that is refused', async () => {
    const filter = { ...toOwnView('open', 'me'), desks: ['press'] };
    show({ filter, onSaveView: async () => 'The disk is full.' });
    fireEvent.click(screen.getByRole('button', { name: 'Save this view' }));
    fireEvent.input(screen.getByLabelText('Name of the view'), { target: { value: 'Press' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name of the view').value).toBe('Press');
  });

  it('knows the same view whatever the order of its parts', () => {
    const one = toOwnView('pressing', 'me');
    expect(isSameView(one, { ...one, states: [...one.states].reverse() })).toBe(true);
    expect(isSameView(one, { ...one, states: one.states.slice(1) })).toBe(false);
    expect(isSameView(one, { ...one, brands: ['acme'] })).toBe(false);
  });
});

describe('acts', () => {
  const done = async (): Promise<QueueDone> => ({ done: 'Done so.', undo: async () => null });

  it('are done to all that are marked, and to nothing that has left the list', async () => {
    const onAct = vi.fn<QueueProps['onAct']>(done);
    const { filter } = queueProps();
    const view = show({ onAct, filter });
    fireEvent.click(screen.getByLabelText('Choose Lena Example'));
    fireEvent.click(screen.getByLabelText('Choose Sam Example'));
    fireEvent.click(screen.getByLabelText('Choose Mia Example'));
    const left = queueProps({ onAct, all: queueItems.filter(({ id }) => id !== 'x:105') });
    view.rerender(<QueueView {...left} filter={filter} />);
    await waitFor(() => expect(screen.queryByLabelText('Choose Mia Example')).toBeNull());
    fireEvent.change(within(screen.getByRole('group')).getByLabelText('Desk'), {
      target: { value: 'press' },
    });
    await waitFor(() => expect(onAct).toHaveBeenCalled());
    const [ids, act] = onAct.mock.calls[0] ?? [];
    expect(new Set(ids)).toEqual(new Set(['x:101', 'x:104']));
    expect(act).toEqual({ kind: 'desk', deskId: 'press' });
  });

  it('of the chosen thread stand above it, and are taken back by U', async () => {
    const undo = vi.fn<() => Promise<null>>(async () => null);
    const onAct = vi.fn<QueueProps['onAct']>(async () => ({ done: 'Now for Ana.', undo }));
    show({ onAct, chosenId: 'x:101' });
    fireEvent.change(screen.getByLabelText('For'), { target: { value: 'ana' } });
    expect(await screen.findByText('Now for Ana.')).toBeTruthy();
    expect(onAct.mock.calls).toEqual([[['x:101'], { kind: 'assign', memberId: 'ana' }]]);
    // Once: what has been taken back is gone.
    await waitFor(() => {
      key('u');
      expect(undo).toHaveBeenCalledOnce();
    });
    expect(await screen.findByText('Taken back.')).toBeTruthy();
  });

  it('put off until a moment, or bring back', async () => {
    const onAct = vi.fn<QueueProps['onAct']>(done);
    show({ onAct, chosenId: 'x:108' });
    fireEvent.click(screen.getByRole('button', { name: 'Put off…' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'For an hour' }));
    await screen.findByText('Done so.');
    fireEvent.click(screen.getByRole('button', { name: 'Put off…' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Bring back now' }));
    await waitFor(() => expect(onAct).toHaveBeenCalledTimes(2));
    expect(onAct.mock.calls.map(([, act]) => act)).toEqual([
      { kind: 'snooze', until: toSnoozeTime('hour', NOW) },
      { kind: 'snooze', until: null },
    ]);
  });

  it('that were refused say why, and the way back of the last stays', async () => {
    show({ chosenId: 'x:101', onAct: async () => ({ refused: 'The disk is full.' }) });
    fireEvent.change(screen.getByLabelText('Priority'), { target: { value: 'low' } });
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
  });

  it('keep a note that could not be saved', async () => {
    show({ chosenId: 'x:101', onAct: async () => ({ refused: 'The disk is full.' }) });
    fireEvent.click(screen.getByRole('button', { name: 'Add a note' }));
    fireEvent.input(screen.getByLabelText('Note for whoever takes it up'), {
      target: { value: 'Ask for the receipt' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    const note = screen.getByLabelText<HTMLTextAreaElement>('Note for whoever takes it up');
    expect(note.value).toBe('Ask for the receipt');
  });

  it('reach their fields by letters', () => {
    show({ chosenId: 'x:101' });
    key('a');
    expect(document.activeElement).toBe(screen.getByLabelText('For'));
    (document.activeElement as HTMLElement).blur();
    key('d');
    expect(document.activeElement).toBe(screen.getByLabelText('Desk'));
    (document.activeElement as HTMLElement).blur();
    key('p');
    expect(document.activeElement).toBe(screen.getByLabelText('Priority'));
  });
});
