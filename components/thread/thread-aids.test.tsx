// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aPartner } from '#tests/support/board-builders.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { StoryAsk } from './StoryAsk.tsx';
import { StoryForm } from './StoryForm.tsx';
import type { StoryFormProps } from './StoryForm.tsx';

afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('saving a story', () => {
  it('suggests tags of the team that the post speaks of, and takes a campaign', () => {
    const onSave = vi.fn<StoryFormProps['onSave']>();
    render(
      <StoryForm
        text="The lid of my kettle broke"
        known={{ tags: ['kettle', 'lid', 'delivery'], campaigns: ['Autumn'] }}
        isBusy={false}
        onSave={onSave}
        onCancel={() => undefined}
      />,
    );
    expect(screen.queryByRole('button', { name: 'Add tag delivery' })).toBeNull();
    press('Add tag lid');
    expect(screen.queryByRole('button', { name: 'Add tag lid' })).toBeNull();
    type('Campaign', ' Autumn ');
    press('Save story');
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ note: '', tags: ['lid'], campaign: 'Autumn' });
  });
});

describe('handing over', () => {
  const show = (count: number) => {
    const onPartner = vi.fn<(partner: { id: string }) => void>();
    const partners = Array.from({ length: count }, (_, nth) =>
      aPartner({ id: `p${nth}`, name: `Partner ${nth}`, helpsWith: nth === 2 ? 'Power cuts' : '' }),
    );
    render(
      <HandOverForm
        teammates={[]}
        partners={partners}
        onPartner={onPartner}
        isBusy={false}
        onHandOver={() => undefined}
        onCancel={() => undefined}
      />,
    );
    return onPartner;
  };

  it('leads to partners too, who go into the answer', () => {
    const onPartner = show(2);
    press('Into the answer: Partner 1');
    expect(onPartner.mock.calls[0]?.[0].id).toBe('p1');
    expect(screen.queryByLabelText('Find a partner')).toBeNull();
  });

  it('finds one among many by what they help with', () => {
    show(9);
    type('Find a partner', 'power');
    expect(screen.getAllByText('Into the answer')).toHaveLength(1);
    type('Find a partner', 'nobody');
    expect(screen.getByText('Nobody fits.')).toBeTruthy();
  });
});

it('the question to the customer goes into the draft as it is shown', () => {
  const onAsk = vi.fn<(text: string) => void>();
  render(<StoryAsk request="May we share your words?" onAsk={onAsk} />);
  press('Ask in the draft');
  expect(onAsk).toHaveBeenCalledExactlyOnceWith('May we share your words?');
});
