// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { storiesProps } from '#tests/gallery/stories-props.ts';
import { StoriesView } from './StoriesView.tsx';
import type { StoriesProps } from './stories-props.ts';

// What is in sight is measured, and this DOM has no sizes: the list stands whole.
vi.mock('#components/ui/VirtualList.tsx', () => ({
  VirtualList: ({ items, children }: { items: unknown[]; children: (item: unknown) => object }) => (
    <ul>
      {items.map((item, at) => (
        <li key={at}>{children(item) as never}</li>
      ))}
    </ul>
  ),
}));

afterEach(cleanup);

const show = (over: Partial<StoriesProps> = {}) => {
  const props = storiesProps(over);
  render(<StoriesView {...props} />);
  return props;
};
const [first, second, third, fourth] = storiesProps().stories ?? [];
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the list', () => {
  it('says of each whether it may be told', () => {
    show();
    const rows = screen.getAllByRole('listitem').filter((row) => row.querySelector('.story-row'));
    expect(rows.map((row) => row.querySelector('.permission')?.textContent?.trim())).toEqual([
      'Not asked yet',
      'Asked',
      'Granted',
      'Declined',
    ]);
  });

  it('teaches how a story comes here where there is none', () => {
    show({ stories: [], total: 0 });
    expect(screen.getByText('No stories yet.')).toBeTruthy();
    expect(screen.getByText(/right-click on any post/u)).toBeTruthy();
  });

  it('leads back to all where none fits', () => {
    const onQuery = vi.fn<StoriesProps['onQuery']>();
    const onFilter = vi.fn<StoriesProps['onFilter']>();
    show({ stories: [], query: 'teapot', onQuery, onFilter });
    press('Clear filters');
    expect(onQuery).toHaveBeenCalledWith('');
    expect(onFilter).toHaveBeenCalledTimes(1);
  });

  it('does not say that none fits while not all are known', () => {
    show({ stories: [], query: 'teapot', isGrowing: true });
    expect(screen.queryByText('No story fits.')).toBeNull();
  });

  it('is narrowed by one press and widened by another', () => {
    const onFilter = vi.fn<StoriesProps['onFilter']>();
    const { filter } = show({ onFilter });
    press(/^kettle/u);
    expect(onFilter).toHaveBeenCalledWith({ ...filter, tag: 'kettle' });
    cleanup();
    show({ onFilter, filter: { ...filter, tag: 'kettle' } });
    press(/^kettle/u);
    expect(onFilter).toHaveBeenLastCalledWith(filter);
  });

  it('moves by J and K', () => {
    const onChoose = vi.fn<StoriesProps['onChoose']>();
    show({ chosen: second ?? null, onChoose });
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(onChoose.mock.calls).toEqual([[third?.id], [first?.id]]);
  });
});

describe('many at once', () => {
  it('are tagged, put into a collection, and removed after a question', async () => {
    const onEdit = vi.fn<StoriesProps['onEdit']>(async () => null);
    const onRemove = vi.fn<StoriesProps['onRemove']>(async () => null);
    show({ onEdit, onRemove });
    for (const box of screen.getAllByRole('checkbox').slice(0, 2)) fireEvent.click(box);
    expect(screen.getByText('2 stories chosen')).toBeTruthy();
    const ids = [first?.id, second?.id];
    type('Add tags', 'fair,');
    expect(onEdit).toHaveBeenLastCalledWith(ids, { addTags: ['fair'] });
    fireEvent.change(screen.getByLabelText('Put into'), { target: { value: 'site' } });
    expect(onEdit).toHaveBeenLastCalledWith(ids, { putInto: ['site'] });
    fireEvent.change(screen.getByLabelText('Remove tag'), { target: { value: 'lid' } });
    expect(onEdit).toHaveBeenLastCalledWith(ids, { removeTags: ['lid'] });
    press('Remove');
    expect(onRemove).not.toHaveBeenCalled();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await vi.waitFor(() => expect(onRemove).toHaveBeenCalledWith(ids));
  });

  it('that are not listed any more are left alone', () => {
    const props = storiesProps();
    const { rerender } = render(<StoriesView {...props} />);
    for (const box of screen.getAllByRole('checkbox').slice(0, 2)) fireEvent.click(box);
    rerender(<StoriesView {...props} stories={(props.stories ?? []).slice(1)} />);
    expect(screen.getByText('1 story chosen')).toBeTruthy();
  });
});

describe('permission', () => {
  it('is asked for in words that can be copied', async () => {
    const onCopy = vi.fn<StoriesProps['onCopy']>(async () => true);
    const { request } = show({ chosen: first ?? null, onCopy });
    press('Copy');
    expect(onCopy).toHaveBeenCalledWith(request);
    expect(await screen.findByText(/^Copied\./u)).toBeTruthy();
  });

  it('proposes what the customer’s answer looks like, and takes it as evidence', () => {
    const onConsent = vi.fn<StoriesProps['onConsent']>(async () => null);
    show({ chosen: second ?? null, onConsent });
    expect(screen.getByText('That looks like a yes.')).toBeTruthy();
    press('They said yes');
    expect(onConsent).toHaveBeenCalledWith(second?.id, 'granted', {
      text: 'Sure, go ahead!',
      permalink: 'https://x.com/lena_example/status/3009',
    });
  });

  it('that was granted can be taken back, with their words', async () => {
    const onConsent = vi.fn<StoriesProps['onConsent']>(async () => null);
    show({ chosen: third ?? null, onConsent });
    press('They took it back');
    type('Their answer', 'Please take it down');
    type('Link to the answer', 'not a link');
    press('Note it: Withdrawn');
    expect(screen.getByText(/This is no web address/u)).toBeTruthy();
    expect(onConsent).not.toHaveBeenCalled();
    type('Link to the answer', 'https://x.com/otto_example/status/9');
    press('Note it: Withdrawn');
    expect(onConsent).toHaveBeenCalledWith(third?.id, 'withdrawn', {
      text: 'Please take it down',
      permalink: 'https://x.com/otto_example/status/9',
    });
  });

  it('that was refused keeps what was typed and says why', async () => {
    show({ chosen: third ?? null, onConsent: async () => 'The disk is full.' });
    press('They took it back');
    type('Their answer', 'Please take it down');
    press('Note it: Withdrawn');
    expect(await screen.findByText('The disk is full.')).toBeTruthy();
    expect((screen.getByLabelText('Their answer') as HTMLTextAreaElement).value).toBe(
      'Please take it down',
    );
  });
});

describe('a story', () => {
  it('says that its post has gone or reads otherwise', () => {
    show({ chosen: fourth ?? null });
    expect(screen.getByText('Gone from its page: Ana noticed 5 min ago.')).toBeTruthy();
    cleanup();
    show({ chosen: third ?? null });
    expect(screen.getByText('Acme answered within five hours.')).toBeTruthy();
  });

  it('keeps what is typed while the team changes it', () => {
    const props = storiesProps({ chosen: first ?? null });
    const { rerender } = render(<StoriesView {...props} />);
    type('What makes it a good story?', 'Half a thought');
    rerender(<StoriesView {...props} chosen={{ ...first!, note: 'By Ben', tags: ['new'] }} />);
    const field = screen.getByLabelText('What makes it a good story?') as HTMLTextAreaElement;
    expect(field.value).toBe('Half a thought');
  });

  it('has its tags changed by what comes and goes', () => {
    const onEdit = vi.fn<StoriesProps['onEdit']>(async () => null);
    show({ chosen: first ?? null, onEdit });
    press('Remove kettle');
    expect(onEdit).toHaveBeenCalledWith([first?.id], { addTags: [], removeTags: ['kettle'] });
  });
});

describe('files', () => {
  const choose = (file: File) =>
    fireEvent.change(screen.getByLabelText('Import a file'), { target: { files: [file] } });

  it('hold what is listed, and say what was left out', () => {
    const onExport = vi.fn<StoriesProps['onExport']>(() => 1);
    show({ onExport });
    press('Export 4 stories');
    fireEvent.click(screen.getByRole('menuitem', { name: /spreadsheet/u }));
    expect(onExport).toHaveBeenCalledWith('csv');
    expect(screen.getByText(/^3 stories saved; 1 left out/u)).toBeTruthy();
  });

  it('are told before anything of them is taken in', async () => {
    const onImport = vi.fn<(onPart: (written: number) => void) => Promise<string | null>>(
      async (onPart) => {
        onPart(3);
        return null;
      },
    );
    const skipped = [{ line: 4, reason: 'No web address.' }];
    const plan = { fileName: 'old.html', added: 2, known: 1, skipped, onImport };
    const onReadFile = vi.fn<StoriesProps['onReadFile']>(async () => plan);
    show({ onReadFile });
    choose(new File(['<a>'], 'old.html'));
    expect(await screen.findByText(/2 new stories, 1 that the team has, 1 left out/u)).toBeTruthy();
    expect(onReadFile).toHaveBeenCalledWith('old.html', '<a>');
    expect(screen.getByText('No. 4: No web address.')).toBeTruthy();
    expect(onImport).not.toHaveBeenCalled();
    press('Import 3 stories');
    expect(await screen.findByText('3 stories imported.')).toBeTruthy();
  });

  it('that cannot be read say why', async () => {
    show({ onReadFile: async () => ({ refused: 'This file holds no stories.' }) });
    choose(new File(['x'], 'x.csv'));
    expect(await screen.findByText('This file holds no stories.')).toBeTruthy();
  });
});

describe('a quote', () => {
  it('is given as a picture or copied', async () => {
    const onQuote = vi.fn<StoriesProps['onQuote']>(async () => true);
    show({ chosen: first ?? null, onQuote });
    press('Quote');
    fireEvent.click(screen.getByRole('menuitem', { name: /picture/u }));
    expect(onQuote).toHaveBeenCalledWith('png');
    expect(await screen.findByText(/among your downloads/u)).toBeTruthy();
  });

  it('is not to be had where the customer said no', () => {
    show({ chosen: fourth ?? null });
    expect(screen.queryByRole('button', { name: 'Quote' })).toBeNull();
    expect(screen.getByText(/there is no quote/u)).toBeTruthy();
  });
});

describe('a link to a collection', () => {
  const filter = { ...storiesProps().filter, collection: 'fair' };

  it('is made for a time, shown once, and can be copied', async () => {
    const onShare = vi.fn<StoriesProps['onShare']>(async () => ({
      link: 'https://t.example/stories#x',
    }));
    const onCopy = vi.fn<StoriesProps['onCopy']>(async () => true);
    show({ filter, onShare, onCopy });
    press('Share “Spring fair”');
    fireEvent.click(screen.getByRole('switch'));
    fireEvent.change(screen.getByLabelText('It leads there for'), { target: { value: '7' } });
    press('Make a link');
    expect(onShare).toHaveBeenCalledWith({ collectionId: 'fair', days: 7, onlyGranted: false });
    expect(await screen.findByText('https://t.example/stories#x')).toBeTruthy();
    press('Copy');
    expect(onCopy).toHaveBeenCalledWith('https://t.example/stories#x');
  });

  it('that stands is named, and ended', () => {
    const onEndShare = vi.fn<StoriesProps['onEndShare']>(async () => null);
    const share = { id: 's1', collectionId: 'fair', onlyGranted: true, createdBy: 'ana' };
    show({ filter, shares: [{ ...share, createdAt: 1, expiresAt: 2 }], onEndShare });
    press('Share “Spring fair”');
    press('End');
    expect(onEndShare).toHaveBeenCalledWith('s1');
  });

  it('that is refused says why', async () => {
    show({ filter, onShare: async () => ({ refused: 'Join a team first.' }) });
    press('Share “Spring fair”');
    press('Make a link');
    expect(await screen.findByText('Join a team first.')).toBeTruthy();
  });

  it('is for leads: others are not shown the way to one', () => {
    show({ filter, canShare: false });
    expect(screen.queryByRole('button', { name: /^Share/u })).toBeNull();
  });
});
