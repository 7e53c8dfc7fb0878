// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { viewsByState } from '#tests/gallery/samples.ts';

afterEach(cleanup);

function show(tools: Partial<PanelProps['tools']>) {
  const onDismissAdvice = vi.fn<PanelProps['onDismissAdvice']>();
  const advice = [{ key: 'k', check: 'promise', text: 'That is a promise.', isWarning: true }];
  const props = panelProps({
    chosen: viewsByState.mine,
    draft: { threadId: 'x:1001', text: 'Tomorrow!', count: null, advice },
    onDismissAdvice,
    tools: {
      ...panelProps().tools,
      onCheckOff: vi.fn<PanelProps['tools']['onCheckOff']>(async () => null),
      ...tools,
    },
  });
  render(<PanelView {...props} />);
  return props;
}

const openMenu = () =>
  fireEvent.click(screen.getByRole('button', { name: 'More: That is a promise.' }));

it('hides a line for this draft', () => {
  const { onDismissAdvice, tools } = show({});
  fireEvent.click(screen.getByRole('button', { name: 'Hide this time: That is a promise.' }));
  expect(onDismissAdvice).toHaveBeenCalledExactlyOnceWith('k');
  expect(tools.onCheckOff).not.toHaveBeenCalled();
});

it('lets a lead do without the check, with a way back', async () => {
  const { tools } = show({ checks: { canSetOff: true, leads: [] } });
  openMenu();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Not for our team' }));
  expect(tools.onCheckOff).toHaveBeenCalledExactlyOnceWith('promise', true);
  await screen.findByText('“Promises” is off for your team.');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(tools.onCheckOff).toHaveBeenLastCalledWith('promise', false);
});

it('says why it stays on', async () => {
  const onCheckOff = async () => 'The disk is full.';
  show({ checks: { canSetOff: true, leads: [] }, onCheckOff });
  openMenu();
  fireEvent.click(screen.getByRole('menuitem', { name: 'Not for our team' }));
  expect(await screen.findByText('The disk is full.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});

it('tells others who can', () => {
  const { tools } = show({ checks: { canSetOff: false, leads: ['Ana', 'Ben'] } });
  openMenu();
  fireEvent.click(
    screen.getByRole('menuitem', { name: 'Not for our team? Ana or Ben can switch it off.' }),
  );
  expect(tools.onCheckOff).not.toHaveBeenCalled();
});
