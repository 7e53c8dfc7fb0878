// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { optionsProps } from '#tests/gallery/settings-props.ts';
import { WebhooksSection } from './WebhooksSection.tsx';
import type { WebhooksSectionProps } from './WebhooksSection.tsx';

afterEach(cleanup);

const known = optionsProps().webhooks;
const show = (over: Partial<WebhooksSectionProps> = {}) => {
  if (!known) throw new Error('The gallery has no webhooks.');
  return render(<WebhooksSection {...known} {...over} />);
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('says of each how it goes, and what to do where nothing gets through', () => {
  show();
  expect(screen.getByText('Got through 1 h ago.')).toBeTruthy();
  expect(
    screen.getByText(/since 26 h: It answered 500\. 3 messages wait\. Left alone after a day/u),
  ).toBeTruthy();
});

it('is set up with an address, and tells the secret once', async () => {
  const onSave = vi.fn<WebhooksSectionProps['onSave']>(async () => ({ secret: 'whsec_abc' }));
  show({ webhooks: [], onSave });
  press('Add a webhook');
  type('Address', 'chat.example/hook');
  press('Save webhook');
  expect(screen.getByText('Give it a name.')).toBeTruthy();
  expect(screen.getByText('Paste its address, beginning with https.')).toBeTruthy();
  expect(onSave).not.toHaveBeenCalled();
  type('Name', '#support');
  type('Address', 'https://chat.example/hook');
  fireEvent.click(screen.getByLabelText('Customers who should have heard back'));
  press('Save webhook');
  await screen.findByText('whsec_abc');
  expect(onSave).toHaveBeenCalledExactlyOnceWith({
    id: null,
    name: '#support',
    url: 'https://chat.example/hook',
    kind: 'slack',
    events: ['theme', 'late'],
  });
});

it('keeps its address where none is typed, and what was typed where it is refused', async () => {
  const onSave = vi.fn<WebhooksSectionProps['onSave']>(async () => ({
    refused: 'The team is away.',
  }));
  show({ onSave });
  press('Edit #support');
  type('Name', '#care');
  press('Save webhook');
  await screen.findByText('The team is away.');
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ id: 'chat', name: '#care', url: null });
  expect((screen.getByLabelText('Name') as HTMLInputElement).value).toBe('#care');
});

it('is tried, and removed after a question', async () => {
  const onTest = vi.fn<WebhooksSectionProps['onTest']>(async () => null);
  const onRemove = vi.fn<WebhooksSectionProps['onRemove']>(async () => null);
  show({ onTest, onRemove });
  press('Send a test to #support');
  await screen.findByText(/On its way/u);
  expect(onTest).toHaveBeenCalledExactlyOnceWith('chat');
  press('Remove #support');
  press('Remove');
  await waitFor(() => expect(onRemove).toHaveBeenCalledExactlyOnceWith('chat'));
});
