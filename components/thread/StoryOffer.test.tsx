// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { viewsByState, MINUTE, NOW } from '#tests/gallery/samples.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { FollowUpList } from './FollowUpList.tsx';
import { StoryOffer } from './StoryOffer.tsx';

afterEach(cleanup);

const { answered } = viewsByState;
const after = (text: string, over: Partial<ThreadView> = {}): ThreadView => ({
  ...answered,
  thread: {
    ...answered.thread,
    followUps: [
      { id: 'x:1', text: 'Which base?', permalink: null, at: NOW - 9 * MINUTE },
      { id: 'x:2', text, permalink: 'https://x.com/lena/status/2', at: NOW - MINUTE },
    ],
  },
  ...over,
});

it('asks whether thanks are worth a story, and leads to the form', () => {
  const onStory = vi.fn<() => void>();
  render(<StoryOffer view={after('That did it, thanks!')} onStory={onStory} />);
  expect(screen.getByRole('note').textContent).toContain('Lena Example thanked you.');
  fireEvent.click(screen.getByRole('button', { name: 'Save as story' }));
  expect(onStory).toHaveBeenCalledTimes(1);
});

it.each([
  ['who still complains', after('Thanks, but it still leaks')],
  ['who has not written again', answered],
  ['whose story is saved', after('Thanks!', { story: { savedBy: 'ana', savedAt: 1 } })],
])('asks nothing about a customer %s', (_, view) => {
  render(<StoryOffer view={view} onStory={() => undefined} />);
  expect(screen.queryByRole('note')).toBeNull();
});

it('shows what the customer wrote then, with the way there', () => {
  render(<FollowUpList view={after('That did it, thanks!')} now={NOW} />);
  expect(screen.getByText('Which base?')).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('https://x.com/lena/status/2');
});
