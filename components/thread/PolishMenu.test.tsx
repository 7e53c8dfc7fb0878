// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PanelView } from '#components/panel/PanelView.tsx';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { viewsByState } from '#tests/gallery/samples.ts';
import { answerFaults, answerNotes, polishRefusalSchema } from '#utils/model/polish.ts';
import { PolishAnswer, type PolishAnswerProps } from './PolishAnswer.tsx';
import { PolishMenu, type PolishMenuProps } from './PolishMenu.tsx';
import type { PolishSource, PolishView } from './polish-view.ts';
import { toNoteWords, toRefusalWords } from './polish-words.ts';

afterEach(cleanup);

const team: PolishSource = { kind: 'team', tokensLeft: 900, resetsAt: 3_600_000 };

type Props = PolishMenuProps & PolishAnswerProps;

function Both(props: Props) {
  return (
    <>
      <PolishMenu {...props} />
      <PolishAnswer {...props} />
    </>
  );
}

function show(over: Partial<Props> = {}) {
  const acts = {
    onWish: vi.fn<Props['onWish']>(),
    onLoad: vi.fn<() => void>(),
    onTake: vi.fn<(text: string) => void>(),
    onKeep: vi.fn<() => void>(),
    onFocusLost: vi.fn<() => void>(),
  };
  const props: Props = {
    source: team,
    text: 'Descale it.',
    view: { state: 'idle' },
    langs: ['de', 'pt-BR'],
    canMerge: false,
    now: 0,
    ...acts,
    ...over,
  };
  const { container, rerender } = render(<Both {...props} />);
  const update = (more: Partial<Props>) => rerender(<Both {...props} {...more} />);
  return { ...acts, container, update };
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const pick = (name: string) => fireEvent.click(screen.getByRole('menuitem', { name }));
const items = () => screen.getAllByRole('menuitem').map((item) => item.textContent);

it('shows nothing where no model is switched on', () => {
  const done: PolishView = {
    state: 'done',
    wish: { task: 'soften' },
    was: 'a',
    text: 'b',
    notes: [],
  };
  expect(show({ source: null, view: done }).container.innerHTML).toBe('');
});

describe('the menu', () => {
  it('asks for what is picked', () => {
    const { onWish } = show();
    press('Polish');
    expect(items()).toEqual(['Shorten', 'Make softer', 'Translate to…']);
    pick('Make softer');
    expect(onWish.mock.calls).toEqual([[{ task: 'soften' }]]);
  });

  it('asks into which language', () => {
    const { onWish } = show();
    press('Polish');
    pick('Translate to…');
    expect(items()).toEqual(['German', 'Brazilian Portuguese', 'Back']);
    pick('Brazilian Portuguese');
    expect(onWish.mock.calls).toEqual([[{ task: 'translate', lang: 'pt-BR' }]]);
  });

  it('offers merging where there is something to merge with', () => {
    show({ canMerge: true, langs: [] });
    press('Polish');
    expect(items()).toEqual(['Shorten', 'Make softer', 'Merge with the other drafts']);
  });

  it.each([
    ['nothing is written', { text: ' ' }, 'Write something first.'],
    ['the budget is used up', { source: { ...team, tokensLeft: 0 } }, 'starts again in 60 min'],
  ])('stays shut where %s, and says why', (_, over, words) => {
    const { onWish } = show(over as Partial<Props>);
    expect(screen.getByRole('button', { name: 'Polish' }).title).toContain(words);
    press('Polish');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(onWish).not.toHaveBeenCalled();
  });
});

describe('an answer', () => {
  const view: PolishView = {
    state: 'done',
    wish: { task: 'soften' },
    was: 'Descale it.',
    text: '<b>Please</b> descale it.',
    notes: ['numberLost', 'ofTheFuture'],
  };

  it('stands beside the old text, marked, as text', () => {
    const { container } = show({ view });
    expect(screen.getByRole('region', { name: 'Polished by a model' })).toBeTruthy();
    const labels = [...container.querySelectorAll('figcaption')].map((one) => one.textContent);
    expect(labels).toEqual(['Your text', 'Polished by a model']);
    expect(screen.getByText('<b>Please</b> descale it.')).toBeTruthy();
    expect(container.querySelector('b')).toBeNull();
    expect(screen.getByText('A number of yours is missing in it.')).toBeTruthy();
  });

  it('is taken, or not', () => {
    const { onTake, onKeep } = show({ view });
    press('Keep mine');
    press('Take it');
    expect(onTake.mock.calls).toEqual([[view.text]]);
    expect(onKeep).toHaveBeenCalledTimes(1);
  });

  it('says when the text was changed since', () => {
    show({ view, text: 'Descale it now.' });
    expect(screen.getByText(/You have changed your text since/u)).toBeTruthy();
  });
});

describe('a refusal', () => {
  const wish = { task: 'translate', lang: 'de' } as const;

  it('says what was wrong, and tries again as it was', () => {
    const { onWish } = show({
      view: { state: 'refused', wish, reason: 'unusable', fault: 'link' },
    });
    expect(screen.getByRole('alert').textContent).toContain('a link that is not in your text');
    press('Try again');
    expect(onWish.mock.calls).toEqual([[wish]]);
  });

  it('offers no second try where that is of no use', () => {
    const { onKeep } = show({ view: { state: 'refused', wish, reason: 'budgetUsed' } });
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    press('Close');
    expect(onKeep).toHaveBeenCalledTimes(1);
  });

  it.each(polishRefusalSchema.options)('has words for %s, with a next step', (reason) => {
    expect(
      toRefusalWords(reason)
        .split(/[.;]\s?/u)
        .filter(Boolean).length,
    ).toBeGreaterThan(1);
  });

  it.each(answerFaults)('has words for an answer with the fault %s', (fault) => {
    expect(toRefusalWords('unusable', fault)).toMatch(
      /^The model’s answer is not shown\. .+\. .+\.$/u,
    );
  });

  it('has words where the fault is of a newer server', () => {
    expect(toRefusalWords('unusable', 'constructor')).toBe(
      'The model’s answer is not shown. Try again.',
    );
  });
});

it('has words for every note', () => {
  expect(toNoteWords(answerNotes).length).toBe(answerNotes.length);
  expect(toNoteWords(['constructor', 'x'])).toEqual([]);
});

describe('while it works', () => {
  it('can be stopped, and is not asked again', () => {
    const { onKeep } = show({ view: { state: 'working', wish: { task: 'shorten' } } });
    press('Polish');
    expect(screen.queryByRole('menu')).toBeNull();
    press('Stop');
    expect(onKeep).toHaveBeenCalledTimes(1);
  });
});

describe('the browser’s model', () => {
  it('is loaded at a click', () => {
    const { onLoad } = show({ source: { kind: 'browser', state: 'downloadable' } });
    expect(screen.queryByRole('button', { name: 'Polish' })).toBeNull();
    expect(onLoad).not.toHaveBeenCalled();
    press('Load the model');
    expect(onLoad).toHaveBeenCalledTimes(1);
  });

  it('says how far loading is', () => {
    show({ source: { kind: 'browser', state: 'downloading', share: 0.42 } });
    expect(screen.getByText('The browser loads its model: 42 %')).toBeTruthy();
  });
});

describe('the focus', () => {
  const wish = { task: 'shorten' } as const;
  const working: PolishView = { state: 'working', wish };
  const done: PolishView = { state: 'done', wish, was: 'Hi', text: 'Hello', notes: [] };
  const refused: PolishView = { state: 'refused', wish, reason: 'away' };

  it('stays on the button while the model works and when it is done', () => {
    const { update } = show();
    const isFocused = () =>
      document.activeElement === screen.getByRole('button', { name: 'Polish' });
    press('Polish');
    pick('Shorten');
    expect(isFocused()).toBe(true);
    update({ view: working });
    expect(isFocused()).toBe(true);
    update({ view: done });
    expect(isFocused()).toBe(true);
  });

  const editor = (view: PolishView) => {
    const draft = { threadId: 'x:1001', text: 'Hi', count: null, advice: [] };
    const polish = { ...panelProps().polish, source: team, view };
    return <PanelView {...panelProps({ chosen: viewsByState.mine, draft, polish })} />;
  };
  it.each<[string, PolishView]>([
    ['Stop', working],
    ['Keep mine', done],
    ['Take it', done],
    ['Close', refused],
  ])('is in the draft after “%s”', (name, view) => {
    const { rerender } = render(editor(view));
    screen.getAllByRole('button', { name })[0]?.focus();
    rerender(editor({ state: 'idle' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Your answer'));
  });

  it('is left where it is when it was not in there', () => {
    const { rerender } = render(editor(working));
    const insert = screen.getByRole('button', { name: 'Insert' });
    insert.focus();
    rerender(editor(done));
    expect(document.activeElement).toBe(insert);
  });
});
