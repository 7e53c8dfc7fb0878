// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { voiceProps } from '#tests/gallery/settings-props.ts';
import { guideChangeSchema } from '#utils/model/guide.ts';
import { AVOID_MAX, PHRASE_MAX, SIGNATURE_MAX, USE_MAX } from './guide-edit.ts';
import type { VoiceSectionProps } from './guide-props.ts';
import { VoiceSection } from './VoiceSection.tsx';

afterEach(cleanup);

function show(over: Partial<VoiceSectionProps> = {}) {
  const onSave = vi.fn<VoiceSectionProps['onSave']>(async () => null);
  const view = render(<VoiceSection {...voiceProps({ onSave, ...over })} />);
  return { onSave, ...view };
}
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const example = () => screen.getByRole('group', { name: 'Reads to them' }).textContent ?? '';

it('shows at once what a change does to an answer', () => {
  show();
  expect(example()).toContain('Hi Lena, we’re sorry about that. Please');
  choose('Greeting', 'never');
  choose('How to speak', 'formal');
  type(screen.getByLabelText('Signature'), '– {me}');
  expect(example()).toContain(
    'We are sorry about that. Please hold the button for 5 seconds, and do not lift',
  );
  expect(example()).toContain('– Mia Kern');
  expect(example()).toContain('No short forms, team’s guide');
});

it('follows the post of the example', () => {
  show();
  type(screen.getByLabelText('A customer writes'), 'It blinks 😡');
  expect(example()).toContain('😊');
  expect(example()).toContain('Signed ^MK');
  expect(example()).not.toContain('Hi Lena');
});

it('saves the whole guide, without empty lines, and says so', async () => {
  const { onSave } = show();
  choose('Emoji', 'never');
  press('Add a word to avoid');
  press('Add a word to avoid');
  type(screen.getAllByLabelText('Avoid').at(-1) ?? document.body, ' cheap ');
  type(screen.getAllByLabelText('Say instead').at(-1) ?? document.body, 'affordable');
  fireEvent.click(screen.getByRole('switch'));
  press('Save');
  await screen.findByText('Saved.');
  const [saved] = onSave.mock.calls[0] ?? [];
  expect(guideChangeSchema.parse(saved)).toMatchObject({
    emoji: 'never',
    signature: '^{me}',
    avoid: [{ word: 'guys', instead: 'everyone' }, {}, { word: 'cheap', instead: 'affordable' }],
    // Switched in a section of their own.
    checksOff: ['link'],
    secondLook: false,
  });
});

it('says beside each field what is wrong with it, and saves nothing', () => {
  const { onSave } = show();
  type(screen.getByLabelText('Signature'), '– {name}');
  const [first, second] = screen.getAllByLabelText('Avoid');
  type(first ?? document.body, 'Sign in');
  type(second ?? document.body, '');
  type(screen.getAllByLabelText('Say instead')[1] ?? document.body, 'x');
  press('Save');
  expect(onSave).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(screen.getByLabelText('Signature'));
  expect(screen.getByText(/^\{name\} is not known here/u)).toBeTruthy();
  expect(screen.getByText('“Sign in” is among the words to use.')).toBeTruthy();
  expect(screen.getByText('Say which word to avoid.')).toBeTruthy();
  type(first ?? document.body, 'guys');
  expect(screen.queryByText('“Sign in” is among the words to use.')).toBeNull();
});

it('keeps what was typed when saving is refused', async () => {
  show({ onSave: async () => 'Only a lead can change how the team answers.' });
  choose('Emoji', 'never');
  press('Save');
  await screen.findByText('Only a lead can change how the team answers.');
  expect(screen.getByLabelText<HTMLSelectElement>('Emoji').value).toBe('never');
});

it('is for reading to who may not change it, with who may', () => {
  show({ canChange: false });
  expect(screen.getByText('Mia or Ana can change it.')).toBeTruthy();
  expect(screen.getByText('“guys”: say “everyone”')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.queryByRole('combobox')).toBeNull();
  expect(example()).toContain('^MK');
});

it('shows markup in a word as text', () => {
  const guide = voiceProps().guide;
  const avoid = [{ word: '<img src=x>' }];
  const { container } = show({ canChange: false, guide: guide && { ...guide, avoid } });
  expect(container.querySelector('img')).toBeNull();
});

it('takes no more than a guide holds', () => {
  const { signature, use, avoid } = guideChangeSchema.shape;
  expect(signature.safeParse('x'.repeat(SIGNATURE_MAX + 1)).success).toBe(false);
  expect(signature.safeParse('x'.repeat(SIGNATURE_MAX)).success).toBe(true);
  expect(use.safeParse(Array(USE_MAX).fill('x'.repeat(PHRASE_MAX))).success).toBe(true);
  expect(use.safeParse(Array(USE_MAX + 1).fill('x')).success).toBe(false);
  expect(use.safeParse(['x'.repeat(PHRASE_MAX + 1)]).success).toBe(false);
  expect(avoid.safeParse(Array.from({ length: AVOID_MAX }, () => ({ word: 'x' }))).success).toBe(
    true,
  );
  expect(
    avoid.safeParse(Array.from({ length: AVOID_MAX + 1 }, () => ({ word: 'x' }))).success,
  ).toBe(false);
});

it('keeps the focus in the list when its last word to avoid is removed', () => {
  show();
  const remove = screen.getAllByRole('button', { name: /^Remove/u }).at(-1);
  remove?.focus();
  fireEvent.click(remove ?? document.body);
  expect(document.activeElement?.textContent).toBe('Add a word to avoid');
});
