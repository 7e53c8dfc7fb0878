// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { viewsByState } from '#tests/gallery/samples.ts';

afterEach(cleanup);

function show(chosen: ThreadView) {
  const props = panelProps({ chosen, onAct: vi.fn<PanelProps['onAct']>(async () => null) });
  render(<PanelView {...props} />);
  return props;
}

it('settles an answered thread in one press, with a way back', async () => {
  const { onAct } = show(viewsByState.answered);
  expect(screen.getByRole('group', { name: 'Was the customer happy?' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Unhappy' }));
  expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', {
    kind: 'settle',
    happiness: 'unhappy',
  });
  await screen.findByText('Settled.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(onAct).toHaveBeenLastCalledWith('x:1001', { kind: 'reopen' });
});

it('shows what was said, which another press corrects', () => {
  const { onAct } = show(viewsByState.settled);
  const pressed = (name: string) =>
    screen.getByRole('button', { name }).getAttribute('aria-pressed');
  expect(['Happy', 'Unhappy', 'No reaction'].map(pressed)).toEqual(['true', 'false', 'false']);
  fireEvent.click(screen.getByRole('button', { name: 'No reaction' }));
  expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', { kind: 'settle', happiness: 'none' });
});

it('asks nothing where nobody has answered', () => {
  show(viewsByState.open);
  expect(screen.queryByText('Was the customer happy?')).toBeNull();
});
