// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { viewsByState } from '#tests/gallery/samples.ts';
import type { PanelProps } from './panel-props.ts';
import { PanelView } from './PanelView.tsx';

afterEach(cleanup);

function show(over: Partial<PanelProps> = {}) {
  const props = panelProps({
    onChoose: vi.fn<PanelProps['onChoose']>(),
    ...over,
  });
  return { props, ...render(<PanelView {...props} />) };
}

describe('double answers', () => {
  const doubled = { items: [viewsByState.doubledChecked], count: 1 };

  it('are shown to leads with what each was checked against', () => {
    const { container } = show({ tab: 'team', teamShows: 'doubled', doubled });
    const said = [...container.querySelectorAll('.doubled-replies .hint')].map(
      (line) => line.textContent,
    );
    expect(said).toEqual([
      'Checked 1.2 s before it was sent.',
      'Was warned 0.9 s before, sent anyway. Somebody else had claimed it.',
      'Found on the page, not sent with Hearback.',
    ]);
  });

  it('name who has left the team meanwhile', () => {
    const { names: _names, ...view } = viewsByState.doubledChecked;
    const left = { items: [{ ...view, names: {} }], count: 1 };
    const { container } = show({ tab: 'team', teamShows: 'doubled', doubled: left });
    const who = [...container.querySelectorAll('.doubled-replies .post-who')];
    expect(who.map((line) => line.textContent)).toContain('A former teammate');
  });

  it('are nothing for others', () => {
    show({ tab: 'team', doubled: null });
    expect(screen.queryByText('Answered twice')).toBeNull();
  });

  it('open their thread', () => {
    const { props } = show({ tab: 'team', teamShows: 'doubled', doubled });
    fireEvent.click(screen.getByTitle('Open the thread'));
    expect(props.onChoose).toHaveBeenCalledWith('x:1001');
  });
});
