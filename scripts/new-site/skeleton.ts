/**
 * The first lines of an adapter, and two pages that it reads. It works as it is; the tests of the site are red all the
 * same until it has three pages, one of them poisoned, and their readings are accepted.
 */
import type { NewSite } from './new-site.ts';

/** The source of an adapter that reads the first page. */
export function toAdapter({ id, name, host, month }: NewSite): string {
  const isAnywhere = host === null;
  const readId = isAnywhere
    ? `// The host first: this software runs anywhere.
    id: address && toAddressId(address),`
    : `id: /(\\d+)\\D*$/u.exec(address?.pathname ?? '')?.[1],`;
  return `/** ${name}: begun from its first hand-cut page; say here what kind of page it is. */
${isAnywhere ? `import { toAddressId } from '#utils/model/address-id.ts';\n` : ''}import type { Post } from '#utils/model/post.ts';
import type { MountPoint, SiteAdapter } from './adapter.ts';
import { toUrl } from './dom/address.ts';
import { readLine, readText } from './dom/read-text.ts';
import { toPost } from './dom/to-post.ts';
import { isOnHiddenScreen } from './dom/visibility.ts';

/** Invented, ${month}: put in what real pages have, with where and when it was seen. */
const selectors = {
  post: '[data-post]',
  author: '[data-author]',
  text: '[data-text]',
  permalink: 'a[data-permalink]',
  time: 'time[datetime]',
};

export const ${id}Adapter: SiteAdapter = {
  id: '${id}',
  selectors: { page: selectors },
  pageKind: (url) => (url.pathname.startsWith('/t/') ? 'thread' : 'feed'),
  findPosts: (root) =>
    [...root.querySelectorAll(selectors.post)].filter((post) => !isOnHiddenScreen(post)),
  readPost,
  mountPoint,
  // Only when it is certain which post a box answers: text in the wrong box is worse than no text.
  findReplyBox: () => null,
  findReplyTarget: () => null,
  findSubmit: () => null,
  findAccount: () => null,
  characterRule: () => ({ count: 'graphemes', limit: null }),
};

function readPost(post: Element, url: URL): Post | null {
  const address = toUrl(post.querySelector(selectors.permalink)?.getAttribute('href'), url);
  return toPost({
    site: '${id}',
    ${readId}
    handle: readLine(post.querySelector(selectors.author)),
    text: readText(post.querySelector(selectors.text)),
    permalink: address?.href ?? null,
    time: post.querySelector(selectors.time)?.getAttribute('datetime'),
  });
}

function mountPoint(post: Element): MountPoint | null {
  const text = post.querySelector(selectors.text);
  return text && { anchor: text, where: 'after' };
}

// Pages to try: write down three to six public ones.
`;
}

/** The smallest page with two posts, to be replaced by one that is cut from a real page. */
export function toFirstPage({ id, name, host, month }: NewSite): string {
  const place = host ?? `${id}.example`;
  return `<!-- https://${place}/t/1 · ${month} · signed out · invented; cut a real one with pages:record -->
<!doctype html>
<html lang="en">
  <head>
    <meta name="generator" content="${name}">
  </head>
  <body>
    <article data-post>
      <b data-author>ada_example</b>
      <a data-permalink href="/t/1/11"><time datetime="2026-10-05T08:00:00Z">2 h</time></a>
      <p data-text>My Acme kettle stopped in the middle of boiling. What now?</p>
    </article>
    <article data-post>
      <b data-author>bea_example</b>
      <a data-permalink href="/t/1/12"><time datetime="2026-10-05T09:00:00Z">1 h</time></a>
      <p data-text>Hold the button for ten seconds.</p>
    </article>
  </body>
</html>
`;
}

/** A page made to break readers, in the structure of the first: with that one it is brought into that of real pages. */
export function toPoisonedPage({ id, name, host, month }: NewSite): string {
  const place = host ?? `${id}.example`;
  return `<!-- https://${place}/t/2 · ${month} · signed out · made to break readers -->
<!doctype html>
<html lang="en">
  <head>
    <meta name="generator" content="${name}">
  </head>
  <body>
    <article data-post>
      <b data-author>&lt;script&gt;__pwn()&lt;/script&gt;<script>__pwn()</script></b>
      <a data-permalink href="/t/2/21" onclick="__pwn()"><time datetime="&quot; onclick=x">2 h</time></a>
      <p data-text><img src="x" onerror="__pwn()" alt="&lt;b&gt;bold&lt;/b&gt;"> A&#8203;c&#8203;me {{NUL}} &#1513;&#1500;&#1493;&#1501; {{LONG}}</p>
    </article>
    <article data-post>
      <b data-author>&#8238;elpmaxE aeB {{LONG}}</b>
      <a data-permalink href="/t/2/22"><time>yesterday</time></a>
      <p data-text>Backwards.<style>p {}</style></p>
    </article>
    <article data-post>
      <b data-author>cleo_example</b>
      <a data-permalink href="javascript:__pwn()">x</a>
      <p data-text>Leads nowhere.</p>
    </article>
    <article data-post>
      <a data-permalink href="/t/2/24">x</a>
      <p data-text>By nobody.</p>
    </article>
    <article data-post>
      <b data-author>dan_example</b>
      <a data-permalink href="/t/2/25">x</a>
    </article>
  </body>
</html>
`;
}
