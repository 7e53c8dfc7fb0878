// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { themesProps } from '#tests/gallery/themes-props.ts';
import { ThemesView } from './ThemesView.tsx';
import type { ThemesProps } from './themes-props.ts';

afterEach(cleanup);

const show = (over: Partial<ThemesProps> = {}) => render(<ThemesView {...themesProps(over)} />);

it('lists what customers write about, with how it goes', () => {
  show();
  const rows = screen
    .getAllByRole('button')
    .filter((button) => button.hasAttribute('data-theme-id'))
    .map(({ textContent }) => textContent);
  expect(rows[0]).toBe('broken lid hinge40 posts · up from 20');
  expect(rows[1]).toBe('where is my order All at once31 posts · new');
  expect(rows[2]).toBe('standard socket12 posts · 14 before, no clear change');
  expect(screen.getByText('240 posts looked at, 120 in no theme.')).toBeTruthy();
});

it('shows of the chosen one what customers say, and the stories of it', () => {
  show({ chosenId: 'hinge' });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('broken lid hinge');
  const link = screen.getByRole('link', { name: /@lena_example on X/u });
  expect(link.getAttribute('href')).toBe('https://x.com/lena_example/status/1');
  expect(screen.queryByRole('link', { name: /@tom_example/u })).toBeNull();
  expect(screen.getByText(/may be told/u)).toBeTruthy();
  expect(screen.getByText('X 30, Reddit 10')).toBeTruthy();
});

it('says of an alarm how loud it was', () => {
  show({ chosenId: 'order' });
  expect(
    screen.getByText(/24 posts in an hour, usually 1 at this hour of the week \(2 h\)/u),
  ).toBeTruthy();
});

it('copies a theme and says whether it was', async () => {
  const onCopy = vi.fn<ThemesProps['onCopy']>(async () => false);
  show({ chosenId: 'hinge', onCopy });
  fireEvent.click(screen.getByRole('button', { name: 'Copy for an issue tracker' }));
  expect(await screen.findByText(/Save it as a file instead/u)).toBeTruthy();
  expect(onCopy.mock.calls[0]?.[0].theme.id).toBe('hinge');
});

it('says how far it is, why there is none, and what went wrong', () => {
  const view = show({ shown: null, progress: 0.42 });
  expect(screen.getByText('Finding themes… 42 %')).toBeTruthy();
  view.rerender(<ThemesView {...themesProps({ shown: [], by: 'tags' })} />);
  expect(screen.getByText('No tagged stories in this period.')).toBeTruthy();
  view.rerender(<ThemesView {...themesProps({ shown: null, trouble: 'It failed.' })} />);
  expect(screen.getByRole('alert').textContent).toContain('It failed.');
});

it('sends a theme to a place of the team, and says what became of it', async () => {
  const onSend = vi.fn<ThemesProps['onSend']>(async () => null);
  show({ chosenId: 'hinge', onSend });
  fireEvent.click(screen.getByRole('button', { name: 'Send to…' }));
  fireEvent.click(screen.getByRole('menuitem', { name: '#support' }));
  expect(await screen.findByText('On its way to #support.')).toBeTruthy();
  expect(onSend.mock.calls[0]?.[0].theme.id).toBe('hinge');
  expect(onSend.mock.calls[0]?.[1]).toBe('chat');
});

it('offers no place where there is none', () => {
  show({ chosenId: 'hinge', places: [] });
  expect(screen.queryByRole('button', { name: 'Send to…' })).toBeNull();
});
