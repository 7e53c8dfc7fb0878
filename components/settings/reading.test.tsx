// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTrial, mendingProps, readingProps } from '#tests/gallery/reading-props.ts';
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
  return { onTry, onSave, ...show({ mending }) };
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
    const words = '2 selectors changed for the team by Ana, 2 h ago.';
    expect(screen.getAllByText(words)).toHaveLength(2);
  });

  it('is not changed by a member', () => {
    show({ canMend: false });
    expect(screen.queryByRole('button', { name: 'Change selectors' })).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Copy report' }).length).toBeGreaterThan(0);
  });

  it('says when its report could not be copied', async () => {
    show({ onCopyReport: async () => false });
    fireEvent.click(screen.getAllByRole('button', { name: 'Copy report' })[0] ?? document.body);
    expect(await screen.findByText('The browser did not allow copying.')).toBeTruthy();
  });

  it('shows markup in a page’s title as text', () => {
    const { container } = mend({ pages: [{ tabId: 7, title: HTML }] });
    expect(container.querySelector('img')).toBeNull();
    expect(screen.getByText(HTML)).toBeTruthy();
  });
});

describe('a changed selector', () => {
  it('is where the focus goes, wherever it was asked for', () => {
    mend();
    const box = screen.getByRole('region', { name: 'Change selectors of X' });
    expect(document.activeElement).toBe(box);
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
    fireEvent.click(versions.getAllByRole('button', { name: 'Go back to this' })[0] as Element);
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
    mend({ pages: [], tabId: null, reading: null });
    expect(screen.getByText('No page of X is open.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Versions' })).toBeTruthy();
  });
});
