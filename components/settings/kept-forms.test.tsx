// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { optionsProps } from '#tests/gallery/settings-props.ts';
import type { OptionsSection } from './options-props.ts';
import { OptionsView } from './OptionsView.tsx';

/* What is half typed into a form is there again when one comes back from another section. */
afterEach(cleanup);

const view = (section: OptionsSection) => <OptionsView {...optionsProps({ section })} />;
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.input(field(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function show(section: OptionsSection) {
  const { rerender } = render(view(section));
  return {
    /** Looks at another section, and comes back. */
    leaveAndReturn() {
      rerender(view('about'));
      rerender(view(section));
    },
  };
}

it('keeps the voice guide', () => {
  const { leaveAndReturn } = show('voice');
  type('Signature', '– half');
  leaveAndReturn();
  expect(field('Signature').value).toBe('– half');
});

it('keeps an answer for the library, and leaves the focus where it is', () => {
  const { leaveAndReturn } = show('library');
  press('Add a snippet');
  type('Answer', 'Half an answer');
  leaveAndReturn();
  expect(field('Answer').value).toBe('Half an answer');
  expect(document.activeElement).toBe(document.body);
  // Still not lost by a key.
  fireEvent.keyDown(field('Answer'), { key: 'Escape' });
  expect(field('Answer').value).toBe('Half an answer');
});

it('keeps what is typed into an answer that is there', () => {
  const { leaveAndReturn } = show('library');
  fireEvent.click(screen.getAllByRole('button', { name: 'Edit' })[0] ?? document.body);
  type('Title', 'Half a title');
  leaveAndReturn();
  expect(field('Title').value).toBe('Half a title');
  expect(screen.getAllByLabelText('Answer')).toHaveLength(1);
});

it('forgets what was canceled', () => {
  const { leaveAndReturn } = show('library');
  press('Add a snippet');
  type('Answer', 'Half an answer');
  press('Cancel');
  leaveAndReturn();
  expect(screen.queryByLabelText('Answer')).toBeNull();
  press('Add a snippet');
  expect(field('Answer').value).toBe('');
});
