// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { SuggestionList } from './SuggestionList.tsx';
import type { SuggestionItem } from './suggestion-item.ts';

afterEach(cleanup);

const suggestion: SuggestionItem = {
  entryId: 'one',
  text: 'Hold the button for five seconds.',
  confidence: 0.8,
  reason: 'Ana’s answer to a similar post',
};

function show(part: Partial<SuggestionItem>) {
  const nothing = () => undefined;
  const items = [{ ...suggestion, ...part }];
  const onDismiss = vi.fn<(dismissed: SuggestionItem) => void>();
  const props = {
    suggestions: items,
    isBusy: false,
    onInsert: nothing,
    onEdit: nothing,
    onDismiss,
  };
  render(<SuggestionList {...props} />);
  return { onDismiss };
}

it('is told which one does not fit', () => {
  const { onDismiss } = show({});
  fireEvent.click(screen.getByRole('button', { name: /^Not this one: Hold/ }));
  expect(onDismiss).toHaveBeenCalledExactlyOnceWith(suggestion);
});

it('says how long a suggestion is by the site’s own count', () => {
  show({ count: { used: 214, limit: 280 } });
  expect(screen.getByText('214/280').dataset['over']).toBe('false');
});

it('marks one that is too long', () => {
  show({ count: { used: 300, limit: 280 } });
  expect(screen.getByText('300/280').title).toBe('20 too long for this site.');
});

it('says nothing of lengths where the site has no limit', () => {
  show({ count: { used: 214, limit: null } });
  expect(screen.queryByText('214')).toBeNull();
});

it('says what was made of the text for this customer', () => {
  show({ changes: ['Greets back, as they did', '<b>No emoji</b>'] });
  expect(screen.getByText('Greets back, as they did · <b>No emoji</b>')).toBeTruthy();
});

it('says nothing of a text that stayed as it was', () => {
  show({ changes: [] });
  expect(document.querySelectorAll('.suggestion .hint')).toHaveLength(1);
});
