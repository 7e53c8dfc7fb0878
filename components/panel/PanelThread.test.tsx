// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { MINUTE, NOW, offline, viewsByState } from '#tests/gallery/samples.ts';
import type { PanelProps } from './panel-props.ts';
import { PanelView } from './PanelView.tsx';

afterEach(cleanup);

function show(over: Partial<PanelProps> = {}) {
  const props = panelProps({
    onAct: vi.fn<PanelProps['onAct']>(async () => null),
    onInsert: vi.fn<PanelProps['onInsert']>(async () => ({ outcome: 'inserted', advice: '' })),
    ...over,
  });
  return { props, ...render(<PanelView {...props} />) };
}

describe('handing over', () => {
  const open = () => fireEvent.click(screen.getByRole('button', { name: 'Hand over' }));
  const submit = () => fireEvent.click(screen.getAllByText('Hand over').at(-1) ?? document.body);

  it('gives my thread to the chosen teammate with the note', () => {
    const { props } = show({ chosen: viewsByState.mine });
    open();
    fireEvent.click(screen.getByLabelText('Ben'));
    fireEvent.input(screen.getByLabelText('A note for them'), { target: { value: ' Call her. ' } });
    submit();
    expect(props.onAct).toHaveBeenCalledExactlyOnceWith('x:1001', {
      kind: 'handOver',
      to: 'ben',
      note: 'Call her.',
    });
  });

  it('asks for the teammate before anything is sent', () => {
    const { props } = show({ chosen: viewsByState.mine });
    open();
    submit();
    expect(screen.getByText('Choose who gets it.')).toBeTruthy();
    expect(props.onAct).not.toHaveBeenCalled();
  });

  it('gives the focus back to its button when it is canceled', () => {
    show({ chosen: viewsByState.mine });
    const button = screen.getByRole('button', { name: 'Hand over' });
    button.focus();
    open();
    expect(document.activeElement).toBe(screen.getByLabelText(/Ana/));
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement).toBe(button);
  });

  it('keeps what was typed when it is refused', async () => {
    show({ chosen: viewsByState.mine, onAct: async () => 'Ben has left the team.' });
    open();
    fireEvent.click(screen.getByLabelText('Ben'));
    fireEvent.input(screen.getByLabelText('A note for them'), { target: { value: 'Call her.' } });
    submit();
    await screen.findByText('Ben has left the team.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('A note for them').value).toBe('Call her.');
  });

  it('waits while the team cannot be reached', () => {
    show({ chosen: { ...viewsByState.mine, connection: offline() } });
    open();
    expect(screen.queryByLabelText('A note for them')).toBeNull();
  });

  it('is told to whom it came', () => {
    const { container } = show({ chosen: viewsByState.handedToMe });
    const said = container.querySelector('.claim-history')?.textContent;
    expect(said).toContain('Ana handed this to you');
    expect(said).toContain('She wrote twice.');
  });
});

it('says that my claim is being checked while the team cannot be reached', () => {
  show({ chosen: { ...viewsByState.mine, connection: offline() } });
  expect(screen.getByText('Yours as of 10:20, checking…')).toBeTruthy();
});

it('offers to take over a thread whose claim ran out', () => {
  const { props } = show({ chosen: viewsByState.ranOut });
  fireEvent.click(screen.getByRole('button', { name: 'Take over' }));
  expect(props.onAct).toHaveBeenCalledExactlyOnceWith('x:1001', { kind: 'takeOver' });
});

describe('a kept draft', () => {
  const kept = { text: 'Hi Lena, which', at: NOW - 38 * MINUTE };

  it('says from when it is', () => {
    show({ chosen: viewsByState.takenFromMe, kept });
    expect(screen.getByText('Kept draft from 10:02')).toBeTruthy();
  });

  it('goes into the reply box on a press', async () => {
    const { props } = show({ chosen: viewsByState.takenFromMe, kept, suggestions: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Insert' }));
    expect(props.onInsert).toHaveBeenCalledWith('x:1001', 'Hi Lena, which', null);
    await screen.findByText(/It is in the reply box/);
  });

  it('is thrown away only on a press', () => {
    const onDiscardKept = vi.fn<PanelProps['onDiscardKept']>();
    show({ chosen: viewsByState.takenFromMe, kept, onDiscardKept });
    expect(onDiscardKept).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    expect(onDiscardKept).toHaveBeenCalledExactlyOnceWith('x:1001');
  });
});
