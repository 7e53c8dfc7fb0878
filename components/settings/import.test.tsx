// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { aFile, libraryProps } from '#tests/gallery/library-props.ts';
import type { FileToImport, LibrarySectionProps } from './library-props.ts';
import { LibrarySection } from './LibrarySection.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

async function choose(part: Partial<FileToImport> = {}) {
  const onImport = vi.fn<FileToImport['onImport']>(async ({ takesChanges }) => ({
    report: {
      added: ['a', 'b'],
      changed: takesChanges ? [{ id: 'c', kind: 'snippet', text: 'Was', tags: [], at: 1 }] : [],
    },
    left: 0,
    refused: null,
  }));
  const onUndoImport = vi.fn<LibrarySectionProps['onUndoImport']>(async () => null);
  const file = aFile({ onImport, ...part });
  render(<LibrarySection {...libraryProps({ onReadFile: async () => file, onUndoImport })} />);
  fireEvent.change(document.querySelector('input[type=file]') ?? document.body, {
    target: { files: [new File(['text'], file.fileName)] },
  });
  await screen.findByRole('heading', { name: /What is in/u });
  return { onImport, onUndoImport };
}

it('shows what a file would do before it does anything', async () => {
  const { onImport } = await choose();
  expect(screen.getByText('41 answers that the library does not have')).toBeTruthy();
  expect(screen.getByText('Line 7: There is no answer text.')).toBeTruthy();
  expect(screen.getByText(/^Mend them in the file/u)).toBeTruthy();
  press('Cancel');
  expect(screen.queryByRole('heading', { name: /What is in/u })).toBeNull();
  expect(onImport).not.toHaveBeenCalled();
});

it('imports as it was told, says so, and takes it back', async () => {
  const { onImport, onUndoImport } = await choose();
  fireEvent.click(screen.getByRole('checkbox', { name: /Change these/u }));
  fireEvent.change(screen.getByLabelText('Add as'), { target: { value: 'reply' } });
  const tags = screen.getByLabelText('Tags for all that is added');
  fireEvent.input(tags, { target: { value: '2026' } });
  fireEvent.blur(tags);
  press('Add 41, change 2');
  await screen.findByText('2 answers added, 1 changed.');
  expect(onImport).toHaveBeenCalledExactlyOnceWith(
    { kind: 'reply', tags: ['2026'], takesChanges: true },
    expect.any(Function),
    expect.any(AbortSignal),
  );
  // What was left out stays to be read.
  expect(screen.getByText('Line 7: There is no answer text.')).toBeTruthy();
  press('Undo');
  expect(onUndoImport).toHaveBeenCalledOnce();
  expect(screen.queryByText('2 answers added, 1 changed.')).toBeNull();
});

it('keeps the file when importing it is refused', async () => {
  const report = { added: [], changed: [] };
  const refused = 'No room is left. Free some.';
  await choose({ onImport: async () => ({ report, left: 41, refused }) });
  press('Add 41 answers');
  await screen.findByText('No room is left. Free some.');
  expect(screen.getByRole('heading', { name: /What is in/u })).toBeTruthy();
});

it('says how far it is, and stops when it is told', async () => {
  const report = { added: ['a'], changed: [] };
  await choose({
    onImport: (_choice, onPart, signal) =>
      new Promise((resolve) => {
        onPart(1);
        signal.addEventListener('abort', () => resolve({ report, left: 40, refused: null }));
      }),
  });
  press('Add 41 answers');
  await screen.findByText('1 of 41 answers');
  expect(screen.getByRole('progressbar').getAttribute('value')).toBe('1');
  press('Stop');
  await screen.findByText('1 answer added. 40 answers left out.');
});

it('keeps what was written when the rest is refused, with its way back', async () => {
  const report = { added: ['a'], changed: [] };
  const refused = 'No room is left. Free some.';
  const { onUndoImport } = await choose({
    onImport: async () => ({ report, left: 40, refused }),
  });
  press('Add 41 answers');
  await screen.findByText('1 answer added. 40 answers left out.');
  expect(screen.getByText(refused)).toBeTruthy();
  press('Undo');
  expect(onUndoImport).toHaveBeenCalledExactlyOnceWith(report);
});

it('has nothing to press where a file holds nothing new', async () => {
  await choose({ fresh: 0, changed: 0, samples: [] });
  expect(screen.queryByRole('button', { name: /^Add \d/u })).toBeNull();
  press('Close');
  expect(screen.queryByRole('heading', { name: /What is in/u })).toBeNull();
});

it('closes by Escape', async () => {
  await choose();
  fireEvent.keyDown(screen.getByRole('heading', { name: /What is in/u }), { key: 'Escape' });
  expect(screen.queryByRole('heading', { name: /What is in/u })).toBeNull();
});

it('speaks of one line as of one', async () => {
  await choose({ skipped: [{ line: 7, reason: 'There is no answer text.' }] });
  expect(screen.getByText(/^Mend it in the file/u)).toBeTruthy();
});
