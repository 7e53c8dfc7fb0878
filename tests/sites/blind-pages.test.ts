/**
 * When a page whose posts cannot be read counts as blind. Sites change, and one that shows no post on purpose must not
 * be taken for one that has changed.
 */
import { describe, expect, test } from 'vitest';
import { isBlindPage } from '#utils/model/blind-page.ts';
import type { PageHealth } from '#utils/model/site-health.ts';
import { siteIds } from '#utils/model/site.ts';
import type { SiteId } from '#utils/model/site.ts';
import { isHeld } from '#utils/sites/held.ts';
import { siteAdapters } from '#utils/sites/registry.ts';
import { scopesOf } from '#utils/sites/scopes.ts';
import { countHits } from '#utils/sites/selectors.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { loadSavedPages } from './support/saved-pages.ts';

const pages = loadSavedPages();

/** What is counted of a page. */
function look(site: SiteId, doc: Document, url: URL): Omit<PageHealth, 'hits'> {
  const adapter = siteAdapters[site];
  const found = adapter.findPosts(doc);
  const read = found.filter((element) => adapter.readPost(element, url) !== null).length;
  const held = isHeld(adapter, doc);
  const health = { kind: adapter.pageKind(url), found: found.length, read };
  return held === undefined ? health : { ...health, held };
}

function isBlindAt(site: SiteId, url: string, html: string): Promise<boolean> {
  return withFakeDom({ html, url }, (doc) => isBlindPage(site, look(site, doc, new URL(url))));
}

// The adapter for all other sites is where one that sees nothing ends up.
test.each(siteIds.filter((id) => id !== 'generic'))(
  '%s has a page that is blind when nothing of it is read',
  async (site) => {
    const kinds: string[] = [];
    for (const page of pages.filter(({ name }) => name.startsWith(`${site}/`))) {
      const health = await withFakeDom(page, (doc) => look(site, doc, new URL(page.url)));
      if (isBlindPage(site, { ...health, read: 0 })) return;
      kinds.push(health.kind);
    }
    expect.fail(`Of none of these kinds: ${kinds.join(', ')}`);
  },
);

describe.each(siteIds.filter((id) => siteAdapters[id].selectors['page']?.['holder']))(
  '%s, whose pages may show no post,',
  (site) => {
    const own = pages.filter(({ name }) => name.startsWith(`${site}/`));

    test.each(own.map((page) => [page.name, page] as const))('is not blind on %s', (_, page) =>
      expect(isBlindAt(site, page.url, page.html)).resolves.toBe(false),
    );
  },
);

const VIDEO = 'https://www.youtube.com/watch?v=aB3_dE-6gHi';
/** A comment as it was made until yesterday, or of parts that nobody knows. */
const aComment = (name: string, text: string) =>
  `<${name}><a id="author-text" href="/@ada_example">@ada_example</a><span id="published-time-text"><a href="/watch?v=aB3_dE-6gHi&lc=UgyTop00000000000000x4AaABAg">1 day ago</a></span><p id="${text}">My Acme kettle stopped</p></${name}>`;
const threadOf = (comment: string, name = 'ytd-comment-thread-renderer') =>
  `<ytd-comments id="comments"><ytd-item-section-renderer><div id="header"><a href="/@bea_acme"><img alt="Bea"></a></div><div id="contents"><${name}>${comment}</${name}></div></ytd-item-section-renderer></ytd-comments>`;

describe('YouTube is blind', () => {
  test.each([
    ['the parts of its comments', threadOf(aComment('ytd-comment-view-model', 'words'))],
    ['what its comments are made of', threadOf(aComment('yt-comment', 'content-text'))],
    ['that and what they stand in', threadOf(aComment('yt-comment', 'content-text'), 'yt-thread')],
  ])('when it has changed %s', async (_what, html) => {
    expect(await isBlindAt('youtube', VIDEO, html)).toBe(true);
  });
});

describe('YouTube is not blind', () => {
  const read = threadOf(aComment('ytd-comment-view-model', 'content-text'));

  test.each([
    ['while comments are read', read],
    ['while comments have not come', '<ytd-comments id="comments"></ytd-comments>'],
    [
      'while they are on their way',
      threadOf('<div class="spinner"></div>', 'ytd-continuation-item-renderer'),
    ],
    [
      'while their places are held free',
      threadOf('<div id="ghost"><div class="line"></div></div>'),
    ],
    ['before anybody has commented', threadOf('', 'ytd-continuation-item-renderer')],
    [
      'where comments are turned off',
      threadOf(
        'Comments are turned off. <a href="https://support.google.com/youtube">Learn more</a>',
        'ytd-message-renderer',
      ),
    ],
    [
      'for what a page holds that was left',
      `<ytd-watch-flexy hidden>${threadOf(aComment('yt-comment', 'words'))}</ytd-watch-flexy>`,
    ],
    [
      'for who made a video',
      '<ytd-rich-item-renderer><a href="/@acme">Acme</a></ytd-rich-item-renderer>',
    ],
  ])('%s', async (_when, html) => {
    expect(await isBlindAt('youtube', VIDEO, html)).toBe(false);
  });
});

const ARTICLE = 'https://disqus.com/embed/comments/?f=acme-blog';
const LAUNCH = 'https://www.producthunt.com/products/acme-kettle';
const BUSINESS = 'https://www.yelp.com/biz/acme-tea-example-town';
const ada = '<a href="/user_details?userid=user-example-000000001">Ada E.</a>';

test.each([
  [
    'disqus',
    ARTICLE,
    '<ul id="post-list"><li class="note"><a href="https://blog.example/kettles#comment-9001">1 day ago</a><p>My kettle leaks</p></li></ul>',
  ],
  [
    'producthunt',
    LAUNCH,
    '<div id="comments"><div><a href="/@ada_example">Ada</a><p>My kettle leaks</p><time datetime="2026-11-02">2h</time></div></div>',
  ],
  [
    'yelp',
    BUSINESS,
    `<ul><li>${ada}<div role="img" aria-label="2 star rating"></div><div>My kettle leaks</div></li></ul>`,
  ],
] as const)(
  '%s is blind when its posts are of parts that nobody knows',
  async (site, url, html) => {
    expect(await isBlindAt(site, url, html)).toBe(true);
  },
);

test.each([
  ['disqus', ARTICLE, '<div id="no-posts">Be the first to comment.</div><ul id="post-list"></ul>'],
  [
    'disqus',
    ARTICLE,
    '<ul id="post-list"><li class="post"><p>This comment was deleted.</p></li></ul>',
  ],
  [
    'producthunt',
    LAUNCH,
    '<a href="/@ada_example">Ada</a><time datetime="2026-11-02">2h</time><div id="comments"><a href="/@bea_example">You</a><button>Comment</button></div>',
  ],
  ['yelp', BUSINESS, `<ul><li>${ada}<p>Is there parking? 2 answers</p></li></ul>`],
] as const)('%s without posts is not blind (%#)', async (site, url, html) => {
  expect(await isBlindAt(site, url, html)).toBe(false);
});

test('what YouTube Studio keeps in shadow roots is counted', async () => {
  const page = pages.find(({ name }) => name === 'youtubestudio/shadow');
  const adapter = siteAdapters.youtubestudio;
  const hits = await withFakeDom(page ?? { html: '', url: 'https://studio.youtube.com' }, (doc) =>
    countHits(adapter.selectors, scopesOf(adapter, doc)),
  );
  expect(hits).toMatchObject({ 'page.comment': 3, 'page.text': 3, 'composer.box': 1 });
});
