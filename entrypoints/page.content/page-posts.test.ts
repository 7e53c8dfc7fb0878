// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { createPagePosts } from './page-posts.ts';

function aPage(ids: string[]) {
  document.body.replaceChildren();
  return ids.map((id) => {
    const element = document.createElement('article');
    document.body.append(element);
    return { element, post: aPost({ id }) };
  });
}

const idsOf = (posts: ReturnType<typeof createPagePosts>) =>
  posts.inOrder().map(({ post }) => post.id);

describe('the posts of a page', () => {
  test('stand in page order, however they came', () => {
    const [one, two, three] = aPage(['1', '2', '3']) as [never, never, never];
    const posts = createPagePosts();
    posts.take([three, one]);
    posts.take([two]);
    expect(idsOf(posts)).toEqual(['1', '2', '3']);
  });

  test('are let go when their elements leave', () => {
    const all = aPage(['1', '2']);
    const posts = createPagePosts();
    posts.take(all);
    all[0]?.element.remove();
    expect(idsOf(posts)).toEqual(['2']);
  });

  test('lead up from reply to post, and end where the page lies in circles', () => {
    const [top, reply] = aPage(['1', '2']);
    if (!top || !reply) throw new Error('no posts');
    const posts = createPagePosts();
    posts.take([
      { ...top, post: aPost({ id: '1', parentId: '2' }) },
      { ...reply, post: aPost({ id: '2', parentId: '1' }) },
    ]);
    expect([...posts.chainOf(reply.element)]).toEqual([reply.element, top.element]);
  });
});
