// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import {
  aRewritten,
  contradicted,
  libraryProps,
  manyEntries,
} from '#tests/gallery/library-props.ts';
import type { LibrarySectionProps } from './library-props.ts';
import { LibrarySection } from './LibrarySection.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

function show(over: Partial<LibrarySectionProps> = {}) {
  const onSave = vi.fn<LibrarySectionProps['onSave']>(async () => null);
  const onState = vi.fn<LibrarySectionProps['onState']>(async () => null);
  const onTags = vi.fn<LibrarySectionProps['onTags']>(async () => null);
  const onRemove = vi.fn<LibrarySectionProps['onRemove']>(async () => null);
  const props = libraryProps({ onSave, onState, onTags, onRemove, ...over });
  return { onSave, onState, onTags, onRemove, ...render(<LibrarySection {...props} />) };
}
const boxOf = (at: number) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name: `Choose Answer ${at}` });
const key = (name: string, more: Partial<KeyboardEventInit> = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name, ...more });

it('says what people change each time, and makes it the new version', () => {
  const { onSave, container } = show(contradicted());
  expect(screen.getByText(/^4 of the last 5 replies/u)).toBeTruthy();
  expect(container.querySelector('del')?.textContent).toBe('Taken out: 30');
  expect(container.querySelector('ins')?.textContent).toBe('Put in: 14');
  press('Make it the new version');
  expect(onSave).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({
      id: 'one',
      title: 'Returns',
      tags: ['kettle'],
      text: 'Hi {name}, you can send it back within 14 days. The label is in the box.',
    }),
  );
});

it('waves away what people change, when the words are right', () => {
  const onConfirm = vi.fn<LibrarySectionProps['onConfirm']>(async () => null);
  const { onSave } = show({ ...contradicted(), onConfirm });
  press('It is right as it is');
  expect(onConfirm).toHaveBeenCalledExactlyOnceWith('one');
  expect(onSave).not.toHaveBeenCalled();
});

it('shows what changed from version to version, and brings one back', () => {
  const { onSave, container } = show({ entries: [aRewritten()], stale: new Map() });
  press('2 earlier versions');
  const changed = [...container.querySelectorAll('del, ins')].map((mark) => mark.textContent);
  expect(changed).toContain('Taken out: twice');
  expect(changed).toContain('Put in: White flakes');
  press('Bring back this version: 2');
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    id: 'w',
    kind: 'snippet',
    tags: [],
    title: 'Limescale',
    text: 'Hi {name}, boil it twice with vinegar, then with water.',
  });
});

it('chooses a range with Shift, and lets it go', () => {
  show({ entries: manyEntries(6) });
  fireEvent.click(boxOf(1));
  fireEvent.click(boxOf(4), { shiftKey: true });
  expect(screen.getByText('4 chosen')).toBeTruthy();
  fireEvent.click(boxOf(2));
  expect(screen.getByText('3 chosen')).toBeTruthy();
  press('Choose all 6');
  expect(screen.getByText('6 chosen')).toBeTruthy();
  press('Choose none');
  expect(screen.queryByRole('group', { name: 'Chosen answers' })).toBeNull();
});

it('approves what waits among the chosen, and takes it back', async () => {
  const { onState } = show({ entries: manyEntries(4) });
  for (const at of [0, 1, 2]) fireEvent.click(boxOf(at));
  press('Approve: Chosen answers');
  await screen.findByText('1 answer in use.');
  expect(onState.mock.calls).toEqual([[['e1'], 'approved']]);
  press('Undo');
  await vi.waitFor(() => expect(onState).toHaveBeenLastCalledWith(['e1'], 'proposed'));
});

it('retires the chosen, and each goes back to what it was', async () => {
  const { onState } = show({ entries: manyEntries(4) });
  for (const at of [0, 1]) fireEvent.click(boxOf(at));
  press('Retire: Chosen answers');
  await screen.findByText('2 answers retired.');
  press('Undo');
  await vi.waitFor(() =>
    expect(onState.mock.calls).toEqual([
      [['e0', 'e1'], 'retired'],
      [['e1'], 'proposed'],
      [['e0'], 'approved'],
    ]),
  );
});

it('tags the chosen; taken back, who had the tag keeps it', async () => {
  const { onTags } = show({ entries: manyEntries(4) });
  for (const at of [0, 1]) fireEvent.click(boxOf(at));
  press('Add tags');
  const field = screen.getByLabelText('Tags to add');
  fireEvent.input(field, { target: { value: 'even' } });
  fireEvent.blur(field);
  press('Save');
  await screen.findByText('2 answers tagged.');
  press('Undo');
  await vi.waitFor(() =>
    expect(onTags.mock.calls).toEqual([
      [['e0', 'e1'], ['even'], []],
      [['e1'], [], ['even']],
    ]),
  );
});

it('removes only when nobody wants it back any more', async () => {
  const { onRemove, unmount } = show({ entries: manyEntries(4) });
  const remove = (...all: number[]) => {
    for (const at of all) fireEvent.click(boxOf(at));
    press('Remove: Chosen answers');
  };
  remove(0, 1);
  expect(screen.queryByRole('heading', { name: 'Answer 0' })).toBeNull();
  press('Undo');
  expect(screen.getByRole('heading', { name: 'Answer 0' })).toBeTruthy();
  expect(onRemove).not.toHaveBeenCalled();
  remove(2);
  fireEvent.click(boxOf(3));
  press('Remove: Chosen answers');
  expect(onRemove.mock.calls).toEqual([[['e2']]]);
  unmount();
  expect(onRemove.mock.calls).toEqual([[['e2']], [['e3']]]);
});

it('removes for good after half a minute, and offers no way back then', async () => {
  vi.useFakeTimers();
  const { onRemove } = show({ entries: manyEntries(2) });
  fireEvent.click(boxOf(0));
  press('Remove: Chosen answers');
  await vi.advanceTimersByTimeAsync(30_000);
  vi.useRealTimers();
  expect(onRemove).toHaveBeenCalledExactlyOnceWith(['e0']);
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

it('shows again what could not be removed', async () => {
  const { container } = show({
    entries: manyEntries(2),
    onRemove: async () => 'No room is left. Free some.',
  });
  fireEvent.click(boxOf(0));
  press('Remove: Chosen answers');
  fireEvent.click(container.querySelector('.toast button:last-child') ?? document.body);
  await screen.findByText('No room is left. Free some.');
  expect(screen.getByRole('heading', { name: 'Answer 0' })).toBeTruthy();
});

it('is walked through by keyboard', async () => {
  const { onSave } = show({ entries: manyEntries(5) });
  key('/');
  expect(document.activeElement).toBe(screen.getByLabelText('Search the library'));
  key('ArrowDown');
  key('ArrowDown');
  expect(document.activeElement).toBe(boxOf(1));
  key('x');
  key('ArrowDown');
  key('ArrowDown', { shiftKey: true });
  expect([0, 1, 2, 3, 4].filter((at) => boxOf(at).checked)).toEqual([1, 2, 3]);
  key('Escape');
  expect(screen.queryByText('3 chosen')).toBeNull();
  key('Enter');
  const title = await screen.findByLabelText<HTMLInputElement>('Title');
  expect(title.value).toBe('Answer 3');
  await vi.waitFor(() => expect(document.activeElement).toBe(title));
  key('/');
  expect(document.activeElement).toBe(title);
  key('Escape');
  await vi.waitFor(() => expect(document.activeElement).toBe(boxOf(3)));
  expect(onSave).not.toHaveBeenCalled();
});

it('keeps what was written when Escape is pressed', async () => {
  show({ entries: manyEntries(2) });
  boxOf(0).focus();
  key('Enter');
  const title = await screen.findByLabelText<HTMLInputElement>('Title');
  fireEvent.input(title, { target: { value: 'Better' } });
  title.focus();
  key('Escape');
  expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Better');
});

it('draws a hundred of ten thousand, and all of them can be chosen', () => {
  show({ entries: manyEntries(10_000) });
  expect(screen.getAllByRole('checkbox')).toHaveLength(100);
  fireEvent.click(boxOf(0));
  press('Choose all 10000');
  expect(screen.getByText('10000 chosen')).toBeTruthy();
  press('Show 100 more');
  expect(screen.getAllByRole('checkbox')).toHaveLength(200);
});

it('offers the team’s tags while one types; arrows and Enter take one', async () => {
  const { onSave } = show({ entries: manyEntries(2), tags: ['kettle', 'lid', 'teakettle'] });
  press('Add a snippet');
  fireEvent.input(screen.getByLabelText('Answer'), { target: { value: 'Wait.' } });
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: 'Tags' });
  field.focus();
  const told = () =>
    screen
      .queryAllByRole('option', { hidden: true })
      .flatMap((option) => (option.classList.contains('tag-option') ? [option.textContent] : []));
  expect(told()).toEqual([]);
  fireEvent.input(field, { target: { value: 'ket' } });
  expect(told()).toEqual(['kettle', 'teakettle']);
  key('ArrowDown');
  key('ArrowDown');
  expect(field.getAttribute('aria-activedescendant')).toMatch(/-known-1$/u);
  key('Enter');
  expect(told()).toEqual([]);
  // Without an arrow it is what was typed.
  fireEvent.input(field, { target: { value: 'li' } });
  key('Enter');
  // Escape puts the offer away and leaves the form.
  fireEvent.input(field, { target: { value: 'l' } });
  key('Escape');
  expect(told()).toEqual([]);
  fireEvent.input(field, { target: { value: '' } });
  press('Save');
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ tags: ['teakettle', 'li'] });
});

it('shows the language, and takes what is said of it; other words are looked at anew', async () => {
  const [entry] = manyEntries(1);
  const { onSave } = show({ entries: entry ? [{ ...entry, lang: 'de' }] : [] });
  expect(screen.getByText('German')).toBeTruthy();
  press('Edit');
  const language = () => screen.getByLabelText<HTMLSelectElement>('Language');
  expect(language().value).toBe('de');
  fireEvent.input(screen.getByLabelText('Answer'), { target: { value: 'Hold it.' } });
  expect(language().value).toBe('');
  fireEvent.change(language(), { target: { value: 'en' } });
  fireEvent.input(screen.getByLabelText('Answer'), { target: { value: 'Hold it!' } });
  press('Save');
  await vi.waitFor(() => expect(onSave).toHaveBeenCalledOnce());
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ text: 'Hold it!', lang: 'en' });
});

it('finds what has the same tag', () => {
  const onQuery = vi.fn<LibrarySectionProps['onQuery']>();
  show({ onQuery });
  press('Find what is tagged kettle');
  expect(onQuery).toHaveBeenCalledExactlyOnceWith('kettle');
});
