import { describe, expect, test } from 'vitest';
import { aReply } from '#tests/support/builders.ts';
import { addNews, toNews, toNewsOfFacts } from './news.ts';

const aChange = (kind: string, id: string, body: unknown = {}) => ({ kind, id, body });

describe('the news of changes', () => {
  test('names the thread that a reply stands in, not the reply', () => {
    expect(toNews([aChange('reply', 'x:2', aReply())])).toEqual(['x:1']);
  });

  test('is anything when a reply is gone, whose thread nobody knows any more', () => {
    expect(toNews([aChange('reply', 'x:2', null)])).toBeNull();
  });

  test.each(['brand', 'member', 'poll'])('is anything for a %s', (kind) => {
    expect(toNews([aChange('thread', 'x:1'), aChange(kind, '1')])).toBeNull();
  });

  test('is nothing for the library', () => {
    expect(toNews([aChange('library', 's1')])).toEqual([]);
  });

  test('names each thread once', () => {
    const both = addNews(toNews([aChange('thread', 'x:1')]), toNews([aChange('story', 'x:1')]));
    expect(both).toEqual(['x:1']);
  });

  test('of facts is that of the changes they become', () => {
    const { memberId: _memberId, ...args } = aReply();
    expect(toNewsOfFacts([{ kind: 'reply.record', args }])).toEqual(['x:1']);
    expect(toNewsOfFacts([{ kind: 'brand.remove', args: { id: 'acme' } }])).toBeNull();
  });
});
