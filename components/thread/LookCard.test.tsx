// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { aLook, viewsByLook, viewsByState } from '#tests/gallery/samples.ts';

afterEach(cleanup);

const { text } = aLook();

function show(
  chosen: ThreadView | null,
  draft: string | null = null,
  over: Partial<PanelProps> = {},
) {
  const props = panelProps({
    chosen,
    draft:
      draft === null
        ? null
        : { threadId: 'x:1001', text: draft, count: { used: 1, limit: 280 }, advice: [] },
    onAct: vi.fn<PanelProps['onAct']>(async () => null),
    onDraft: vi.fn<PanelProps['onDraft']>(),
    onChoose: vi.fn<PanelProps['onChoose']>(),
    onInsert: vi.fn<PanelProps['onInsert']>(async () => ({ outcome: 'inserted', advice: '' })),
    tools: { ...panelProps().tools, offersLook: true },
    ...over,
  });
  render(<PanelView {...props} />);
  return props;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const card = () =>
  within(screen.getAllByRole('region', { name: 'Second look' }).at(-1) ?? document.body);
const comment = (words: string) =>
  fireEvent.input(screen.getByLabelText('What do you say?'), { target: { value: words } });

describe('whoever writes', () => {
  it('asks, with a note', async () => {
    const { onAct } = show(viewsByState.mine, 'Hi Lena');
    press('Ask for a second look');
    const note = screen.getByLabelText('What should they look at?');
    expect(document.activeElement).toBe(note);
    fireEvent.input(note, { target: { value: ' Too much? ' } });
    press('Ask');
    expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', {
      kind: 'askLook',
      text: 'Hi Lena',
      note: 'Too much?',
    });
    await screen.findByText(/^Asked\./);
  });

  it('is not offered it where the team does without, nor alone', () => {
    const tools = { ...panelProps().tools, offersLook: false };
    show(viewsByState.mine, 'Hi Lena', { tools });
    expect(screen.queryByRole('button', { name: 'Ask for a second look' })).toBeNull();
  });

  it('keeps the question when the form is closed, and stays in the draft', () => {
    const { onChoose } = show(viewsByState.mine, 'Hi Lena');
    const button = screen.getByRole('button', { name: 'Ask for a second look' });
    button.focus();
    press('Ask for a second look');
    const note = screen.getByLabelText('What should they look at?');
    fireEvent.input(note, { target: { value: 'Too much?' } });
    fireEvent.keyDown(note, { key: 'Escape' });
    expect(screen.queryByLabelText('What should they look at?')).toBeNull();
    expect(onChoose).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
    press('Ask for a second look');
    expect(screen.getByLabelText('What should they look at?')).toHaveProperty('value', 'Too much?');
  });

  it.each([
    ['there is nothing yet', viewsByState.mine, ' ', 'Write something first.'],
    ['the team has it already', viewsByLook.mine, text, 'Your team has these words already.'],
  ])('finds the button in its place where %s, with the reason', (_, view, draft, reason) => {
    show(view, draft);
    const button = screen.getByRole('button', { name: /^Ask (for a second look|again)$/u });
    expect(button.title).toBe(reason);
    fireEvent.click(button);
    expect(screen.queryByLabelText('What should they look at?')).toBeNull();
  });

  it('writes on without words over the draft', async () => {
    show(viewsByState.mine, 'Hi Lena');
    press('Ask for a second look');
    press('Ask');
    await screen.findByText(/^Asked\./);
    fireEvent.input(screen.getByLabelText('Your answer'), { target: { value: 'Hi Lena,' } });
    await vi.waitFor(() => expect(screen.queryByText(/^Asked\./)).toBeNull());
  });

  it('is never kept from sending', () => {
    const { onInsert } = show(viewsByLook.mine, text);
    press('Insert');
    expect(onInsert).toHaveBeenCalledExactlyOnceWith('x:1001', text, null);
  });

  it('puts in what was approved with one press', () => {
    const { onInsert } = show(viewsByLook.mineApproved, `${text} Bye.`);
    expect(card().getByText('Good.')).toBeTruthy();
    fireEvent.click(card().getByRole('button', { name: 'Insert' }));
    expect(onInsert).toHaveBeenCalledExactlyOnceWith('x:1001', text, null);
  });

  it('reads that it has changed since, and may ask again', () => {
    show(viewsByLook.mineApproved, `${text} Bye.`);
    expect(screen.getByText('Changed since it was approved.')).toBeTruthy();
    press('Ask again');
    expect(screen.getByLabelText('What should they look at?')).toBeTruthy();
  });

  it('reads that it stands as it was approved', () => {
    show(viewsByLook.mineApproved, text);
    expect(screen.getByText('Approved as it stands.')).toBeTruthy();
    expect(screen.queryByText('Changed since it was approved.')).toBeNull();
  });

  it('takes the words of a teammate', () => {
    const { onDraft } = show(viewsByLook.mineChanges, text);
    press('Use this text');
    expect(onDraft).toHaveBeenCalledExactlyOnceWith('x:1001', expect.stringMatching(/worn switch/));
  });

  it('takes it back', () => {
    const { onAct } = show(viewsByLook.mine, text);
    press('Take it back');
    expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', { kind: 'endLook' });
  });

  it('reads that it waits while the team cannot be reached', () => {
    show(viewsByLook.mineAway, text);
    expect(screen.getByText(/waits and is sent when it can/)).toBeTruthy();
  });
});

describe('a teammate', () => {
  it('reads the draft and the question', () => {
    show(viewsByLook.theirs);
    expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText('Is that too much?')).toBeTruthy();
  });

  it('approves without a word', () => {
    const { onAct } = show(viewsByLook.theirs);
    press('Approve');
    expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', {
      kind: 'answerLook',
      verdict: 'approved',
      text: '',
    });
  });

  it('says what should change', async () => {
    const { onAct } = show(viewsByLook.theirs);
    press('Ask for changes');
    expect(screen.getByText('Say what should change.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('What do you say?'));
    expect(onAct).not.toHaveBeenCalled();
    comment('Shorter, please.');
    press('Ask for changes');
    expect(onAct).toHaveBeenCalledExactlyOnceWith('x:1001', {
      kind: 'answerLook',
      verdict: 'changes',
      text: 'Shorter, please.',
    });
    await vi.waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>('What do you say?').value).toBe(''),
    );
  });

  it('finds what was half typed again after a look at the list', () => {
    const panel = (chosen: ThreadView | null) => <PanelView {...panelProps({ chosen })} />;
    const { rerender } = render(panel(viewsByLook.theirs));
    comment('Shorter, pl');
    rerender(panel(null));
    rerender(panel(viewsByLook.theirs));
    expect(screen.getByLabelText('What do you say?')).toHaveProperty('value', 'Shorter, pl');
  });

  it('keeps what was typed when it is refused', async () => {
    show(viewsByLook.theirs, null, { onAct: async () => 'It is not before the team any more.' });
    comment('Shorter, please.');
    press('Comment');
    await screen.findByText('It is not before the team any more.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('What do you say?').value).toMatch(/Shorter/);
  });

  it('comments in words only', () => {
    const { onAct } = show(viewsByLook.theirs);
    press('Comment');
    expect(screen.getByText('Write something first.')).toBeTruthy();
    expect(onAct).not.toHaveBeenCalled();
  });

  it('does not approve twice, and reads who “You” is', () => {
    const { onAct } = show(viewsByLook.theirsApproved);
    press('Approve');
    expect(onAct).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Approve' }).title).toBe('You approved it');
    expect(card().getByText('You')).toBeTruthy();
  });

  it.each([
    ['Approve', '', 'Approved.'],
    ['Ask for changes', 'Shorter.', 'Asked for changes.'],
    ['Comment', 'Nice.', 'Comment added.'],
  ])('hears what “%s” has done', async (name, words, said) => {
    show(viewsByLook.theirs);
    comment(words);
    press(name);
    expect(await screen.findByText(said)).toBeTruthy();
  });

  it('edits a copy of the draft', () => {
    show(viewsByLook.theirs);
    press('Edit a copy');
    expect(screen.getByLabelText<HTMLTextAreaElement>('What do you say?').value).toBe(text);
  });

  it('may not insert it, nor take it back', () => {
    show(viewsByLook.theirsApproved);
    expect(card().queryByRole('button', { name: 'Insert' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
  });
});

it('is over as soon as an answer stands there', () => {
  show(viewsByLook.answered);
  expect(screen.queryByText('You asked for a second look')).toBeNull();
});

describe('above the lists', () => {
  const listed = (view: ThreadView, chosen: ThreadView | null = null) =>
    show(chosen, null, { looks: [view] });

  it('stands who asks, and leads there', () => {
    const { onChoose } = listed(viewsByLook.theirs);
    press('Open: Ana asks for a second look, lena_example');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith('x:1001');
  });

  it.each([
    ['mineApproved', /Ana approved your draft/],
    ['mineChanges', /Ana asks for changes to your draft/],
  ] as const)('stands what became of mine (%s)', (name, words) => {
    listed(viewsByLook[name]);
    expect(screen.getByRole('button', { name: words })).toBeTruthy();
  });

  it.each(['mine', 'theirsApproved', 'answered'] as const)('stands nothing of %s', (name) => {
    listed(viewsByLook[name]);
    expect(screen.queryByRole('button', { name: /^Open: / })).toBeNull();
  });

  it('stands nothing of the thread that is open', () => {
    listed(viewsByLook.theirs, viewsByLook.theirs);
    expect(screen.queryByRole('button', { name: /^Open: / })).toBeNull();
  });
});
