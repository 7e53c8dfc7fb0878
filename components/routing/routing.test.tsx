// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { partnersProps, routingProps } from '#tests/gallery/routing-props.ts';
import { PartnersSection } from './PartnersSection.tsx';
import type { PartnersSectionProps } from './PartnersSection.tsx';
import { RoutingSection } from './RoutingSection.tsx';
import type { RoutingSectionProps } from './RoutingSection.tsx';
import { readRuleEdit, toNewRule, toRuleEdit } from './rule-edit.ts';

afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const pick = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const sentences = () =>
  [...document.querySelectorAll('.rule-card .stack > p:first-child')].map((one) => one.textContent);

describe('rules', () => {
  const show = (over: Partial<RoutingSectionProps> = {}) => {
    const onSave = vi.fn<RoutingSectionProps['onSave']>(async () => null);
    const view = render(<RoutingSection {...routingProps({ onSave, ...over })} />);
    return { onSave, view };
  };

  it('are said in plain words, with what they would have done', () => {
    show();
    expect(sentences()[1]).toBe(
      'Mentions that are complaints that say “broken”, “stopped”, or “refund” go to Support and get high priority.',
    );
    expect(screen.getByText(/^Tried on the last 5 mentions: rules would send 3,/u)).toBeTruthy();
    const rest = document.querySelectorAll('.rule-card')[4] as HTMLElement;
    expect(within(rest).getByText('Rules above it decide all that it fits.')).toBeTruthy();
  });

  it('are tried anew as they change, and saved only when asked', async () => {
    const { onSave } = show();
    press(/^Move up: Mentions that are complaints go/u);
    expect(screen.getByText('Moved to place 4 of 5.')).toBeTruthy();
    press(/^Remove: Mentions that say “lottery”/u);
    expect(screen.getByText(/rules would send 2,/u)).toBeTruthy();
    expect(onSave).not.toHaveBeenCalled();
    press('Save rules');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0].map(({ id }) => id)).toEqual([
      'broken',
      'press',
      'rest',
      'german',
    ]);
    expect(await screen.findByText(/^Saved\./u)).toBeTruthy();
  });

  it('come back as they were when changes are discarded', () => {
    show();
    const before = sentences();
    press(/^Remove: Mentions that say “lottery”/u);
    expect(sentences()).toHaveLength(4);
    press('Discard changes');
    expect(sentences()).toEqual(before);
    expect(screen.queryByRole('button', { name: 'Save rules' })).toBeNull();
  });

  it('stay as they were typed when the team refuses them', async () => {
    show({ onSave: async () => 'Only a lead can change the team’s rules. Ask one.' });
    press(/^Remove: Mentions that say “lottery”/u);
    press('Save rules');
    expect(await screen.findByText(/Only a lead/u)).toBeTruthy();
    expect(sentences()).toHaveLength(4);
  });

  it('say when somebody else has changed them meanwhile', () => {
    const { view } = show();
    press(/^Remove: Mentions that say “lottery”/u);
    const [first] = routingProps().rules ?? [];
    view.rerender(<RoutingSection {...routingProps({ rules: first ? [first] : [] })} />);
    expect(screen.getByText(/Somebody else has changed the rules meanwhile/u)).toBeTruthy();
    expect(sentences()).toHaveLength(4);
  });

  it('are made of what is filled in', async () => {
    const { onSave } = show({ rules: [] });
    press('Add a rule');
    press('Done');
    expect(screen.getByText(/Fill in one of these at least/u)).toBeTruthy();
    expect(screen.getByText(/Say what becomes of them/u)).toBeTruthy();
    type('Words or phrases in it', 'parcel, late delivery,');
    pick('What it is', 'complaint');
    pick('Desk', 'support');
    press('Done');
    expect(sentences()).toEqual([
      'Mentions that are complaints that say “parcel” or “late delivery” go to Support.',
    ]);
    press('Save rules');
    await waitFor(() => expect(onSave).toHaveBeenCalledOnce());
    expect(onSave.mock.calls[0]?.[0]).toEqual([
      {
        id: 'new',
        isOn: true,
        when: { words: ['parcel', 'late delivery'], intents: ['complaint'] },
        does: { deskId: 'support' },
      },
    ]);
  });

  it('ask for a reason where they set aside', () => {
    show({ rules: [] });
    press('Add a rule');
    type('Words or phrases in it', 'lottery,');
    fireEvent.click(screen.getByLabelText('Set aside'));
    press('Done');
    expect(screen.getByText(/Say why/u)).toBeTruthy();
    type('Why', 'Spam');
    press('Done');
    expect(sentences()).toEqual(['Mentions that say “lottery” are set aside (“Spam”).']);
  });

  it('are read by everybody and changed by leads', () => {
    show({ canChange: false });
    expect(sentences()).toHaveLength(5);
    expect(screen.queryAllByRole('button')).toEqual([]);
  });

  it('come out of the form as they went in', () => {
    for (const rule of routingProps().rules ?? []) {
      expect(readRuleEdit(toRuleEdit(rule))).toEqual({ rule });
    }
    expect(readRuleEdit(toNewRule('n'))).toHaveProperty('faults');
  });
});

describe('partners', () => {
  const show = (over: Partial<PartnersSectionProps> = {}) =>
    render(<PartnersSection {...partnersProps(over)} />);

  it('are added with how to reach them', async () => {
    const onSave = vi.fn<PartnersSectionProps['onSave']>(async () => null);
    show({ partners: [], onSave });
    press('Add a partner');
    type('Name', ' Example Rail ');
    press('Save partner');
    expect(screen.getByText('Say how customers reach them.')).toBeTruthy();
    expect(onSave).not.toHaveBeenCalled();
    type('How customers reach them', '@example_rail');
    press('Save partner');
    await waitFor(() =>
      expect(onSave).toHaveBeenCalledWith({
        id: 'new',
        name: 'Example Rail',
        helpsWith: '',
        contact: '@example_rail',
        note: '',
      }),
    );
  });

  it('are copied, and found by what they help with', async () => {
    const onCopy = vi.fn<PartnersSectionProps['onCopy']>(async () => true);
    const many = Array.from({ length: 8 }, (_, at) => ({
      id: `p${at}`,
      name: `Partner ${at}`,
      helpsWith: at === 3 ? 'Power cuts' : 'Parcels',
      contact: `@p${at}`,
      note: '',
    }));
    show({ partners: many, onCopy });
    type('Find a partner', 'power CUTS');
    expect(screen.getAllByRole('heading').map((one) => one.textContent)).toEqual(['Partner 3']);
    press('Copy contact of Partner 3');
    expect(onCopy).toHaveBeenCalledWith('@p3');
    expect(await screen.findByText('Copied.')).toBeTruthy();
    type('Find a partner', 'nobody');
    expect(screen.getByText('Nobody fits “nobody”.')).toBeTruthy();
  });

  it('are removed after a question', async () => {
    const onRemove = vi.fn<PartnersSectionProps['onRemove']>(async () => null);
    show({ onRemove });
    press('Remove Example Grid');
    press('Remove');
    await waitFor(() => expect(onRemove).toHaveBeenCalledWith('grid'));
  });
});
