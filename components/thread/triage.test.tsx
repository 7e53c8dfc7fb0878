// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aThread, aView } from '#tests/gallery/samples.ts';
import type { Triage } from '#utils/model/triage.ts';
import { withOthersLast } from '#components/data/use-triage.ts';
import { matchesQuery } from './matches-query.ts';
import type { ThreadAct } from './thread-act.ts';
import { isOtherLanguage } from './triage-reasons.ts';
import { TriageLine } from './TriageLine.tsx';
import { TriageMarks } from './TriageMarks.tsx';

afterEach(cleanup);

const complaint: Triage = {
  intent: 'complaint',
  why: 'Words: “broken”',
  urgency: 'high',
  urgencyWhy: 'Time is short: “asap”',
  lang: 'de',
  isUs: null,
};

function show(view = aView({ triage: complaint })) {
  const onAct = vi.fn<(act: ThreadAct) => void>();
  render(<TriageLine view={view} onAct={onAct} />);
  return onAct;
}

it('says what the post is, and why', () => {
  show();
  expect(screen.getByRole('button', { name: /^Complaint\. / })).toBeTruthy();
  expect(screen.getByText('Words: “broken”. Time is short: “asap”.')).toBeTruthy();
  expect(screen.getByText('German')).toBeTruthy();
});

it('is corrected with one pick, which can be undone', () => {
  const onAct = show();
  fireEvent.click(screen.getByRole('button', { name: /^Complaint\. / }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Question' }));
  const act = { kind: 'label', change: { intent: 'question' }, back: { intent: null } };
  expect(onAct.mock.calls).toEqual([[act]]);
});

it('takes back what a person said', () => {
  const label = { intent: 'press' as const, by: 'ana', at: 1 };
  const onAct = show(aView({ thread: aThread({ label }), triage: complaint }));
  expect(screen.getByText(/^Ana said so\./)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /^Complaint\. / }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Take that back' }));
  const act = { kind: 'label', change: { intent: null }, back: { intent: 'press' } };
  expect(onAct.mock.calls).toEqual([[act]]);
});

it('says of an open one that it is not about us, with one pick', () => {
  const onAct = show();
  fireEvent.click(screen.getByRole('button', { name: /^Complaint\. / }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Not about us' }));
  expect(onAct.mock.calls).toEqual([[{ kind: 'setAside', reason: 'Not about us' }]]);
});

it('does not offer that for one that is closed', () => {
  show(aView({ thread: aThread({ outcome: 'settled' }), triage: complaint }));
  fireEvent.click(screen.getByRole('button', { name: /^Complaint\. / }));
  expect(screen.queryByRole('menuitem', { name: 'Not about us' })).toBeNull();
});

describe('a post that is probably about somebody else', () => {
  const triage: Triage = { ...complaint, intent: 'noise', why: 'Like 5 others', isUs: false };
  const other = aView({ brandName: 'Acme', triage });

  it('is called so, with the reason', () => {
    show(other);
    expect(screen.getByRole('button', { name: /^Probably not about Acme\. / })).toBeTruthy();
    expect(screen.getByText(/^Like 5 others\./)).toBeTruthy();
  });

  it('is marked so in lists', () => {
    render(<TriageMarks view={other} />);
    expect(screen.getByText('Probably not about Acme').title).toBe('Like 5 others.');
    expect(screen.queryByText('Noise')).toBeNull();
  });

  it('comes last, and is left out nowhere', () => {
    const views = [other, aView({ triage: complaint }), aView()];
    expect(withOthersLast(views)).toEqual([views[1], views[2], other]);
    const closed = { ...other, thread: aThread({ outcome: 'settled' }) };
    expect(withOthersLast([closed, aView()])[0]).toBe(closed);
  });
});

it.each([
  ['complaint', true],
  ['urgent', true],
  ['praise', false],
])('a search for “%s” looks at what a post is, too', (query, isFound) => {
  expect(matchesQuery(aView({ triage: complaint }), query)).toBe(isFound);
});

it('has a menu for the urgency', () => {
  const onAct = show();
  fireEvent.click(screen.getByRole('button', { name: /^Urgent\. / }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'Can wait' }));
  const act = { kind: 'label', change: { urgency: 'low' }, back: { urgency: null } };
  expect(onAct.mock.calls).toEqual([[act]]);
});

it('gives the reason of a mark on hover', () => {
  render(<TriageMarks view={aView({ triage: complaint })} />);
  expect(screen.getByText('Complaint').title).toBe('Words: “broken”.');
  expect(screen.getByText('Urgent').title).toBe('Time is short: “asap”.');
});

it('marks nothing of a post that was set aside', () => {
  const view = aView({ thread: aThread({ outcome: 'setAside' }), triage: complaint });
  const { container } = render(<TriageMarks view={view} />);
  expect(container.textContent).toBe('');
});

it('marks nothing of a post that is unsure and not urgent', () => {
  const triage: Triage = { ...complaint, intent: null, urgency: 'normal', lang: 'en' };
  const { container } = render(<TriageMarks view={aView({ triage })} />);
  expect(container.textContent).toBe('');
});

it.each([
  ['de', 'en-US', true],
  ['en', 'en-GB', false],
  ['pt-BR', 'pt', false],
  [null, 'en', false],
])('%s in a browser of %s', (lang, own, isOther) => {
  expect(isOtherLanguage(lang, own)).toBe(isOther);
});
