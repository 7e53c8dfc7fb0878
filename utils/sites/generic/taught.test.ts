// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { genericAdapter } from '#utils/sites/generic.ts';
import { mendSelectors } from '#utils/sites/selectors.ts';

const url = new URL('https://board.example/talk/7');
const lesson = {
  'taught.post': '.row',
  'taught.author': '.who',
  'taught.text': '.words',
  'taught.link': '.number a',
  'taught.time': '.when',
  'taught.box': '#answer',
};

beforeEach(() => {
  document.body.innerHTML = `
    <div class="row"><b class="who"><a href="/people/ada_example">Ada Example</a></b>
      <div class="words">My Acme lamp flickers. <div class="row">
        <b class="who">Ben Example</b><div class="words">Mine too.</div></div></div>
      <i class="when" title="2026-11-01T10:00:00Z">three weeks ago</i>
      <span class="number"><a href="/talk/7/1">1</a></span></div>
    <div class="row"><div class="words">No author.</div></div>
    <textarea id="answer"></textarea><textarea id="search"></textarea>`;
});
afterEach(() => mendSelectors(genericAdapter.selectors, {}, document));

const readAll = () =>
  genericAdapter.findPosts(document).map((element) => genericAdapter.readPost(element, url));

describe('a site that was taught', () => {
  beforeEach(() => mendSelectors(genericAdapter.selectors, lesson, document));

  test('is read by what was pointed at, each post by its own parts', () => {
    expect(readAll()).toMatchObject([
      {
        site: 'generic',
        id: 'board.example/talk/7/1',
        author: { handle: 'ada_example', name: 'Ada Example' },
        text: 'My Acme lamp flickers.',
        time: Date.parse('2026-11-01T10:00:00Z'),
      },
      { author: { handle: 'Ben Example' }, text: 'Mine too.', permalink: null },
      null,
    ]);
  });

  test('has one reply box, which answers the first post', () => {
    const [first] = genericAdapter.findPosts(document);
    const [answer, search] = document.querySelectorAll('textarea');
    expect(genericAdapter.findReplyTarget(answer as Element, url)).toBe(first);
    expect(genericAdapter.findReplyTarget(search as Element, url)).toBeNull();
  });
});

test('what stands on the first page is known of a site that was taught alone', () => {
  const first = new URL('https://board.example/');
  expect(genericAdapter.pageKind(first)).toBe('other');
  mendSelectors(genericAdapter.selectors, lesson, document);
  expect(genericAdapter.pageKind(first)).toBe('feed');
});

test('a site that nobody taught has no posts here', () => {
  expect(readAll()).toEqual([]);
});
