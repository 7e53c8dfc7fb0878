// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { RosterHandle } from '#utils/model/team.ts';
import { handleWords as words } from './handle-words.ts';
import { MemberCard } from './MemberCard.tsx';
import type { MemberCardProps } from './MemberCard.tsx';

afterEach(cleanup);

const sites = [
  { id: 'x' as const, name: 'X', isOn: true },
  { id: 'reddit' as const, name: 'Reddit', isOn: false },
  { id: 'discourse' as const, name: 'Discourse', isOn: false },
];

function edit(...handles: RosterHandle[]) {
  const onSave = vi.fn<MemberCardProps['onSave']>(async () => null);
  const member = { id: 'ben', name: 'Ben', role: 'member' as const, handles };
  render(<MemberCard member={member} isMe={false} canEdit sites={sites} onSave={onSave} />);
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  return { onSave };
}

const field = (site: string) => screen.getByLabelText<HTMLInputElement>(`Handle on ${site}`);

function add(site: string, handle: string) {
  fireEvent.input(field(site), { target: { value: handle } });
  fireEvent.keyDown(field(site), { key: 'Enter' });
}

test('the field of a site that is off stays when its only handle is taken out', () => {
  edit({ site: 'reddit', handle: 'ben_acme' });
  const typed = field('Reddit');
  typed.focus();
  fireEvent.keyDown(typed, { key: 'Backspace' });
  expect(screen.queryByText('@ben_acme')).toBeNull();
  expect(field('Reddit')).toBe(typed);
  expect(document.activeElement).toBe(typed);
});

test('opening it takes the focus to none of the handles', () => {
  edit({ site: 'reddit', handle: 'ben_acme' });
  expect(document.activeElement).not.toBe(field('Reddit'));
});

test('a handle on software that runs anywhere is saved with its host', () => {
  const { onSave } = edit({ site: 'discourse', handle: 'ben@forum.example' });
  expect(screen.getByText(words.withHost)).toBeTruthy();
  add('Discourse', '@ben@https://Other.example/u/ben');
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSave.mock.calls[0]?.[0].handles).toEqual([
    { site: 'discourse', handle: 'ben@forum.example' },
    { site: 'discourse', handle: 'ben@other.example' },
  ]);
});

test('one without its host is said to count nowhere', () => {
  edit({ site: 'discourse', handle: 'ben' });
  expect(screen.getByText(words.hostMissing('ben'))).toBeTruthy();
});

test('a site with one address asks for no host', () => {
  edit({ site: 'x', handle: 'ben' });
  expect(screen.queryByText(words.withHost)).toBeNull();
});
