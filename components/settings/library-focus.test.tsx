// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { libraryProps, manyEntries } from '#tests/gallery/library-props.ts';
import type { LibrarySectionProps } from './library-props.ts';
import { LibrarySection } from './LibrarySection.tsx';

/* Where the focus goes in the library when what had it is gone, or when something is wrong. */
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const boxOf = (at: number) => screen.getByRole('checkbox', { name: `Choose Answer ${at}` });

function show(over: Partial<LibrarySectionProps> = {}) {
  const onSave = vi.fn<LibrarySectionProps['onSave']>(async () => null);
  return { onSave, ...render(<LibrarySection {...libraryProps({ onSave, ...over })} />) };
}
const removeOf = (at: number) => screen.getAllByRole('button', { name: 'Remove' })[at];
const remove = async (at: number) => {
  removeOf(at)?.focus();
  fireEvent.click(removeOf(at) ?? document.body);
  await vi.waitFor(() => expect(screen.getByText('1 answer removed.')).toBeTruthy());
};

it.each([
  ['the next row', 1, 2],
  ['the row before, from the last,', 2, 1],
])('goes to %s when one is removed', async (_, at, next) => {
  show({ entries: manyEntries(3) });
  await remove(at);
  expect(document.activeElement).toBe(boxOf(next));
});

it('goes to the search when nothing is left', async () => {
  show({ entries: manyEntries(1), query: 'answer' });
  await remove(0);
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

it('goes to the search after an undo', async () => {
  show({ entries: manyEntries(2) });
  await remove(0);
  screen.getByRole('button', { name: 'Undo' }).focus();
  press('Undo');
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  expect(boxOf(0)).toBeTruthy();
});

it('stays where it is when another row goes', () => {
  const entries = manyEntries(3);
  const { rerender } = show({ entries });
  const search = screen.getByRole('searchbox');
  boxOf(1).focus();
  search.focus();
  rerender(<LibrarySection {...libraryProps({ entries: entries.slice(1) })} />);
  expect(document.activeElement).toBe(search);
});

it('goes to the answer when there is none to save', () => {
  const { onSave } = show();
  press('Add a snippet');
  press('Save');
  const answer = screen.getByLabelText('Answer');
  expect(document.activeElement).toBe(answer);
  expect(answer.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Write the answer first.')).toBeTruthy();
  expect(onSave).not.toHaveBeenCalled();
  fireEvent.input(answer, { target: { value: 'Boil it.' } });
  expect(screen.queryByText('Write the answer first.')).toBeNull();
});
