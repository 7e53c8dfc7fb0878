// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { aDesk } from '#tests/support/board-builders.ts';
import { DesksSection } from './DesksSection.tsx';
import type { DesksSectionProps } from './DesksSection.tsx';

afterEach(cleanup);

const show = (over: Partial<DesksSectionProps> = {}) =>
  render(
    <DesksSection
      desks={[aDesk()]}
      canChange
      timeZone="Europe/Berlin"
      newId={() => 'new'}
      onSave={async () => null}
      onRemove={async () => null}
      notify={null}
      {...over}
    />,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

it('says of each desk what it promises', () => {
  show();
  expect(
    screen.getByText(/First answer within 2 h, next within 4 h · Europe\/Berlin/u),
  ).toBeTruthy();
});

it('makes a desk of what is typed', async () => {
  const onSave = vi.fn<DesksSectionProps['onSave']>(async () => null);
  show({ desks: [], onSave });
  press('Add a desk');
  type('Name', 'Press');
  type('Friday', '9–12');
  type('First answer within', '30 min');
  press('Save desk');
  await waitFor(() => expect(onSave).toHaveBeenCalled());
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ id: 'new', name: 'Press', firstReply: 30 });
  expect(onSave.mock.calls[0]?.[0].hours.week.find(({ day }) => day === 5)).toEqual({
    day: 5,
    from: 540,
    to: 720,
  });
});

it('says at the field what is wrong, goes there, and keeps what was typed', async () => {
  const onSave = vi.fn<DesksSectionProps['onSave']>(async () => null);
  show({ onSave });
  press('Edit Support');
  type('Monday', 'nine to five');
  press('Save desk');
  expect(await screen.findByText(/“nine to five” is no span of time/u)).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText('Monday'));
  expect(onSave).not.toHaveBeenCalled();
  type('Monday', '9–17');
  press('Save desk');
  await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
});

it('asks before a desk is removed, and says what stays', async () => {
  const onRemove = vi.fn<DesksSectionProps['onRemove']>(async () => null);
  show({ onRemove });
  press('Remove Support');
  expect(screen.getByText(/Threads that were routed to it stay/u)).toBeTruthy();
  press('Remove');
  await waitFor(() => expect(onRemove).toHaveBeenCalledWith('support'));
});

it('shows who may not change them what there is', () => {
  show({ canChange: false });
  expect(screen.getByText('Support')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('switches notifications on and says when it is quiet', async () => {
  const onSwitch = vi.fn<(isOn: boolean) => Promise<string | null>>(
    async () => 'Without this permission the browser shows nothing. Nothing was changed.',
  );
  const onQuiet = vi.fn<(quiet: { from: number; to: number }) => Promise<null>>(async () => null);
  const view = show({ notify: { quiet: null, onSwitch, onQuiet } });
  expect(screen.queryByLabelText('Quiet from')).toBeNull();
  fireEvent.click(screen.getByRole('switch'));
  await waitFor(() => expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true));
  expect(await screen.findByText(/Without this permission/u)).toBeTruthy();
  view.unmount();
  show({ notify: { quiet: { from: 1_320, to: 420 }, onSwitch, onQuiet } });
  const from = screen.getByLabelText('Quiet from') as HTMLInputElement;
  expect(from.value).toBe('22:00');
  fireEvent.change(from, { target: { value: '20:30' } });
  await waitFor(() => expect(onQuiet).toHaveBeenCalledExactlyOnceWith({ from: 1_230, to: 420 }));
});
