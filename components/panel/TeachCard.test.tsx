// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { HTML } from '#tests/gallery/samples.ts';
import { PanelView } from './PanelView.tsx';
import type { TeachOffer, TeachProps } from './teach-props.ts';
import { teachWords as words } from './teach-words.ts';

afterEach(cleanup);

const nothing = { items: [], count: 0 };
const offer: TeachOffer = {
  host: 'board.example',
  parts: [
    { part: 'post', selector: '.row' },
    { part: 'author', selector: HTML },
  ],
  trial: { found: 12, read: 11 },
};

function show(over: Partial<TeachProps> | null, canMend = true) {
  const done = () => vi.fn<() => Promise<null>>(async () => null);
  const acts = { onBegin: done(), onSave: done(), onDiscard: done() };
  const teach = over && { offer: null, ...acts, ...over };
  const lists = { page: nothing, mine: nothing, team: nothing };
  return { acts, ...render(<PanelView {...panelProps({ lists, canMend, teach })} />) };
}

test('a page of a site that nobody knows can be taught', () => {
  const { acts } = show({});
  fireEvent.click(screen.getByText(words.begin));
  expect(acts.onBegin).toHaveBeenCalledOnce();
});

test('why it cannot begin is said', async () => {
  show({ onBegin: async () => 'Reload the page.' });
  fireEvent.click(screen.getByText(words.begin));
  expect(await screen.findByText('Reload the page.')).toBeTruthy();
});

test('who is no lead is told to ask one', () => {
  show({}, false);
  expect(screen.queryByText(words.begin)).toBeNull();
  expect(screen.getByText(words.notLead)).toBeTruthy();
});

test('a site that Hearback knows is not taught', () => {
  show(null);
  expect(screen.queryByText(words.begin)).toBeNull();
});

test('what would be saved is shown word for word before it is saved', () => {
  const { acts, container } = show({ offer });
  expect([...container.querySelectorAll('.teach code')].map((one) => one.textContent)).toEqual([
    '.row',
    HTML,
  ]);
  expect(screen.getByText('How to read board.example')).toBeTruthy();
  expect(screen.getByText('The page counts 12 posts, 11 with author and text.')).toBeTruthy();
  expect(acts.onSave).not.toHaveBeenCalled();
  fireEvent.click(screen.getByText(words.save));
  expect(acts.onSave).toHaveBeenCalledOnce();
});

test('it can be thrown away', () => {
  const { acts } = show({ offer });
  fireEvent.click(screen.getByText(words.discard));
  expect(acts.onDiscard).toHaveBeenCalledOnce();
  expect(acts.onSave).not.toHaveBeenCalled();
});

test('nobody but a lead saves it', () => {
  const { acts } = show({ offer }, false);
  fireEvent.click(screen.getByText(words.save));
  expect(acts.onSave).not.toHaveBeenCalled();
});
