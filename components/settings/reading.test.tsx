// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  aTrial,
  mendedX,
  mendingProps,
  readingProps,
  taughtProps,
} from '#tests/gallery/reading-props.ts';
import { HTML } from '#tests/gallery/samples.ts';
import { ReadingPart } from './ReadingPart.tsx';
import type { MendingProps, ReadingProps } from './reading-props.ts';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

function show(over: Partial<ReadingProps> = {}) {
  const props = readingProps(over);
  return { props, ...render(<ReadingPart {...props} />) };
}

function mend(over: Partial<MendingProps> = {}) {
  const onTry = vi.fn<MendingProps['onTry']>(async (selectors) =>
    aTrial({ found: 25, read: 25, selectors }),
  );
  const onSave = vi.fn<MendingProps['onSave']>(async () => null);
  const mending = mendingProps({ onTry, onSave, ...over });
  const shown = show({ mending });
  /** The same site once these have changed. */
  const go = (to: Partial<MendingProps>) =>
    shown.rerender(<ReadingPart {...readingProps({ mending: { ...mending, ...to } })} />);
  return { onTry, onSave, go, ...shown };
}

describe('a site', () => {
  it('that is blind says since when', () => {
    show();
    expect(screen.getByText('No posts read on 3 home pages since 10:20.')).toBeTruthy();
    expect(screen.getByText('412 pages looked at, 3 without a post.')).toBeTruthy();
  });

  it('names the selectors that find nothing any more', () => {
    show();
    expect(screen.getByText('post.article').tagName).toBe('CODE');
  });

  it('says who has changed it', () => {
    show();
    expect(screen.getByText('Ana changed 2 selectors, 2 h ago.')).toBeTruthy();
  });

  it('that was changed without a team was changed by oneself', () => {
    const teamSite = { ...mendedX, changedBy: '', earlier: [] };
    const sites = readingProps().sites?.map((site) => ({ ...site, teamSite })) ?? [];
    show({ sites: sites.slice(0, 1), mending: mendingProps({ teamSite }) });
    expect(screen.getByText('You changed 2 selectors, 2 h ago.')).toBeTruthy();
    expect(screen.getByText('You, 2 h ago')).toBeTruthy();
  });

  it('is not changed by a member', () => {
    show({ canMend: false });
    expect(screen.queryByRole('button', { name: /^Change selectors/ })).toBeNull();
    expect(screen.getByText('Only a lead changes selectors.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy report of X' })).toBeTruthy();
  });

  it('has buttons that say which site they are about', () => {
    const onMend = vi.fn<ReadingProps['onMend']>();
    show({ onMend });
    expect(screen.getAllByRole('button', { name: /^Copy report of / })).toHaveLength(3);
    press('Change selectors of Reddit');
    expect(onMend).toHaveBeenCalledExactlyOnceWith('reddit');
  });

  it('says when its report could not be copied', async () => {
    show({ onCopyReport: async () => false });
    press('Copy report of X');
    expect(await screen.findByText('The browser did not allow copying.')).toBeTruthy();
  });

  it('shows markup in a page’s title as text', () => {
    const { container } = mend({ pages: [{ tabId: 7, title: HTML, host: 'x.com' }] });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText(`x.com · ${HTML}`)).toBeTruthy();
  });

  it('is tried on the page that a person chooses among several hosts', () => {
    const onPage = vi.fn<MendingProps['onPage']>();
    const pages = [{ tabId: 9, title: 'forum.example · Lamps', host: 'evil.example' }];
    mend({ tabId: null, reading: null, pages, onPage });
    const list = screen.getByLabelText<HTMLSelectElement>('Page to try on');
    expect([...list.options].map(({ text }) => text)).toEqual([
      'Choose a page',
      'evil.example · forum.example · Lamps',
    ]);
    fireEvent.change(list, { target: { value: '' } });
    expect(onPage).not.toHaveBeenCalled();
    fireEvent.change(list, { target: { value: '9' } });
    expect(onPage).toHaveBeenCalledExactlyOnceWith(9);
  });
});

describe('a changed selector', () => {
  it('is where the focus goes, wherever it was asked for', () => {
    mend();
    const box = screen.getByRole('region', { name: 'Change selectors of X' });
    expect(document.activeElement).toBe(box);
  });

  it('has its field once a page has told which ones are in sight', () => {
    const { go } = mend({ reading: null });
    expect(screen.queryByLabelText('post.text')).toBeNull();
    const now = aTrial();
    go({ reading: { shipped: now, now } });
    expect(screen.getByLabelText('post.text')).toBeTruthy();
    go({ pages: [], tabId: null, reading: null });
    expect(screen.getByLabelText('post.text')).toBeTruthy();
  });

  it('is tried on the page before it can be saved', async () => {
    const { onTry, onSave } = mend();
    type('post.text', 'div.words');
    press('Save for the team');
    expect(onSave).not.toHaveBeenCalled();
    press('Try on this page');
    await screen.findByText('With your changes: 25 posts found, 25 read.');
    expect(onTry).toHaveBeenCalledWith({ 'post.author': '.by', 'post.text': 'div.words' });
    press('Save for the team');
    expect(onSave).toHaveBeenCalledWith({ 'post.author': '.by', 'post.text': 'div.words' });
  });

  it('stands beside what the page holds now', async () => {
    mend();
    expect(screen.getByText('As it is now: 20 posts found, 0 read.')).toBeTruthy();
    type('post.text', 'div.words');
    press('Try on this page');
    expect(await screen.findByText('With your changes: 25 posts found, 25 read.')).toBeTruthy();
  });

  it('has to be tried again once it is another', async () => {
    const { onSave } = mend();
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    type('post.text', 'div.other');
    expect(screen.queryByText(/With your changes/)).toBeNull();
    press('Save for the team');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('that the browser does not understand is not saved', async () => {
    const { onSave } = mend({
      onTry: async () => aTrial({ selectors: { 'post.author': '.by', 'post.text': '.text' } }),
    });
    type('post.text', 'div[');
    press('Try on this page');
    await screen.findByText('The browser does not understand this selector.');
    press('Save for the team');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('outlives the page that it was typed for', async () => {
    const { onSave, go } = mend();
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    const field = screen.getByLabelText<HTMLInputElement>('post.text');

    go({ tabId: 9, reading: null });
    expect(screen.getByLabelText('post.text')).toBe(field);
    expect(field.value).toBe('div.words');
    const now = aTrial({ found: 3, read: 3 });
    go({ tabId: 9, reading: { shipped: now, now } });
    expect(screen.getByLabelText('post.text')).toBe(field);
    expect(field.value).toBe('div.words');

    expect(screen.queryByText(/With your changes/)).toBeNull();
    press('Save for the team');
    expect(onSave).not.toHaveBeenCalled();
    press('Try on this page');
    await screen.findByText(/With your changes/);
    press('Save for the team');
    expect(onSave).toHaveBeenCalledOnce();
  });

  it('does not hear on one page why another refused it', async () => {
    const { go } = mend({ onTry: async () => ({ refused: 'That tab shows another page.' }) });
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText('That tab shows another page.');
    go({ tabId: 9 });
    expect(screen.queryByText('That tab shows another page.')).toBeNull();
  });

  it('comes into sight where another page shows that it finds nothing', () => {
    const { container, go } = mend();
    expect(container.querySelector('details')?.textContent).toContain('post.time');
    const now = aTrial({ hits: {} });
    go({ tabId: 9, reading: null });
    go({ tabId: 9, reading: { shipped: now, now } });
    expect(container.querySelector('details')).toBeNull();
    expect(container.querySelector('.mend-fields')?.textContent).toContain('post.time');
  });

  it('is for nobody else without a team', async () => {
    mend({ hasTeam: false });
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    press('Save');
    expect(await screen.findByText(/^Saved\. A page/)).toBeTruthy();
    expect(screen.queryByText(/for the team/)).toBeNull();
  });

  it('that reads less is said to', async () => {
    const now = aTrial({ found: 30, read: 30 });
    mend({ reading: { shipped: now, now } });
    type('post.text', 'div.words');
    press('Try on this page');
    expect(await screen.findByText(/That is fewer than now/)).toBeTruthy();
  });

  it('is as shipped again when its field is emptied', async () => {
    const { onTry } = mend();
    type('post.author', '');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    expect(onTry).toHaveBeenCalledWith({ 'post.text': '.old-words' });
  });

  it('that this version does not know is shown and kept', async () => {
    const selectors = { ...mendedX.selectors, 'post.newer': '.newer' };
    const { onSave } = mend({ teamSite: { ...mendedX, selectors } });
    const unknown = screen.getByRole('region', { name: 'Not known to this version of Hearback' });
    expect(unknown.textContent).toContain('post.newer: .newer');
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    press('Save for the team');
    expect(onSave).toHaveBeenCalledWith({ ...selectors, 'post.text': 'div.words' });
  });

  it('is kept when saving is refused', async () => {
    mend({ onSave: async () => 'Only a lead can change how sites are read. Ask one.' });
    type('post.text', 'div.words');
    press('Try on this page');
    await screen.findByText(/With your changes/);
    press('Save for the team');
    await screen.findByText('Only a lead can change how sites are read. Ask one.');
    expect(screen.getByLabelText<HTMLInputElement>('post.text').value).toBe('div.words');
  });
});

describe('earlier versions', () => {
  it('are gone back to', () => {
    const { onSave } = mend();
    const versions = within(screen.getByRole('region', { name: 'Versions' }));
    expect(versions.getByText('Ben, 3 d ago')).toBeTruthy();
    fireEvent.click(versions.getByRole('button', { name: 'Go back to version 2' }));
    expect(onSave).toHaveBeenCalledWith({ 'post.text': '.older-words' });
  });

  it('are removed only after a second look', () => {
    const onRemove = vi.fn<MendingProps['onRemove']>(async () => null);
    mend({ onRemove });
    press('Remove all changes');
    expect(onRemove).not.toHaveBeenCalled();
    fireEvent.click(screen.getAllByText('Remove all changes').at(-1) ?? document.body);
    expect(onRemove).toHaveBeenCalledOnce();
  });

  it('stay at hand where no page is open', () => {
    mend({ pages: [], tabId: null, shipped: null, reading: null });
    expect(screen.getByText('No page of X is open.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Versions' })).toBeTruthy();
  });
});

describe('a site that was taught', () => {
  const forum = (over: Partial<MendingProps> = {}) => show({ mending: taughtProps(over) });

  it('has parts of a post by their names', () => {
    const { container } = forum();
    expect(screen.getByLabelText<HTMLInputElement>('Author').value).toBe('.who');
    expect(screen.getByLabelText('Reply box')).toBeTruthy();
    expect(container.textContent).toContain('Post, Author, Text');
    expect(container.textContent).not.toContain('taught.');
  });

  it('says who has taught it', () => {
    forum();
    expect(screen.getByText('Ana taught Hearback to read it, 2 h ago.')).toBeTruthy();
  });

  it('is not compared with what was never shipped', () => {
    forum();
    const box = screen.getByRole('region', { name: 'Change selectors of forum.example' });
    expect(within(box).getByText('As it is now: 12 posts found, 11 read.')).toBeTruthy();
    expect(box.textContent).not.toMatch(/shipped/i);
  });

  it('is forgotten after a second look', () => {
    const onRemove = vi.fn<MendingProps['onRemove']>(async () => null);
    forum({ onRemove });
    press('Forget what was taught');
    const dialog = within(screen.getByRole('dialog', { hidden: true }));
    expect(dialog.getByText('Forget how to read forum.example?')).toBeTruthy();
    expect(onRemove).not.toHaveBeenCalled();
    fireEvent.click(dialog.getByText('Forget what was taught'));
    expect(onRemove).toHaveBeenCalledOnce();
  });
});
