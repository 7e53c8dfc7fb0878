// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HTML, LONG_NAME, MINUTE, NOW, aView, viewsByState } from '#tests/gallery/samples.ts';
import { Chip, type ChipProps } from './Chip.tsx';

afterEach(cleanup);

function show(over: Partial<ChipProps> = {}) {
  const onAct = vi.fn<ChipProps['onAct']>();
  const { container } = render(
    <Chip
      view={aView()}
      now={NOW}
      theme="light"
      busy={false}
      note={null}
      onAct={onAct}
      allowsUntrusted
      {...over}
    />,
  );
  return { onAct, line: container.querySelector('.line')?.textContent, container };
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('the line of a chip', () => {
  it.each([
    ['open', 'Unanswered · 2 h'],
    ['looking', 'Ana is looking, 40 s'],
    ['typing', 'Ana is writing, 40 s'],
    ['idle', 'Ana has it open, idle 4 min'],
    ['mine', 'Yours · 9 min'],
    ['theirs', 'Ben has it · 4 min'],
    ['answered', 'Answered by Ana · 12 min'],
    ['answeredByMe', 'Answered by you · 12 min'],
    ['doubled', 'Answered twice'],
    ['setAside', 'Set aside'],
    ['unsure', 'Acme?'],
    ['offline', 'Unanswered as of 10:20'],
  ] as const)('of the state %s reads “%s”', (state, words) => {
    expect(show({ view: viewsByState[state] }).line).toBe(words);
  });

  it('shows markup in a name as text', () => {
    const { container } = show({ view: viewsByState.html });
    expect(container.querySelector('img, b')).toBeNull();
    expect(container.textContent).toContain(HTML);
  });

  it('clips a name of ten thousand letters', () => {
    expect(LONG_NAME.length).toBe(10_000);
    expect(show({ view: viewsByState.hugeName }).line?.length).toBeLessThan(100);
  });

  it('falls back to open when the lease has run out', () => {
    expect(show({ view: viewsByState.theirs, now: NOW + 10 * MINUTE }).line).toContain(
      'Unanswered',
    );
  });
});

describe('the acts of a chip', () => {
  it.each([
    ['open', 'Claim', { kind: 'claim' }],
    ['mine', 'Release', { kind: 'release' }],
    ['theirsForLead', 'Take over', { kind: 'takeOver' }],
    ['unsure', 'Yes, this is about us', { kind: 'confirm', isUs: true }],
    ['unsure', 'Not us', { kind: 'confirm', isUs: false }],
    ['setAside', 'Undo', { kind: 'reopen' }],
    ['answered', 'Save as story', { kind: 'saveStory' }],
    ['typing', 'Open in Hearback', { kind: 'open' }],
  ] as const)('in the state %s include %s', (state, name, act) => {
    const { onAct } = show({ view: viewsByState[state] });
    press(name);
    expect(onAct).toHaveBeenCalledExactlyOnceWith(act, expect.any(Event));
  });

  it('ignore a click that a page made', () => {
    const { onAct } = show({ allowsUntrusted: false });
    press('Claim');
    expect(onAct).not.toHaveBeenCalled();
  });

  it('wait while one is on its way', () => {
    const { onAct } = show({ busy: true });
    press('Claim');
    expect(onAct).not.toHaveBeenCalled();
  });

  it('say why claiming is not possible offline', () => {
    const { onAct } = show({ view: viewsByState.offline });
    press('Claim');
    expect(onAct).not.toHaveBeenCalled();
    expect(screen.getByRole('button', { name: 'Claim' }).title).toContain('cannot be reached');
  });

  it('leave claiming out where there is no team', () => {
    const { container } = show({ view: viewsByState.alone });
    expect(screen.queryByRole('button', { name: 'Claim' })).toBeNull();
    expect(container.textContent).toContain('Claiming needs a team.');
  });

  it('do not offer a member to take over', () => {
    show({ view: viewsByState.theirs });
    expect(screen.queryByRole('button', { name: 'Take over' })).toBeNull();
  });

  it('ask for the reason of setting aside in the menu', () => {
    const { onAct } = show();
    press('More');
    fireEvent.click(screen.getByText('Set aside…'));
    fireEvent.click(screen.getByText('Spam or abuse'));
    expect(onAct).toHaveBeenCalledExactlyOnceWith(
      { kind: 'setAside', reason: 'Spam or abuse' },
      expect.any(Event),
    );
  });

  it('keep clicks from the page around them', () => {
    const onPageClick = vi.fn<() => void>();
    document.body.addEventListener('click', onPageClick, { once: true });
    show();
    press('Claim');
    expect(onPageClick).not.toHaveBeenCalled();
    document.body.removeEventListener('click', onPageClick);
  });
});

it('reads the state aloud without its age', () => {
  const { container } = show({ view: viewsByState.theirs });
  expect(container.querySelector('.spoken')?.textContent).toBe('Ben has it');
});

it('shows why an act was refused', () => {
  show({ note: 'Ben claimed it a moment before you.' });
  expect(screen.getByText('Ben claimed it a moment before you.')).toBeTruthy();
});
