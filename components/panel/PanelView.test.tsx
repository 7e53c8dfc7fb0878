// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { HTML, aReply, offline, viewsByState } from '#tests/gallery/samples.ts';
import type { PanelProps } from './panel-props.ts';
import { PanelView } from './PanelView.tsx';

afterEach(cleanup);

function show(over: Partial<PanelProps> = {}) {
  const props = panelProps({
    onAct: vi.fn<PanelProps['onAct']>(async () => null),
    onChoose: vi.fn<PanelProps['onChoose']>(),
    onTab: vi.fn<PanelProps['onTab']>(),
    onDraft: vi.fn<PanelProps['onDraft']>(),
    onInsert: vi.fn<PanelProps['onInsert']>(async () => ({ outcome: 'inserted', advice: '' })),
    ...over,
  });
  return { props, ...render(<PanelView {...props} />) };
}

const key = (name: string) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
const nothing = { items: [], count: 0 };

describe('an empty panel', () => {
  it('says what it watches for', () => {
    show({ lists: { page: nothing, mine: nothing, team: nothing } });
    expect(screen.getByText('Watching for: Acme and @acmecare.')).toBeTruthy();
  });

  it('says that the page is not read', () => {
    show({ page: 'unread' });
    expect(screen.getByText('Hearback does not read this page.')).toBeTruthy();
  });

  it('leads to setting up before anything else', () => {
    const onOpenOptions = vi.fn<() => void>();
    show({ isSetUp: false, onOpenOptions });
    fireEvent.click(screen.getByText('Set up Hearback'));
    expect(onOpenOptions).toHaveBeenCalledOnce();
  });
});

it('says since when it is offline, with what waits', () => {
  const { container } = show({ connection: offline() });
  expect(container.querySelector('.connection')?.textContent).toBe(
    'offline since 10:20 · 3 waiting',
  );
});

it('says what becomes of waiting changes when it was signed out', () => {
  show({ connection: offline(), trouble: 'x', troubleKind: 'signedOut' });
  expect(
    screen.getByText('3 changes wait here and are sent when you are back as the same person.'),
  ).toBeTruthy();
});

describe('the keyboard', () => {
  it('moves through the list with J and K', () => {
    show();
    key('j');
    key('j');
    expect((document.activeElement as HTMLElement).dataset['thread']).toBe('x:1');
    key('k');
    expect((document.activeElement as HTMLElement).dataset['thread']).toBe('x:0');
  });

  it('claims the row in focus with C', () => {
    const { props } = show();
    key('j');
    key('c');
    expect(props.onAct).toHaveBeenCalledWith('x:0', { kind: 'claim' });
  });

  it('goes to the search with a slash', () => {
    show();
    key('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Search'));
  });

  it('leaves letters alone while somebody types', () => {
    const { props } = show({
      chosen: viewsByState.open,
      draft: { threadId: 'x:1001', text: '', count: null, advice: [] },
    });
    screen.getByLabelText('Your answer').focus();
    key('c');
    expect(props.onAct).not.toHaveBeenCalled();
  });

  it('inserts the first suggestion with I', async () => {
    const { props } = show({ chosen: viewsByState.open });
    key('i');
    expect(props.onInsert).toHaveBeenCalledWith(
      'x:1001',
      expect.stringContaining('Hi Lena'),
      'one',
    );
    await screen.findByText(/It is in the reply box/);
  });

  it('shows all keys with a question mark', () => {
    show();
    key('?');
    expect(screen.getByText('Insert the first suggestion')).toBeTruthy();
  });

  it('moves between tabs with the arrows', () => {
    const { props } = show();
    fireEvent.keyDown(screen.getByRole('tab', { name: /On this page/ }), { key: 'ArrowRight' });
    expect(props.onTab).toHaveBeenCalledWith('mine');
  });
});

describe('an answered thread', () => {
  it('folds the suggestions away', () => {
    show({ chosen: viewsByState.answered });
    expect(screen.queryByText(/worn switch. We send you a new one today: tell/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Write another answer' }));
    expect(screen.getByText(/worn switch. We send you a new one today: tell/)).toBeTruthy();
  });

  it('no longer speaks of the reply box', async () => {
    const { props, rerender } = show({ chosen: viewsByState.open });
    key('i');
    await screen.findByText(/It is in the reply box/);
    rerender(<PanelView {...props} chosen={viewsByState.answered} />);
    await waitFor(() => expect(screen.queryByText(/It is in the reply box/)).toBeNull());
  });

  it('lets go of the draft that was sent', async () => {
    const text = 'Hi Lena,  a kettle that goes on boiling has a worn switch. ';
    const draft = { threadId: 'x:1001', text, count: null, advice: [] };
    const { props, rerender } = show({ chosen: viewsByState.open, draft });
    expect(props.onDraft).not.toHaveBeenCalled();
    const reply = aReply({ text: text.trim().replace('  ', ' ') });
    rerender(<PanelView {...props} chosen={{ ...viewsByState.open, replies: [reply] }} />);
    await waitFor(() => expect(props.onDraft).toHaveBeenCalledWith('x:1001', null));
  });

  it('is not claimed with C', () => {
    const { props } = show({ chosen: viewsByState.answered });
    key('c');
    expect(props.onAct).not.toHaveBeenCalled();
  });

  it('with a story saved without a team is mine', () => {
    const view = { ...viewsByState.answered, me: null, names: {} };
    show({ chosen: { ...view, story: { savedBy: '', savedAt: 0 } } });
    expect(screen.getByText('Story saved by you')).toBeTruthy();
  });

  it.each([
    ['ben', 'Story saved by Ben'],
    ['me', 'Story saved by you'],
    ['gone', 'Story saved by a former teammate'],
  ])('with a story by %s reads “%s”', (savedBy, words) => {
    show({ chosen: { ...viewsByState.answered, story: { savedBy, savedAt: 0 } } });
    expect(screen.getByText(words)).toBeTruthy();
  });
});

describe('the focus', () => {
  it('goes to the story’s note with S', () => {
    show({ chosen: viewsByState.open });
    key('s');
    expect(document.activeElement).toBe(screen.getByLabelText('What makes it a good story?'));
  });

  it('goes to a draft that was asked for', () => {
    const { props, rerender } = show({ chosen: viewsByState.open });
    fireEvent.click(screen.getAllByRole('button', { name: 'Edit first' })[0] ?? document.body);
    const draft = { threadId: 'x:1001', text: 'Hi Lena', count: null, advice: [] };
    rerender(<PanelView {...props} draft={draft} />);
    expect(document.activeElement).toBe(screen.getByLabelText('Your answer'));
  });

  it('stays away from a draft of before', () => {
    const draft = { threadId: 'x:1001', text: 'Hi Lena', count: null, advice: [] };
    show({ chosen: viewsByState.open, draft });
    expect(document.activeElement).not.toBe(screen.getByLabelText('Your answer'));
  });

  it('comes back to the row that was left', () => {
    const { props, rerender } = show({ chosen: panelProps().lists.page.items?.[1] ?? null });
    rerender(<PanelView {...props} chosen={null} />);
    expect((document.activeElement as HTMLElement).dataset['thread']).toBe('x:1');
  });

  it('leaves a field with Escape before it leaves the thread', () => {
    const { props } = show({ chosen: viewsByState.open });
    key('s');
    key('Escape');
    expect(props.onChoose).not.toHaveBeenCalled();
    key('Escape');
    expect(props.onChoose).toHaveBeenCalledWith(null);
  });
});

it('says what the team did not take until it is dismissed', () => {
  const onDismissRefused = vi.fn<PanelProps['onDismissRefused']>(async () => null);
  show({ refused: [{ id: 7, what: 'A story', why: 'The team is full.' }], onDismissRefused });
  expect(screen.getByText('A story was not saved for the team.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(onDismissRefused).toHaveBeenCalledWith(7);
});

it('says why the row in focus could not be claimed', async () => {
  show({ onAct: async () => 'Ben claimed it a moment before you.' });
  key('j');
  key('c');
  expect(await screen.findByText('Ben claimed it a moment before you.')).toBeTruthy();
});

describe('a chosen thread', () => {
  it.each([
    ['open', 'Nobody from the team has answered', 'none'],
    ['answered', 'Ana answered 12 min ago', 'fact'],
    ['theirs', 'Ben has it, 4 min', 'promise'],
    ['typing', 'Ana is writing…', 'presence'],
  ] as const)('that is %s reads “%s” first', (state, words, level) => {
    const { container } = show({ chosen: viewsByState[state] });
    const line = container.querySelector('.answer-line');
    expect(line?.querySelector('.line')?.textContent).toBe(words);
    expect(line?.getAttribute('data-level')).toBe(level);
  });

  it('marks the words that matched', () => {
    const { container } = show({ chosen: viewsByState.open });
    expect(container.querySelector('.post mark')?.textContent).toBe('Acme');
  });

  it('shows markup as text', () => {
    const { container } = show({ chosen: viewsByState.html });
    expect(container.querySelector('.post img')).toBeNull();
    expect(container.querySelector('.post-text')?.textContent).toBe(HTML);
  });

  it('never links to anything but a web address', () => {
    const reply = aReply({ permalink: 'javascript:alert(1)' });
    const { container } = show({ chosen: { ...viewsByState.open, replies: [reply] } });
    expect(container.querySelector('.replies a')).toBeNull();
  });

  it('shows a refusal beside its acts', async () => {
    show({ chosen: viewsByState.open, onAct: async () => 'Ben claimed it a moment before you.' });
    fireEvent.click(screen.getByRole('button', { name: 'Claim' }));
    expect(await screen.findByText('Ben claimed it a moment before you.')).toBeTruthy();
  });

  it('offers to undo setting aside', async () => {
    const { props } = show({ chosen: viewsByState.open });
    fireEvent.click(screen.getByRole('button', { name: 'More' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Set aside' }));
    fireEvent.click(screen.getByRole('button', { name: 'No answer needed' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(props.onAct).toHaveBeenLastCalledWith('x:1001', { kind: 'reopen' }));
  });

  it('gives a suggestion to the editor before it is inserted', () => {
    const { props } = show({ chosen: viewsByState.open });
    fireEvent.click(screen.getAllByRole('button', { name: 'Edit first' })[1] ?? document.body);
    expect(props.onDraft).toHaveBeenCalledWith('x:1001', expect.stringContaining('lid'));
  });

  it('says how much of a draft is too long', () => {
    const draft = {
      threadId: 'x:1001',
      text: 'long',
      count: { used: 300, limit: 280 },
      advice: [],
    };
    show({ chosen: viewsByState.open, draft });
    expect(screen.getByText('20 too long for this site.')).toBeTruthy();
  });

  it('tells to press Reply while the draft waits', async () => {
    show({ chosen: viewsByState.open, onInsert: async () => ({ outcome: 'waiting', advice: '' }) });
    fireEvent.click(screen.getAllByRole('button', { name: 'Insert' })[0] ?? document.body);
    expect(
      await screen.findByText('Press Reply on the post: your draft goes in when the box opens.'),
    ).toBeTruthy();
  });
});
