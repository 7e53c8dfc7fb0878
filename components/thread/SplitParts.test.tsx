// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelView } from '#components/panel/PanelView.tsx';
import type { PanelProps } from '#components/panel/panel-props.ts';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { viewsByState } from '#tests/gallery/samples.ts';

afterEach(cleanup);

function show(tools: Partial<PanelProps['tools']>, over: Partial<PanelProps> = {}) {
  const props = panelProps({
    chosen: viewsByState.mine,
    draft: {
      threadId: 'x:1001',
      text: 'First. Second.',
      count: { used: 300, limit: 280 },
      advice: [],
    },
    onInsert: vi.fn<PanelProps['onInsert']>(async () => ({ outcome: 'inserted', advice: '' })),
    onCopy: vi.fn<PanelProps['onCopy']>(async () => true),
    ...over,
    tools: { ...panelProps().tools, onSplit: vi.fn<() => void>(), ...tools },
  });
  render(<PanelView {...props} />);
  return props;
}

const parts = [
  { text: 'First.', used: 6 },
  { text: 'Second.', used: 7 },
];
const part = (at: number) => within(screen.getByRole('listitem', { name: `Post ${at} of 2` }));

it('offers to split a draft that is too long', () => {
  const props = show({ tooLong: { posts: 2, isThreaded: true } });
  fireEvent.click(screen.getByRole('button', { name: 'Split into 2 posts' }));
  expect(props.tools.onSplit).toHaveBeenCalledOnce();
});

it('offers to copy it where a site takes one post', async () => {
  const props = show({ tooLong: { posts: 2, isThreaded: false } });
  expect(screen.queryByRole('button', { name: /Split/ })).toBeNull();
  expect(screen.getByText(/takes one post/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
  expect(props.onCopy).toHaveBeenCalledWith('First. Second.');
  expect(await screen.findByText('Copied.')).toBeTruthy();
});

it('offers nothing of that for a draft that fits', () => {
  const draft = { threadId: 'x:1001', text: 'Hi', count: { used: 2, limit: 280 }, advice: [] };
  show({ tooLong: { posts: 2, isThreaded: true } }, { draft });
  expect(screen.queryByRole('button', { name: /Split/ })).toBeNull();
});

it('puts each part into the box of the site by itself', async () => {
  const props = show({ split: { parts, limit: 280 } });
  fireEvent.click(part(1).getByRole('button', { name: 'Insert' }));
  expect(props.onInsert).toHaveBeenCalledExactlyOnceWith('x:1001', 'First.', null);
  fireEvent.click(part(2).getByRole('button', { name: 'Copy' }));
  expect(props.onCopy).toHaveBeenCalledWith('Second.');
  expect(await part(2).findByText('Copied.')).toBeTruthy();
  expect(part(1).queryByText('Copied.')).toBeNull();
});

it('goes on with the part after the one that was sent', () => {
  const [first, second] = parts;
  const sent = [{ text: '', used: 0, ...first, isSent: true as const }];
  const props = show({ split: { parts: second ? [...sent, second] : [], limit: 280 } });
  expect(part(1).getByText('Sent')).toBeTruthy();
  expect(part(1).queryByRole('button', { name: 'Insert' })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'i' });
  expect(props.onInsert).toHaveBeenCalledExactlyOnceWith('x:1001', 'Second.', null);
});
