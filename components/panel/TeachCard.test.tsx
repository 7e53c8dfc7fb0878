// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { HTML, viewsByState } from '#tests/gallery/samples.ts';
import type { PanelProps } from './panel-props.ts';
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

function show(over: Partial<TeachProps> | null, canMend = true, panel: Partial<PanelProps> = {}) {
  const done = () => vi.fn<() => Promise<null>>(async () => null);
  const acts = { onBegin: done(), onSave: done(), onDiscard: done() };
  const teach = over && { offer: null, isTaught: false, ...acts, ...over };
  const lists = { page: nothing, mine: nothing, team: nothing };
  return { acts, ...render(<PanelView {...panelProps({ lists, canMend, teach, ...panel })} />) };
}

test('a page of a site that nobody knows can be taught', () => {
  const { acts } = show({});
  fireEvent.click(screen.getByText(words.begin));
  expect(acts.onBegin).toHaveBeenCalledOnce();
});

test('once begun it says what to do on the page, and how to end', async () => {
  show({});
  expect(screen.queryByText(words.begun)).toBeNull();
  fireEvent.click(screen.getByText(words.begin));
  const said = await screen.findByText(words.begun);
  expect(said.closest('output')).toBeTruthy();
});

test('what was taught before is taught again', () => {
  const { acts } = show({ isTaught: true });
  fireEvent.click(screen.getByText(words.again));
  expect(acts.onBegin).toHaveBeenCalledOnce();
  expect(screen.queryByText(words.begin)).toBeNull();
});

describe('beside posts that are read', () => {
  const page = { items: [viewsByState.open], count: 1 };
  const lists = { page, mine: nothing, team: page };

  test('a site can be taught too', () => {
    const { acts } = show({}, true, { lists });
    expect(screen.queryByText(words.beginText)).toBeNull();
    fireEvent.click(screen.getByText(words.begin));
    expect(acts.onBegin).toHaveBeenCalledOnce();
  });

  test.each([
    ['who is no lead', {}, false, {}],
    ['a site that Hearback knows', null, true, {}],
    ['the lists of no page', {}, true, { tab: 'team' }],
  ] as const)('%s: nothing is said of it', (_what, teach, canMend, panel) => {
    show(teach, canMend, { lists, ...panel });
    expect(screen.queryByText(words.begin)).toBeNull();
    expect(screen.queryByText(words.notLead)).toBeNull();
  });
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

test.each([
  ['Acme care', 'Saved. board.example is read this way from now on, for the whole team.'],
  [null, 'Saved. board.example is read this way from now on.'],
])('in the team %s it is said once it is saved', async (teamName, said) => {
  show({ offer }, true, { teamName });
  expect(screen.queryByText(said)).toBeNull();
  fireEvent.click(screen.getByText(words.save));
  expect(await screen.findByText(said)).toBeTruthy();
});

test('what was not saved is not said to be', async () => {
  show({ offer, onSave: async () => 'Ask a lead.' });
  fireEvent.click(screen.getByText(words.save));
  expect(await screen.findByText('Ask a lead.')).toBeTruthy();
  expect(screen.queryByText(/^Saved\./)).toBeNull();
});

test('how handles are entered there is said before', () => {
  show({ offer });
  expect(screen.getByText(/handles entered as ben@board\.example\.$/)).toBeTruthy();
});

test('a page that does not answer keeps nobody from saving', () => {
  const { acts } = show({ offer: { ...offer, trial: 'failed' } });
  expect(screen.queryByText(words.asking)).toBeNull();
  expect(screen.getByText(words.failed).getAttribute('role')).toBe('status');
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
