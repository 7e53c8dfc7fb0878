// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HTML } from '#tests/gallery/samples.ts';
import { optionsProps } from '#tests/gallery/settings-props.ts';
import { OptionsView } from './OptionsView.tsx';
import type { DataSectionProps, OptionsProps, TeamSectionProps } from './options-props.ts';

afterEach(cleanup);

const base = optionsProps();
const show = (over: Partial<OptionsProps>) => render(<OptionsView {...optionsProps(over)} />);
const showTeam = (over: Partial<TeamSectionProps> = {}) =>
  show({ team: { ...base.team, ...over } });
const showData = (over: Partial<DataSectionProps> = {}) =>
  show({ section: 'data', data: base.data && { ...base.data, ...over } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
/** The card of a teammate. */
const card = (name: string) => {
  const item = screen.getByText(name).closest('li');
  if (!item) throw new Error(`No card of ${name}.`);
  return within(item);
};
const dialog = () => within(screen.getByRole('dialog', { hidden: true }));

describe('browsers', () => {
  it('are named in plain words, with this one marked', () => {
    showTeam();
    expect(card('Mia').getByText('Chrome on Linux').parentElement?.textContent).toBe(
      'Chrome on Linux this browser',
    );
    expect(card('Mia').getByText('Firefox on Windows').parentElement?.textContent).toBe(
      'Firefox on Windows seen 3 d ago',
    );
  });

  it('are signed out only after a second press', () => {
    const onRevokeDevice = vi.fn<TeamSectionProps['onRevokeDevice']>(async () => null);
    showTeam({ onRevokeDevice });
    fireEvent.click(card('Ana').getByText('Sign out'));
    expect(onRevokeDevice).not.toHaveBeenCalled();
    expect(dialog().getByText('Sign out Edge on Mac?')).toBeTruthy();
    fireEvent.click(dialog().getByText('Sign out'));
    expect(onRevokeDevice).toHaveBeenCalledExactlyOnceWith('d3');
  });

  it('never offer to sign out the one at hand', () => {
    showTeam();
    expect(card('Mia').getAllByText('Sign out')).toHaveLength(1);
  });

  it('show markup in their name as text', () => {
    const { container } = showTeam();
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getAllByText(HTML).length).toBeGreaterThan(0);
  });

  it('get a link for one more, which names whom it lets in', async () => {
    const onInviteDevice = vi.fn<TeamSectionProps['onInviteDevice']>(base.team.onInviteDevice);
    showTeam({ onInviteDevice });
    fireEvent.click(card('Ana').getByText('Sign in on another browser'));
    await screen.findByText(/Send it to Ana alone/);
    expect(onInviteDevice).toHaveBeenCalledExactlyOnceWith('ana');
  });

  it('are shown to a member for themselves only', () => {
    showTeam({ me: { id: 'ana', name: 'Ana', role: 'member', handles: [] } });
    expect(card('Ana').getByText('Edge on Mac')).toBeTruthy();
    expect(card('Mia').queryByText('Chrome on Linux')).toBeNull();
  });
});

describe('roles', () => {
  it('are changed by the owner', () => {
    const onSetRole = vi.fn<TeamSectionProps['onSetRole']>(async () => null);
    showTeam({ onSetRole });
    fireEvent.change(screen.getByLabelText('Role of Ana'), { target: { value: 'member' } });
    expect(onSetRole).toHaveBeenCalledExactlyOnceWith('ana', 'member');
  });

  it('make an owner only after a second press', () => {
    const onSetRole = vi.fn<TeamSectionProps['onSetRole']>(async () => null);
    showTeam({ onSetRole });
    fireEvent.change(screen.getByLabelText('Role of Ana'), { target: { value: 'owner' } });
    expect(onSetRole).not.toHaveBeenCalled();
    fireEvent.click(dialog().getByText('Make owner'));
    expect(onSetRole).toHaveBeenCalledExactlyOnceWith('ana', 'owner');
  });

  it('are not for a lead to change', () => {
    showTeam({ me: { id: 'ana', name: 'Ana', role: 'lead', handles: [] } });
    expect(screen.queryByLabelText(/^Role of/)).toBeNull();
  });

  it('let a lead remove members, not the owner', () => {
    showTeam({ me: { id: 'ana', name: 'Ana', role: 'lead', handles: [] } });
    expect(screen.getAllByText('Remove from team')).toHaveLength(1);
    expect(card('Mia').queryByText('Remove from team')).toBeNull();
  });
});

it('removing a teammate says what happens, and why it was refused', async () => {
  showTeam({ onRemoveMember: async () => 'The team server is away. Try again.' });
  fireEvent.click(card('Ana').getByText('Remove from team'));
  expect(dialog().getByText(/What they have claimed is free again/)).toBeTruthy();
  fireEvent.click(dialog().getByText('Remove from team'));
  await screen.findByText('The team server is away. Try again.');
});

describe('the history', () => {
  it('is told in sentences', () => {
    const { container } = show({ section: 'history' });
    const lines = [...container.querySelectorAll('.history-item > span')].map(
      ({ textContent }) => textContent,
    );
    expect(lines.slice(0, 4)).toEqual([
      'Ana took over a thread: lena_example on X',
      'Mia signed a browser out',
      'Mia removed a former teammate from the team',
      'The server was restored from a backup',
    ]);
    expect(lines[4]).toMatch(/: new\.act$/);
  });

  it('is not for members', () => {
    show({ section: 'history', history: null });
    expect(screen.queryByRole('tab', { name: 'History' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Team' })).toBeTruthy();
  });

  it('loads older lines on a press', () => {
    const onMore = vi.fn<() => void>();
    show({ section: 'history', history: base.history && { ...base.history, onMore } });
    press('Load older');
    expect(onMore).toHaveBeenCalledOnce();
  });
});

describe('how long threads are kept', () => {
  it('is saved at once when it gets longer', async () => {
    const onSaveRetention = vi.fn<DataSectionProps['onSaveRetention']>(async () => null);
    showData({ onSaveRetention });
    type('Days', '120');
    press('Save');
    expect(onSaveRetention).toHaveBeenCalledExactlyOnceWith(120);
    await screen.findByText('Saved.');
  });

  it('is asked about when it gets shorter', () => {
    const onSaveRetention = vi.fn<DataSectionProps['onSaveRetention']>(async () => null);
    showData({ onSaveRetention });
    type('Days', '30');
    press('Save');
    expect(onSaveRetention).not.toHaveBeenCalled();
    fireEvent.click(dialog().getByText('Save'));
    expect(onSaveRetention).toHaveBeenCalledExactlyOnceWith(30);
  });

  it.each(['6', '366', '', '1e2', '-9'])('is not %s days', (typed) => {
    const onSaveRetention = vi.fn<DataSectionProps['onSaveRetention']>(async () => null);
    showData({ onSaveRetention });
    type('Days', typed);
    press('Save');
    expect(onSaveRetention).not.toHaveBeenCalled();
    expect(screen.getByText('Type a number between 7 and 365.')).toBeTruthy();
  });

  it('is told to those who may not change it', () => {
    showData({ role: 'lead' });
    expect(screen.queryByLabelText('Days')).toBeNull();
    expect(screen.getByText(/Threads are kept for 90 days/)).toBeTruthy();
  });
});

describe('what is kept', () => {
  it('stands in plain words, with until when and how much', () => {
    showData();
    const row = screen.getByRole('rowheader', { name: /^Mentions/u }).closest('tr');
    expect(row?.textContent).toContain('90 days after they were seen');
    expect(row?.textContent).toContain('1,204');
  });

  it('is told without a team too, where nobody removes anything', () => {
    showData({ hasTeam: false, retentionDays: null });
    const row = screen.getByRole('rowheader', { name: /^Mentions/u }).closest('tr');
    expect(row?.textContent).toContain('or you remove Hearback');
    expect(screen.queryByText('How long mentions are kept')).toBeNull();
    expect(screen.queryByText('Erase a post or a person')).toBeNull();
  });
});

describe('what there is of a person', () => {
  it('is shown, and given as a file', async () => {
    const onSave = vi.fn<(format: 'json' | 'md') => void>();
    const onFindPerson = vi.fn<DataSectionProps['onFindPerson']>(async () => ({
      label: '@lena · X',
      items: [{ id: 'x:1', what: 'post', text: HTML, at: 1 }],
      count: 70,
      onSave,
    }));
    const { container } = showData({ onFindPerson });
    press('Show what there is');
    await screen.findByText('Type the handle first.');
    type('Their handle', '@lena');
    press('Show what there is');
    await screen.findByText(/The first 1 of 70/u);
    expect(onFindPerson).toHaveBeenCalledExactlyOnceWith('x', 'lena');
    expect(container.querySelector('.person-items p')?.textContent).toBe(HTML);
    press('Save all as JSON');
    press('Save as Markdown, to read');
    expect(onSave.mock.calls).toEqual([['json'], ['md']]);
  });

  it('says so where there is nothing', async () => {
    showData({
      onFindPerson: async () => ({
        label: '@lena · X',
        items: [],
        count: 0,
        onSave: () => undefined,
      }),
    });
    type('Their handle', 'lena');
    press('Show what there is');
    await screen.findByText(/Nothing of this person is on record here/u);
    expect(screen.queryByText('Save all as JSON')).toBeNull();
  });

  it('is not for members', () => {
    showData({ role: 'member' });
    expect(screen.queryByText('What we have of a person')).toBeNull();
  });
});

describe('erasing', () => {
  it('shows what would go, asks for the word, says what is gone', async () => {
    const onErase = vi.fn<DataSectionProps['onErase']>(async () => ({ erased: 3 }));
    showData({ onErase });
    type('Link to the post', 'https://x.com/lena_example/status/1');
    press('Show what would go');
    await screen.findByText(/2 threads, 1 answer, 0 stories/);
    press('Erase for good');
    expect(onErase).not.toHaveBeenCalled();
    type('Type “erase” to go on', 'Erase');
    press('Erase for good');
    expect(onErase).toHaveBeenCalledExactlyOnceWith({ postKey: 'x:1' });
    await screen.findByText(/3 records are erased for the whole team/);
  });

  it('shows who wrote what, so that no other post goes', async () => {
    const { container } = showData();
    type('Link to the post', 'https://x.com/lena_example/status/1');
    press('Show what would go');
    await screen.findByText('lena_example');
    expect(container.querySelector('.erase-confirm q')?.textContent).toBe(HTML);
  });

  it('shows the beginning of a long post, in whole letters', async () => {
    const found = { what: { postKey: 'x:1' }, label: 'x', threads: 1, replies: 0, stories: 0 };
    const post = { handle: 'lena_example', text: '🫖'.repeat(200) };
    const { container } = showData({ onFindErasable: async () => ({ ...found, post }) });
    type('Link to the post', 'https://x.com/lena_example/status/1');
    press('Show what would go');
    await screen.findByText('lena_example');
    expect(container.querySelector('.erase-confirm q')?.textContent).toBe(`${'🫖'.repeat(140)}…`);
  });

  it('forgets what was found when something else is named', async () => {
    showData();
    type('Link to the post', 'https://x.com/lena_example/status/1');
    press('Show what would go');
    await screen.findByText(/2 threads/);
    type('Link to the post', 'https://x.com/lena_example/status/2');
    expect(screen.queryByText('Erase for good')).toBeNull();
  });

  it('finds a person by the handle without its @', () => {
    const onFindErasable = vi.fn<DataSectionProps['onFindErasable']>(async () => ({
      refused: 'No.',
    }));
    showData({ onFindErasable });
    fireEvent.change(screen.getByLabelText('What to erase'), { target: { value: 'person' } });
    type('Handle', '@lena_example');
    press('Show what would go');
    expect(onFindErasable).toHaveBeenCalledExactlyOnceWith({ site: 'x', author: 'lena_example' });
  });

  it('is not for members', () => {
    showData({ role: 'member' });
    expect(screen.queryByText('Erase a post or a person')).toBeNull();
  });
});
