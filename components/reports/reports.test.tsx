// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aReport, emptyReport, reportsProps } from '#tests/gallery/reports-props.ts';
import { toAnswer, toPercent, toSpan } from './figure-words.ts';
import { ReportsView } from './ReportsView.tsx';
import type { ReportsProps } from './reports-props.ts';

afterEach(cleanup);

const show = (over: Partial<ReportsProps> = {}) => render(<ReportsView {...reportsProps(over)} />);
const card = (question: string) =>
  screen.getByRole('heading', { name: question }).closest('section') as HTMLElement;

describe('figures', () => {
  it('answer each question in a sentence above its chart', () => {
    show();
    const { whole } = aReport('day').divided;
    const first = card('How many customers wrote, and how many heard back?');
    expect(first.querySelector('.report-answer')?.textContent).toBe(toAnswer('mentions', whole));
    expect(first.querySelector('.report-answer')?.textContent).toMatch(
      /^240 mentions; \d\d % heard/u,
    );
    expect(first.querySelector('.report-chart')).not.toBeNull();
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(10);
  });

  it('stand in a table beneath, the same numbers', () => {
    show({ division: 'brand' });
    const first = card('How many customers wrote, and how many heard back?');
    const rows = [...first.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows.map(([name]) => name)).toEqual(['Acme', 'Bolt']);
    expect(rows.map(([, mentions]) => mentions)).toEqual(['180', '60']);
  });

  it('are saved as a file with the names that are shown', () => {
    const onSaveTable = vi.fn<ReportsProps['onSaveTable']>();
    show({ division: 'desk', onSaveTable });
    fireEvent.click(
      screen.getByRole('button', { name: /^Save as CSV: How many customers wrote/u }),
    );
    const [table, rows, name] = onSaveTable.mock.calls[0] ?? [];
    expect([table?.id, rows, name?.('support'), name?.('')]).toEqual([
      'mentions',
      'Desk',
      'Support',
      'No desk',
    ]);
  });

  it('name teammates by name, never by number', () => {
    show();
    const names = within(card('Who answered how much?'))
      .getAllByRole('rowheader', { hidden: true })
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['Ana', 'Ben', 'Somebody who left']);
  });

  it('say what is missing where there is nothing', () => {
    show({ report: emptyReport });
    expect(screen.getByText('No mentions in this period.')).toBeTruthy();
    expect(document.querySelector('.report-chart')).toBeNull();
  });

  it('say how far reading is, and why it failed', () => {
    const view = show({ report: null, read: 12_500 });
    expect(screen.getByText('Reading… 12,500 threads so far')).toBeTruthy();
    view.rerender(<ReportsView {...reportsProps({ report: null, trouble: 'It failed.' })} />);
    expect(screen.getByRole('alert').textContent).toContain('It failed.');
  });

  it('ask for dates in order', () => {
    show({ choice: 'own', dates: { from: '2026-02-03', to: '2026-02-01' }, report: null });
    expect(screen.getByText(/Choose a first day that is not after/u)).toBeTruthy();
  });
});

describe('a week', () => {
  it('is told in sentences and copied', async () => {
    const onCopyDigest = vi.fn<() => Promise<boolean>>(async () => true);
    show({ kind: 'digest', onCopyDigest });
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
    fireEvent.click(screen.getByRole('button', { name: 'Copy as Markdown' }));
    expect(await screen.findByText('Copied.')).toBeTruthy();
  });

  it('leads to the weeks before and after', () => {
    const onWeek = vi.fn<ReportsProps['onWeek']>();
    show({ kind: 'digest', onWeek });
    fireEvent.click(screen.getByRole('button', { name: 'Week before' }));
    fireEvent.click(screen.getByRole('button', { name: 'Week after' }));
    expect(onWeek.mock.calls).toEqual([[-1], [1]]);
  });
});

it.each([
  [0, '0 %'],
  [0.001, 'under 1 %'],
  [0.5, '50 %'],
  [0.996, 'over 99 %'],
  [1, '100 %'],
])('%d is %s', (share, words) => {
  expect(toPercent(share)).toBe(words);
});

it.each([
  [10_000, '1 min'],
  [119 * 60_000, '119 min'],
  [3 * 3_600_000, '3 h'],
  [72 * 3_600_000, '3 days'],
])('%d ms are %s', (ms, words) => {
  expect(toSpan(ms)).toBe(words);
});
