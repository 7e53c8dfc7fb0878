// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { LearnedRow } from './LearnedRow.tsx';

afterEach(cleanup);

function show(learnedFrom: number | null) {
  const onForget = vi.fn<() => Promise<string | null>>(async () => null);
  render(<LearnedRow learnedFrom={learnedFrom} onForget={onForget} />);
  return onForget;
}

it('says from how much it learned, and forgets when asked twice', () => {
  const onForget = show(42);
  expect(screen.getByText(/learned from 42 threads/u)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Forget what was learned' }));
  expect(onForget).not.toHaveBeenCalled();
  fireEvent.click(screen.getAllByRole('button', { name: 'Forget what was learned' }).at(-1)!);
  expect(onForget).toHaveBeenCalledOnce();
});

it.each([0, null])('has nothing to forget of %s', (learnedFrom) => {
  show(learnedFrom);
  expect(screen.queryByRole('button')).toBeNull();
});
