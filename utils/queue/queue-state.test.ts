import { expect, test } from 'vitest';
import { aReply, aThread, at } from '#tests/support/builders.ts';
import type { FollowUp } from '#utils/model/follow-up.ts';
import type { Thread } from '#utils/model/thread.ts';
import {
  findOpenQuestion,
  isForgotten,
  isSnoozed,
  toQueueState,
  waitsSince,
} from './queue-state.ts';

const claim = (leaseUntil: number): Thread['claim'] => ({
  memberId: 'ana',
  fence: 1,
  since: at - 1_000_000,
  leaseUntil,
});
const after = (text: string, when: number): FollowUp => ({
  id: `x:${when}`,
  text,
  permalink: null,
  at: when,
});
const entry = (part: Parameters<typeof aThread>[0] = {}, replies: { at: number }[] = []) => ({
  thread: aThread(part),
  replies: replies.map((one, nth) => aReply({ id: `x:${900 + nth}`, ...one })),
});
const answered = [{ at: at - 500_000 }];

test.each([
  ['a thread that nobody has', entry(), 'unclaimed'],
  ['one that somebody holds', entry({ claim: claim(at + 1) }), 'claimed'],
  ['one whose lease ran out', entry({ claim: claim(at - 1) }), 'forgotten'],
  [
    'one whose claim was swept',
    entry({ lapsed: { memberId: 'ana', since: at - 9, leaseUntil: at - 1 } }),
    'forgotten',
  ],
  ['one that is answered', entry({}, answered), 'waiting'],
  ['one answered under a claim that ran out', entry({ claim: claim(at - 1) }, answered), 'waiting'],
  ['thanks after an answer', entry({ followUps: [after('Thank you', at)] }, answered), 'waiting'],
  ['a question after it', entry({ followUps: [after('Which lid?', at)] }, answered), 'again'],
  [
    'a question after it that somebody took up',
    entry({ followUps: [after('Which lid?', at)], claim: claim(at + 1) }, answered),
    'claimed',
  ],
  [
    'a question that was answered since',
    entry({ followUps: [after('Which lid?', at - 400_000)] }, [...answered, { at: at - 300_000 }]),
    'waiting',
  ],
  ['one put off', entry({ snooze: { until: at + 1, by: 'ana', at: at - 9 } }), 'snoozed'],
  ['one put off until now', entry({ snooze: { until: at, by: 'ana', at: at - 9 } }), 'unclaimed'],
  ['a settled one', entry({ outcome: 'settled', claim: claim(at + 1) }), 'settled'],
  ['one set aside', entry({ outcome: 'setAside' }, answered), 'setAside'],
] as const)('%s is told as that', (_what, given, state) => {
  expect(toQueueState(given, at)).toBe(state);
});

test('who types is told where nobody holds the thread', () => {
  expect(toQueueState(entry(), at, true)).toBe('typing');
  expect(toQueueState(entry({ claim: claim(at + 1) }), at, true)).toBe('claimed');
});

test('two teammates who answered are a double answer, two parts by one are not', () => {
  const one = aReply({ id: 'x:900' });
  const second = aReply({ id: 'x:901', at: one.at + 1 });
  const other = { ...second, memberId: 'ben' };
  expect(toQueueState({ thread: aThread(), replies: [one, second] }, at)).toBe('waiting');
  expect(toQueueState({ thread: aThread(), replies: [one, other] }, at)).toBe('doubled');
});

test('mere thanks do not wake what was put off, a question does', () => {
  const snooze = { until: at + 9_000, by: 'ana', at: at - 9_000 };
  const thanked = entry({ snooze, followUps: [after('Thanks so much', at - 1)] }, answered);
  const asked = entry({ snooze, followUps: [after('And the lid?', at - 1)] }, answered);
  const before = entry({ snooze, followUps: [after('And the lid?', at - 9_001)] }, answered);
  expect([thanked, asked, before].map((one) => isSnoozed(one, at))).toEqual([true, false, true]);
  expect(toQueueState(asked, at)).toBe('again');
});

test('a claim is not forgotten once its holder has answered', () => {
  const before = entry({ claim: claim(at - 1) }, [{ at: at - 2_000_000 }]);
  expect(isForgotten(before, at)).toBe(true);
  expect(isForgotten(entry({ claim: claim(at - 1) }, answered), at)).toBe(false);
});

test('the first unanswered question counts, not the last', () => {
  const followUps = [after('Thanks', 1), after('Which lid?', at - 300), after('Hello?', at - 200)];
  const given = entry({ followUps }, answered);
  expect(findOpenQuestion(given)?.text).toBe('Which lid?');
  expect(waitsSince(given)).toBe(at - 300);
  expect(waitsSince(entry({}, answered))).toBe(at - 500_000);
});
