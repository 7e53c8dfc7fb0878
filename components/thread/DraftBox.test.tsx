// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, it, vi } from 'vitest';
import type { Snippet } from '#utils/messages/payloads.ts';
import { DraftBox } from './DraftBox.tsx';

afterEach(cleanup);

const library: Snippet[] = [
  { entryId: 'a', title: 'Refund', text: 'You get it back.' },
  { entryId: 'b', title: 'Reset', text: 'Hold the button.' },
];
const find = async (query: string) =>
  library.filter(({ title }) => title.toLowerCase().startsWith(query.toLowerCase()));

type Used = (snippet: Snippet) => void;

function Box(props: { text: string; onFind: typeof find; onUsed: Used }) {
  const [text, setText] = useState(props.text);
  const tools = { onFindSnippets: props.onFind, onSnippetUsed: props.onUsed };
  return <DraftBox text={text} error={null} takesFocus onText={setText} tools={tools} />;
}

function show(text = '', onFind: typeof find = vi.fn<typeof find>(find)) {
  const onUsed = vi.fn<Used>();
  render(<Box text={text} onFind={onFind} onUsed={onUsed} />);
  const area = screen.getByLabelText<HTMLTextAreaElement>('Your answer');
  return {
    area,
    onFind,
    onUsed,
    /** Types at the end. */
    type(more: string) {
      const value = area.value + more;
      fireEvent.input(area, { target: { value } });
      area.setSelectionRange(value.length, value.length);
      fireEvent.keyUp(area, { key: more.at(-1) ?? '' });
    },
    press: (key: string) => fireEvent.keyDown(document.activeElement ?? area, { key }),
    options: () => screen.queryAllByRole('option').map((one) => one.textContent),
  };
}

it('puts in what is asked for behind a slash, in place of it', async () => {
  const { area, type, press, onUsed } = show('Hi Lena, ');
  type('/re');
  await screen.findByRole('option', { name: /Refund/ });
  press('ArrowDown');
  press('Enter');
  expect(area.value).toBe('Hi Lena, Hold the button.');
  expect(area.selectionStart).toBe(area.value.length);
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(onUsed).toHaveBeenCalledExactlyOnceWith(library[1]);
});

it('puts in one after another', async () => {
  const { area, type, press } = show();
  for (const name of ['/ref', ' /res']) {
    type(name);
    await screen.findByRole('option');
    press('Enter');
  }
  expect(area.value).toBe('You get it back. Hold the button.');
});

it('names what Enter takes for screen readers', async () => {
  const { area, type, press } = show();
  type('/re');
  await screen.findAllByRole('option');
  const activeOf = () =>
    document.getElementById(area.getAttribute('aria-activedescendant') ?? '')?.textContent;
  expect(activeOf()).toMatch(/^Refund/);
  press('ArrowUp');
  expect(activeOf()).toMatch(/^Reset/);
  expect(screen.getByText('2 snippets. Up and Down choose, Enter puts in.')).toBeTruthy();
  expect(area.getAttribute('aria-controls')).toBe(screen.getByRole('listbox').id);
});

it('stays closed for a slash that Escape has closed', async () => {
  const { area, type, press, options } = show();
  type('/re');
  await screen.findAllByRole('option');
  press('Escape');
  expect(options()).toEqual([]);
  type('f');
  await Promise.resolve();
  expect(options()).toEqual([]);
  press('Enter');
  expect(area.value).toBe('/ref');
  type(' /re');
  expect(await screen.findAllByRole('option')).toHaveLength(2);
});

it('leaves Enter alone where nothing fits', async () => {
  const { area, type, press, onFind } = show();
  type('/zzz');
  await vi.waitFor(() => expect(onFind).toHaveBeenCalledWith('zzz'));
  press('Enter');
  expect(area.value).toBe('/zzz');
  expect(screen.queryByText('No snippet has these words.')).toBeNull();
});

it('finds by its own field behind the button, and puts in at the caret', async () => {
  const { area, press } = show('Hi Lena,thanks.');
  area.setSelectionRange(8, 8);
  fireEvent.click(screen.getByRole('button', { name: 'Snippet' }));
  const field = screen.getByRole('combobox', { name: 'Find a snippet' });
  expect(document.activeElement).toBe(field);
  expect(await screen.findAllByRole('option')).toHaveLength(2);
  fireEvent.input(field, { target: { value: 'res' } });
  await vi.waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  press('Enter');
  expect(area.value).toBe('Hi Lena, Hold the button. thanks.');
  expect(document.activeElement).toBe(area);
});

it('gives the focus back when the field is left with Escape', () => {
  const { area, press } = show('Hi');
  fireEvent.click(screen.getByRole('button', { name: 'Snippet' }));
  press('Escape');
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(document.activeElement).toBe(area);
});

it('says so where nothing fits, and where to add some when there are none', async () => {
  show('', () => Promise.reject(new Error('away')));
  fireEvent.click(screen.getByRole('button', { name: 'Snippet' }));
  expect(await screen.findByText(/Add some in Options, under Library\.$/u)).toBeTruthy();
  fireEvent.input(screen.getByRole('combobox'), { target: { value: 'zzz' } });
  expect(await screen.findByText('No snippet has these words.')).toBeTruthy();
});

it('takes what is pressed', async () => {
  const { area, type } = show();
  type('/re');
  fireEvent.click(await screen.findByRole('option', { name: /Reset/ }));
  expect(area.value).toBe('Hold the button.');
});
