import { describe, expect, it } from 'vitest';
import { MINUTE, NOW, aClaim, aReply, aThread, aView } from '#tests/gallery/samples.ts';
import type { Claim } from '#utils/model/thread.ts';
import { toClaimHistory } from './claim-history.ts';

const said = (claim: Claim | null, over: Parameters<typeof aView>[0] = {}) => {
  const history = toClaimHistory(aView({ thread: aThread({ claim }), ...over }), NOW);
  return history && [history.line.replace('{name}', history.name), history.note];
};

describe('how a claim changed hands', () => {
  it('names who handed it to me, with the note', () => {
    expect(said({ ...aClaim('me'), from: 'ana', note: 'She wrote twice.' })).toEqual([
      'Ana handed this to you',
      'She wrote twice.',
    ]);
  });

  it('says whom I handed it to', () => {
    expect(said({ ...aClaim('ben'), from: 'me', note: '' })).toEqual([
      'You handed this to Ben',
      '',
    ]);
  });

  it('says between whom it was handed over', () => {
    expect(said({ ...aClaim('ben'), from: 'ana', note: 'x' })?.[0]).toBe('Ana handed this to Ben');
  });

  it('tells the old holder who took it over, and that the draft is kept', () => {
    expect(said({ ...aClaim('ben'), from: 'me', since: NOW - 2 * MINUTE })?.[0]).toBe(
      'Ben took this over from you, 2 min ago. Your draft is kept.',
    );
  });

  it('tells a lead whom it was taken from', () => {
    expect(said({ ...aClaim('me'), from: 'ben' })?.[0]).toBe('You took this over from Ben');
    expect(said({ ...aClaim('ben'), from: 'ana' })?.[0]).toBe(
      'Ben took this over from Ana, 4 min ago',
    );
  });

  it('names who has left the team meanwhile', () => {
    expect(said({ ...aClaim('ben'), from: 'gone', note: '' })?.[0]).toBe(
      'A former teammate handed this to Ben',
    );
  });

  it('says that a claim ran out, by the clock of the server', () => {
    const claim = { ...aClaim('ben'), leaseUntil: NOW + MINUTE };
    const connection = { state: 'live' as const, asOf: NOW, clockOffset: 3 * MINUTE, waiting: 0 };
    expect(said(claim, { connection })?.[0]).toBe('Ben had it; the claim ran out 2 min ago');
  });

  it('is silent about a plain claim', () => {
    expect(said(aClaim('ben'))).toBeNull();
  });

  it('is silent once there is an answer', () => {
    expect(said({ ...aClaim('ben'), from: 'me' }, { replies: [aReply()] })).toBeNull();
  });
});
