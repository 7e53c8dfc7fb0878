// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mendedX, mendingProps, readingProps, taughtProps } from '#tests/gallery/reading-props.ts';
import { HTML } from '#tests/gallery/samples.ts';
import { ReadingPart } from './ReadingPart.tsx';
import type { MendingProps, ReadingProps } from './reading-props.ts';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

function show(over: Partial<ReadingProps> = {}) {
  const props = readingProps(over);
  return { props, ...render(<ReadingPart {...props} />) };
}

function mend(over: Partial<MendingProps> = {}) {
  const onSave = vi.fn<MendingProps['onSave']>(async () => null);
  return { onSave, ...show({ mending: mendingProps({ onSave, ...over }) }) };
}

describe('a site', () => {
  it('that is blind says since when', () => {
    show();
    expect(screen.getByText('No posts read on 3 home pages since 10:20.')).toBeTruthy();
    expect(screen.getByText('412 pages looked at, 3 without a post.')).toBeTruthy();
  });

  it('names the selectors that find nothing any more', () => {
    show();
    const code = screen.getByText('post.article');
    expect(code.tagName).toBe('CODE');
    expect(code.closest('p')?.textContent).toBe(
      'Find nothing any more: post.article on home pages; post.text on home pages and profiles',
    );
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
