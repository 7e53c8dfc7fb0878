import { describe, expect, test } from 'vitest';
import type { Thread } from '#utils/model/thread.ts';
import { aPost } from '#tests/support/builders.ts';
import { toConfirmed } from '#utils/model/confirmed.ts';
import { isSaidToBeUs, toLesson } from './labels.ts';

const thread = (over: Partial<Thread> = {}): Thread => ({
  id: 'x:1',
  post: aPost({ title: 'Lid', text: 'My lid' }),
  match: { brandId: 'acme', matched: 'Acme', kind: 'name', sure: true, reason: 'Acme' },
  seenBy: 'ana',
  seenAt: 100,
  outcome: 'open',
  claim: null,
  fence: 0,
  ...over,
});
const aside = (outcomeReason: string, over: Partial<Thread> = {}) =>
  thread({ outcome: 'setAside', outcomeReason, ...over });

test('a correction teaches what was said', () => {
  const label = { intent: 'question' as const, urgency: 'low' as const, by: 'ana', at: 200 };
  expect(toLesson(thread({ label }))).toEqual({
    threadId: 'x:1',
    brandId: 'acme',
    text: 'Lid\nMy lid',
    intent: 'question',
    urgency: 'low',
    isUs: true,
  });
});

test('a thread of which nobody has said anything teaches nothing', () => {
  expect(toLesson(thread())).toBeNull();
  expect(toLesson(aside('We talked on the phone.'))).toBeNull();
});

describe('reasons of setting aside', () => {
  test.each(['Not about us', 'Not us', ' not about us '])('%s', (reason) => {
    expect(toLesson(aside(reason))).toMatchObject({ isUs: false });
    expect(toLesson(aside(reason))).not.toHaveProperty('intent');
  });

  test('no answer needed', () => {
    expect(toLesson(aside('No answer needed'))).toMatchObject({ urgency: 'low' });
  });

  test('spam or abuse is told apart by its words', () => {
    const insult = aPost({ text: 'fuck you, idiots' });
    expect(toLesson(aside('Spam or abuse', { post: insult }))).toMatchObject({ intent: 'abuse' });
    const advert = aPost({ text: 'Giveaway! Enter to win' });
    expect(toLesson(aside('Spam or abuse', { post: advert }))).toMatchObject({ intent: 'noise' });
  });

  test('what a person said of it counts for more', () => {
    const label = { intent: 'question' as const, by: 'ana', at: 200 };
    expect(toLesson(aside('Spam or abuse', { label }))).toMatchObject({ intent: 'question' });
  });
});

test.each([
  ['claimed once', thread({ fence: 3 })],
  ['settled', thread({ outcome: 'settled' })],
  ['confirmed', thread({ match: toConfirmed(thread().match) })],
  ['confirmed by name', thread({ match: toConfirmed(thread().match, 'Ana') })],
])('about us as it was %s', (_, one) => {
  expect(toLesson(one)).toMatchObject({ isUs: true });
  expect(isSaidToBeUs(one)).toBe(true);
});

test('no word of anybody says whether it is about us where none was said', () => {
  expect(isSaidToBeUs(thread())).toBe(false);
  expect(isSaidToBeUs(aside('Not about us'))).toBe(false);
  const label = { intent: 'noise' as const, by: 'ana', at: 200 };
  expect(isSaidToBeUs(thread({ label }))).toBe(false);
});

test.each(['happy', 'unhappy', 'none'] as const)('a customer who was %s is one of ours', (how) => {
  const lesson = toLesson(thread({ outcome: 'settled', happiness: how }));
  // How it ended does not tell what the post was: a complaint, too, ends well.
  expect(lesson).toEqual({
    threadId: 'x:1',
    brandId: 'acme',
    text: 'Lid\nMy lid',
    isUs: true,
  });
});

describe('what was forgotten on purpose', () => {
  test('a label of before', () => {
    const label = { intent: 'question' as const, by: 'ana', at: 200 };
    expect(toLesson(thread({ label }), 200)).toBeNull();
    expect(toLesson(thread({ label }), 199)).toMatchObject({ intent: 'question' });
  });

  test('setting aside what was seen before', () => {
    expect(toLesson(aside('Not us'), 100)).toBeNull();
    expect(toLesson(aside('Not us'), 99)).toMatchObject({ isUs: false });
  });
});
