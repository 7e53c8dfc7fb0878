// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { BuiltInModelRow } from './BuiltInModelRow.tsx';
import type { BuiltInModelRowProps } from './BuiltInModelRow.tsx';

afterEach(cleanup);

function show(over: Partial<BuiltInModelRowProps>) {
  const onSwitch = vi.fn<(isOn: boolean) => void>();
  const props = { state: 'available', isOn: false, isBusy: false, onSwitch, ...over } as const;
  render(<BuiltInModelRow {...props} />);
  return onSwitch;
}

it.each(['available', 'downloadable', 'downloading'] as const)(
  'can be switched on where the model is %s',
  (state) => {
    const onSwitch = show({ state });
    fireEvent.click(screen.getByRole('switch'));
    expect(onSwitch.mock.calls).toEqual([[true]]);
  },
);

it.each(['absent', 'unavailable'] as const)('cannot where it is %s', (state) => {
  show({ state });
  expect(screen.queryByRole('switch')).toBeNull();
});

it('can be switched off where the model is gone', () => {
  const onSwitch = show({ state: 'absent', isOn: true });
  fireEvent.click(screen.getByRole('switch'));
  expect(onSwitch.mock.calls).toEqual([[false]]);
});
