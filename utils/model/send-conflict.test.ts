import { describe, expect, test } from 'vitest';
import { aReply, aThreadView, at } from '#tests/support/builders.ts';
import { isHolding, toSendConflicts } from './send-conflict.ts';

const isMyHandle = (handle: string) => handle === 'me_at_acme';
const names = { ana: 'Ana', ben: 'Ben' };
const claim = { memberId: 'ben', fence: 4, since: at - 60_000, leaseUntil: at + 60_000 };
const keysOf = (part: Parameters<typeof aThreadView>[0]) =>
  toSendConflicts(aThreadView({ names, ...part }), isMyHandle, at).map(({ key }) => key);

describe('what speaks against sending', () => {
  test('is nothing in a thread that is mine alone', () => {
    const me = aThreadView().me?.id ?? '';
    expect(keysOf({ thread: { claim: { ...claim, memberId: me } } })).toEqual([]);
  });

  test('is a teammate’s reply, the newest first', () => {
    const replies = [aReply({ id: 'x:2' }), aReply({ id: 'x:3', memberId: null, handle: 'ben_b' })];
    expect(keysOf({ replies })).toEqual(['reply x:3', 'reply x:2']);
  });

  test('is no reply of my own, known by member or by handle', () => {
    const me = aThreadView().me?.id ?? '';
    const replies = [aReply({ memberId: me }), aReply({ memberId: null, handle: 'me_at_acme' })];
    expect(keysOf({ replies })).toEqual([]);
  });

  test('is a claim that lives, by its fence', () => {
    expect(keysOf({ thread: { claim } })).toEqual(['claim 4']);
    expect(keysOf({ thread: { claim: { ...claim, leaseUntil: at - 1 } } })).toEqual([]);
  });

  test('tells a claim that was mine from others', () => {
    const view = aThreadView({ names });
    const taken = { ...view.thread, claim: { ...claim, from: view.me?.id ?? '' } };
    const [found] = toSendConflicts({ ...view, thread: taken }, isMyHandle, at);
    expect(found).toMatchObject({ kind: 'claim', by: 'Ben', wasMine: true });
  });

  test('judges a lease by the server’s clock', () => {
    const connection = { ...aThreadView().connection, clockOffset: 120_000 };
    expect(keysOf({ thread: { claim }, connection })).toEqual([]);
  });

  test('is a thread that was closed', () => {
    expect(keysOf({ thread: { outcome: 'setAside' } })).toEqual(['closed setAside']);
  });

  test('never holds for somebody who only types', () => {
    const presence = [{ memberId: 'ben', threadId: 'x:1', kind: 'typing' as const, since: at }];
    const found = toSendConflicts(aThreadView({ names, presence }), isMyHandle, at);
    expect(found.map(({ key }) => key)).toEqual(['typing ben']);
    expect(found.some(isHolding)).toBe(false);
  });
});
