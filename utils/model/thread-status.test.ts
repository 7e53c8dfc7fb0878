import { describe, expect, test } from 'vitest';
import { aReply, aThreadView, at } from '#tests/support/builders.ts';
import { toThreadStatus } from './thread-status.ts';

const claimBy = (memberId: string, msLeft: number) => ({
  memberId,
  fence: 1,
  since: at - 60_000,
  leaseUntil: at + msLeft,
});
const typing = { memberId: 'ana', threadId: 'x:1', kind: 'typing' as const, since: at };
const looking = { ...typing, kind: 'looking' as const };

describe('toThreadStatus', () => {
  test('calls a thread that nobody touched open', () => {
    expect(toThreadStatus(aThreadView(), at)).toEqual({ state: 'open', level: 'none' });
  });

  test('lets a public answer outrank a claim', () => {
    const view = aThreadView({ replies: [aReply()], thread: { claim: claimBy('ben', 60_000) } });
    expect(toThreadStatus(view, at)).toMatchObject({ state: 'answered', level: 'fact', by: 'Ana' });
  });

  test('lets a claim outrank somebody typing', () => {
    const view = aThreadView({ presence: [typing], thread: { claim: claimBy('ben', 60_000) } });
    expect(toThreadStatus(view, at)).toMatchObject({
      state: 'theirs',
      level: 'promise',
      by: 'Ben',
    });
  });

  test('calls a claim of mine mine', () => {
    const view = aThreadView({ thread: { claim: claimBy('me', 60_000) } });
    expect(toThreadStatus(view, at)).toMatchObject({ state: 'mine', msLeft: 60_000 });
  });

  test('forgets a claim whose lease has run out by the server clock', () => {
    const view = aThreadView({
      thread: { claim: claimBy('ben', 1_000) },
      connection: { clockOffset: 1_000 },
    });
    expect(toThreadStatus(view, at).state).toBe('open');
  });

  test('shows typing before looking', () => {
    const view = aThreadView({ presence: [looking, typing] });
    expect(toThreadStatus(view, at)).toMatchObject({ state: 'typing', level: 'presence' });
  });

  test('calls answers of two teammates doubled', () => {
    const view = aThreadView({ replies: [aReply(), aReply({ id: 'x:3', memberId: 'ben' })] });
    expect(toThreadStatus(view, at).state).toBe('doubled');
  });

  test('calls two answers of one teammate answered', () => {
    const view = aThreadView({ replies: [aReply(), aReply({ id: 'x:3' })] });
    expect(toThreadStatus(view, at).state).toBe('answered');
  });

  test('names who left the team a former teammate, a stranger to it by the handle', () => {
    const by = (memberId: string | null) =>
      toThreadStatus(aThreadView({ replies: [aReply({ memberId, handle: 'cem' })] }), at);
    expect(by('gone')).toMatchObject({ by: 'A former teammate' });
    expect(by(null)).toMatchObject({ by: 'cem' });
    expect(by('')).toMatchObject({ by: 'cem' });
  });

  test('says that it is unsure of an ambiguous name', () => {
    const view = aThreadView({ thread: { match: { sure: false } } });
    expect(toThreadStatus(view, at).state).toBe('unsure');
  });

  test('lets setting aside outrank everything', () => {
    const view = aThreadView({
      replies: [aReply()],
      thread: { outcome: 'setAside', outcomeReason: 'Not us' },
    });
    expect(toThreadStatus(view, at)).toMatchObject({ state: 'setAside', reason: 'Not us' });
  });
});
