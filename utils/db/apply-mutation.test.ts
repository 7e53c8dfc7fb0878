import { describe, expect, test } from 'vitest';
import { aLibraryEntry, aPost, aThread, at } from '#tests/support/builders.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { applyMutation } from './apply-mutation.ts';

const context = { memberId: 'me', now: at };
const seeing = (post = aPost(), sure = true): Mutation => ({
  kind: 'thread.see',
  args: { id: 'x:1', post, match: { ...aThread().match, sure } },
});

describe('the effect of a fact, before the server has said so', () => {
  test('shows a fuller reading of a post that the page had cut off', () => {
    const cut = aThread({ post: aPost({ text: 'My Acme', truncated: true }) });
    expect(applyMutation(seeing(), cut, context)).toMatchObject({ post: { text: aPost().text } });
  });

  test('keeps a longer reading', () => {
    const longer = aThread({ post: aPost({ truncated: true }) });
    const read = aPost({ text: 'My Acme' });
    expect(applyMutation(seeing(read), longer, context)).toEqual(longer);
  });

  test('makes an unsure mention sure, never the reverse', () => {
    const unsure = aThread({ match: { sure: false } });
    expect(applyMutation(seeing(), unsure, context)).toMatchObject({ match: { sure: true } });
    expect(applyMutation(seeing(aPost(), false), aThread(), context)).toEqual(aThread());
  });

  test('gives my claim back when I close a thread, and leaves others theirs', () => {
    const close: Mutation = {
      kind: 'thread.setOutcome',
      args: { id: 'x:1', outcome: 'setAside', reason: 'Spam' },
    };
    const claim = { memberId: 'me', fence: 1, since: at, leaseUntil: at + 1 };
    const theirs = { ...claim, memberId: 'ana' };
    expect(applyMutation(close, aThread({ claim }), context)).toMatchObject({ claim: null });
    expect(applyMutation(close, aThread({ claim: theirs }), context)).toMatchObject({
      claim: theirs,
    });
  });

  test('does not confirm what is sure already', () => {
    const confirm: Mutation = { kind: 'thread.confirm', args: { id: 'x:1' } };
    expect(applyMutation(confirm, aThread(), context)).toEqual(aThread());
  });

  test('leaves a library entry to its author', () => {
    const { memberId: _memberId, ...args } = aLibraryEntry({ text: 'Better words' });
    const known = aLibraryEntry({ memberId: 'ana' });
    expect(applyMutation({ kind: 'library.save', args }, known, context)).toEqual({
      ...args,
      memberId: 'ana',
      version: 2,
      earlier: [expect.objectContaining({ text: known.text, memberId: 'me' })],
    });
  });

  describe('on how a site is read', () => {
    const first = { 'post.post': '.first' };
    const second = { 'post.post': '.second' };
    const save = (selectors: typeof first): Mutation => ({
      kind: 'site.save',
      args: { id: 'x', selectors },
    });
    const known = changeTeamSite(
      null,
      { id: 'x', selectors: first },
      { memberId: 'ana', at: at - 1 },
    );

    test('is its first version, by me and now', () => {
      expect(applyMutation(save(first), null, context)).toEqual({
        id: 'x',
        version: 1,
        selectors: first,
        changedBy: 'me',
        changedAt: at,
        earlier: [],
      });
    });

    test('keeps the version before, and what the team has is left as it was', () => {
      const { id: _id, earlier: _earlier, ...version } = known;
      expect(applyMutation(save(second), known, context)).toMatchObject({
        version: 2,
        selectors: second,
        changedBy: 'me',
        earlier: [version],
      });
      expect(known).toMatchObject({ version: 1, earlier: [] });
    });

    test('ends with its removal', () => {
      const remove: Mutation = { kind: 'site.remove', args: { id: 'x' } };
      expect(applyMutation(remove, known, context)).toBeNull();
      expect(applyMutation(remove, null, context)).toBeNull();
    });
  });
});
