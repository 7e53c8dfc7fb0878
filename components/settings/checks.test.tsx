// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { checkWords } from '#components/thread/check-words.ts';
import { CHECK_IDS } from '#utils/checks/draft-check.ts';
import { ChecksSection, type ChecksSectionProps } from './ChecksSection.tsx';

afterEach(cleanup);

function show(over: Partial<ChecksSectionProps> = {}) {
  const onOff = vi.fn<ChecksSectionProps['onOff']>(async () => null);
  const props = { off: ['link'], leads: ['Mia', 'Ana'], canChange: true, onOff, ...over };
  return { onOff, ...render(<ChecksSection {...props} />) };
}

it('tells every check in one sentence, in the order in which they are shown', () => {
  expect(Object.keys(checkWords)).toEqual([...CHECK_IDS]);
  for (const { about } of Object.values(checkWords)) expect(about).toMatch(/^[^.]+\.$/u);
});

it('switches a check off for the team, and on again', () => {
  const { onOff } = show();
  const promises = screen.getByRole('switch', { name: 'Promises' });
  expect(promises.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(promises);
  expect(onOff).toHaveBeenLastCalledWith('promise', true);
});

it('switches one on that is off, also one of another version', () => {
  const { onOff } = show({ off: ['tea-leaves'] });
  fireEvent.click(screen.getByRole('switch', { name: 'tea-leaves' }));
  expect(onOff).toHaveBeenLastCalledWith('tea-leaves', false);
  expect(screen.getByText('A check of another version of Hearback.')).toBeTruthy();
});

it('says why it was refused', async () => {
  show({ onOff: async () => 'Only a lead can switch a check off for the team. Ask one.' });
  fireEvent.click(screen.getByRole('switch', { name: 'Promises' }));
  expect(await screen.findByText(/Only a lead/)).toBeTruthy();
});

it('is for reading to who may not change it, with who may', () => {
  show({ canChange: false });
  expect(screen.getByText('Mia or Ana can change it.')).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.getAllByText('Off')).toHaveLength(1);
});
