import { expect, test } from 'vitest';
import { aView } from '#tests/gallery/samples.ts';
import { aReply, aThread, at } from '#tests/support/builders.ts';
import { toThreadEvents } from './thread-story.ts';

const MINUTE = 60_000;
const minute = (nth: number) => at + nth * MINUTE;

test('all that carries a time stands in its order, by name', () => {
  const view = aView({
    thread: {
      ...aThread(),
      post: { ...aThread().post, time: minute(0), author: { handle: 'lena' } },
      seenBy: 'ana',
      seenAt: minute(1),
      route: { deskId: 'support', note: 'Ask for the receipt', by: 'ana', at: minute(2) },
      lapsed: { memberId: 'ben', since: minute(3), leaseUntil: minute(13) },
      claim: { memberId: 'ana', fence: 2, since: minute(15), leaseUntil: minute(25) },
      followUps: [{ id: 'x:5', text: 'Thanks', permalink: null, at: minute(20) }],
    },
    replies: [aReply({ at: minute(18), memberId: 'ana' })],
    story: { savedBy: 'gone', savedAt: minute(30) },
    names: { ana: 'Ana', ben: 'Ben' },
  });
  expect(toThreadEvents(view).map(({ text }) => text)).toEqual([
    'lena wrote it',
    'Ana saw it first',
    'Ana sent it on: “Ask for the receipt”',
    'Ben claimed it',
    'The claim of Ben ran out',
    'Ana claimed it',
    'Ana answered in public',
    'lena wrote again',
    'A former teammate saved it as a story',
  ]);
});

test('what a rule did is told as a rule’s, and an unknown time is left out', () => {
  const thread = {
    ...aThread(),
    post: { ...aThread().post, time: null },
    claim: null,
    route: { priority: 'high' as const, by: 'ana', at, ruleId: 'r' },
  };
  const view = aView({ thread, replies: [], story: null, names: {} });
  expect(toThreadEvents(view).map(({ text }) => text)).toContain('A rule sent it on');
  expect(toThreadEvents(view).some(({ text }) => text.endsWith('wrote it'))).toBe(false);
});
