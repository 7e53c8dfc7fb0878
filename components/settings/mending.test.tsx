// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aTrial, mendedX, mendingProps, readingProps } from '#tests/gallery/reading-props.ts';
import { ReadingPart } from './ReadingPart.tsx';
import type { MendingProps } from './reading-props.ts';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

function mend(over: Partial<MendingProps> = {}) {
  const onTry = vi.fn<MendingProps['onTry']>(async (selectors) =>
    aTrial({ found: 25, read: 25, selectors }),
  );
  const onSave = vi.fn<MendingProps['onSave']>(async () => null);
  const mending = mendingProps({ onTry, onSave, ...over });
  const shown = render(<ReadingPart {...readingProps({ mending })} />);
  /** The same site once these have changed. */
  const go = (to: Partial<MendingProps>) =>
    shown.rerender(<ReadingPart {...readingProps({ mending: { ...mending, ...to } })} />);
  return { onTry, onSave, go, ...shown };
}

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
    expect(await screen.findByText(/^Saved\. Open pages/)).toBeTruthy();
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
