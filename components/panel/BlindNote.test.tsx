// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { panelProps } from '#tests/gallery/panel-props.ts';
import { MINUTE, NOW } from '#tests/gallery/samples.ts';
import type { PanelProps } from './panel-props.ts';
import { PanelView } from './PanelView.tsx';

afterEach(cleanup);

const blind = [
  { id: 'x', name: 'X', kinds: [{ kind: 'feed' as const, pages: 3, since: NOW - 20 * MINUTE }] },
  { id: 'reddit', name: 'Reddit', kinds: [{ kind: 'thread' as const, pages: 4, since: NOW }] },
];
const show = (over: Partial<PanelProps> = {}) =>
  render(<PanelView {...panelProps({ blind, ...over })} />);

it('tells in one line of a site that cannot be read any more', () => {
  show();
  expect(screen.getByText(/no posts read/).textContent).toBe(
    'X: no posts read on 3 home pages since 10:20. Also: Reddit.',
  );
});

it('is not there while all sites are read', () => {
  show({ blind: [] });
  expect(screen.queryByRole('region', { name: 'A site that is not read' })).toBeNull();
});

it('has a report to copy', async () => {
  const onCopyReport = vi.fn<PanelProps['onCopyReport']>(async () => true);
  show({ onCopyReport });
  fireEvent.click(screen.getByRole('button', { name: 'Copy report' }));
  expect(onCopyReport).toHaveBeenCalledWith('x');
  expect(await screen.findByText(/^Copied\. Send it to a lead/)).toBeTruthy();
});

it('leads those who may change that to where it is done', () => {
  const onMend = vi.fn<PanelProps['onMend']>();
  show({ canMend: true, onMend });
  fireEvent.click(screen.getByRole('button', { name: 'Change selectors' }));
  expect(screen.queryByText(/A lead can mend this/)).toBeNull();
  expect(onMend).toHaveBeenCalledWith('x');
});

it('tells everybody else whom to send the report', () => {
  show();
  expect(screen.queryByRole('button', { name: 'Change selectors' })).toBeNull();
  const hint = 'A lead can mend this. Copy the report and send it to one.';
  expect(screen.getByText(hint)).toBeTruthy();
});

it('is read aloud by itself', () => {
  show();
  const line = screen.getByText(/no posts read/);
  expect(line.getAttribute('role')).toBe('status');
});
