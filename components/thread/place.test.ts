import { expect, test } from 'vitest';
import { toPlace } from './place.ts';

test.each([
  ['x', '1', 'https://x.com/ada_example/status/1', 'X'],
  ['xenforo', 'forum.example/posts/1', 'https://forum.example/threads/a.1/post-1', 'forum.example'],
  ['mastodon', 'social.example/1', 'https://social.example/@ada/1', 'social.example'],
  ['generic', '127.0.0.1:8080/a', 'http://127.0.0.1:8080/a', '127.0.0.1'],
  ['generic', 'blog.example/~1', null, 'Web page'],
  ['tiktok', '1/2', null, 'TikTok'],
] as const)('a post of %s with the id %s', (site, id, permalink, place) => {
  expect(toPlace({ site, id, permalink })).toBe(place);
});
