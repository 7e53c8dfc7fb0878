/**
 * One post is one record by whatever address its page was opened: pages of each site are read again as people come to
 * them from mails, apps, advertisements and old links, and with links written like these. Mirrors are other sites.
 */
import { describe, expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { queryAllDeep } from '#utils/sites/dom/deep-query.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { recognizeSite, sitesAt } from '#utils/sites/recognize.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { readPage } from './support/read-page.ts';
import { loadSavedPages } from './support/saved-pages.ts';
import type { SavedPage } from './support/saved-pages.ts';
import { urlVariants } from './support/url-variants.ts';

/** As somebody copies them, 2026-11. */
const TRACKING = [
  'utm_source=mail&utm_medium=m&fbclid=IwAR0&gclid=Cj0&msclkid=1&mc_cid=2&_gl=1*a',
  'igsh=MzRl&si=Ab1&trk=public_post&share_id=x&ref_url=https%3A%2F%2Fa.example',
  '__cft__[0]=AZX&__tn__=%2CO%2CP-R&mibextid=x&rdid=y',
].join('&');

const saved = new Map(loadSavedPages().map((page) => [page.name, page]));

function findSaved(name: string): SavedPage {
  const page = saved.get(name);
  if (!page) throw new Error(`there is no page ${name}`);
  return page;
}

/** What makes a record of each post. */
function readAt({ html }: Pick<SavedPage, 'html'>, url: string, change?: (doc: Document) => void) {
  return withFakeDom({ html, url }, (doc) => {
    change?.(doc);
    const { site, posts, opening } = readPage(doc, new URL(url));
    const records = posts.map(({ id, parentId, permalink }) => ({ id, parentId, permalink }));
    return { site, opening, records };
  });
}

type Reading = Awaited<ReturnType<typeof readAt>>;

const plain = new Map<SavedPage, Promise<Reading>>();

/** At the address that the page has in its folder; read once. */
function readPlain(page: SavedPage): Promise<Reading> {
  const reading = plain.get(page) ?? readAt(page, page.url);
  plain.set(page, reading);
  return reading;
}

/** The same with all addresses as `change` makes them, to compare what leads to the same page. */
function mapPermalinks(reading: Reading, change: (url: URL) => void): Reading {
  const records = reading.records.map((record) => {
    if (record.permalink === null) return record;
    const url = new URL(record.permalink);
    change(url);
    return { ...record, permalink: url.href };
  });
  return { ...reading, records };
}

function withTracking(url: string): string {
  const [address = '', ...hash] = url.split('#');
  const query = `${address}${address.includes('?') ? '&' : '?'}${TRACKING}`;
  return [query, ...hash].join('#');
}

/** Null where a slash would name something else. */
function toggleSlash(url: string): string | null {
  const changed = new URL(url);
  const { pathname } = changed;
  if (pathname === '/' || pathname.endsWith('.php')) return null;
  changed.pathname = pathname.endsWith('/') ? pathname.slice(0, -1) : `${pathname}/`;
  return changed.href;
}

function dropSlash(url: URL): void {
  url.pathname = url.pathname.replace(/(.)\/$/u, '$1');
}

function atHost(url: string, host: string): string {
  return Object.assign(new URL(url), { host }).href;
}

/** Links to places of the page itself are never written with more. */
function markLinks(doc: Document): void {
  for (const link of queryAllDeep(doc, 'a[href]')) {
    const href = link.getAttribute('href') ?? '';
    if (/^(?:https?:|\/|\?)/u.test(href)) link.setAttribute('href', withTracking(href));
  }
}

const pages = siteIds.flatMap((id) =>
  urlVariants[id].pages.map((name) => {
    const { hosts = [], noSlash } = urlVariants[id];
    const page = findSaved(`${id}/${name}`);
    const own = new URL(page.url).host;
    return {
      id,
      name: page.name,
      page,
      own,
      hosts: own.endsWith('.example') ? [`www.${own}`] : hosts.filter((host) => host !== own),
      slashed: noSlash === undefined ? toggleSlash(page.url) : null,
    };
  }),
);

describe.each(pages)('$name', ({ id, page, own, hosts, slashed }) => {
  const { url } = page;

  test('has posts to be read', async () => {
    const { site, records } = await readPlain(page);
    expect(site).toBe(id);
    expect(records.length).toBeGreaterThan(0);
  });

  test('gives the same records with tracking in its address', async () => {
    expect(await readAt(page, withTracking(url))).toEqual(await readPlain(page));
  });

  test('gives the same records with tracking in its links', async () => {
    expect(await readAt(page, url, markLinks)).toEqual(await readPlain(page));
  });

  test('gives the same records at a place of the page', async () => {
    expect(await readAt(page, `${url}#somewhere`)).toEqual(await readPlain(page));
  });

  test.each(slashed === null ? [] : [slashed])('gives the same records at %s', async (address) => {
    const reading = mapPermalinks(await readAt(page, address), dropSlash);
    expect(reading).toEqual(mapPermalinks(await readPlain(page), dropSlash));
  });

  test.each(hosts)('gives the same records at %s', async (host) => {
    const toOwn = (address: URL) => {
      if (address.host === host || hosts.includes(address.host)) address.host = own;
    };
    const reading = await readAt(page, withTracking(atHost(url, host)));
    expect(mapPermalinks(reading, toOwn)).toEqual(mapPermalinks(await readPlain(page), toOwn));
  });
});

test('sites have pages with several posts, whose addresses differ', async () => {
  const firsts = siteIds.map((id) => findSaved(`${id}/${urlVariants[id].pages[0] ?? ''}`));
  const readings = await Promise.all(firsts.map(readPlain));
  const poor = readings.filter(({ records }) => new Set(records.map(({ id }) => id)).size < 2);
  expect(poor.map(({ site }) => site)).toEqual([]);
});

const bare = { querySelector: () => null } as unknown as Document;
const hostsOf = (pattern: string) =>
  ['de', 'meta'].map(
    (part) => new URL(pattern.replace('*.', `${part}.`).replace('*', '')).hostname,
  );

describe.each(siteIds.filter((id) => siteFacts[id].isAnywhere === undefined))('%s', (id) => {
  const { pages: [first = ''] = [], hosts = [] } = urlVariants[id];
  const { url } = findSaved(`${id}/${first}`);

  test('is recognized wherever it may ask to read', () => {
    const others = siteFacts[id].origins.filter(
      (pattern) => !hostsOf(pattern).some((host) => sitesAt(host).includes(id)),
    );
    expect(others).toEqual([]);
  });

  test('is recognized at each of its hosts', () => {
    const others = hosts.filter((host) => recognizeSite(bare, new URL(atHost(url, host))) !== id);
    expect(others).toEqual([]);
  });
});

const mirrored = [
  { path: '/ada_example/status/1990000000000000011', text: 'My Acme kettle drips.' },
  {
    path: '/bea_example/status/1990000000000000012',
    text: 'Mine drips too since the last descaling.',
  },
  { path: '/acme/status/1990000000000000013', text: 'Please write to us, we send you a new seal.' },
];

/** What a mirror shows of X, by the paths of X: marked up, and in the plain shape of Nitter's. */
const mirrors = {
  microdata: mirrored.map(
    ({ path, text }) => `<article itemscope itemtype="https://schema.org/Comment">
      <a itemprop="author" href="/${path.split('/')[1]}">@${path.split('/')[1]}</a>
      <a itemprop="url" href="${path}"><time itemprop="dateCreated" datetime="2026-11-01T09:00:00Z"></time></a>
      <div itemprop="text">${text}</div></article>`,
  ),
  nitter: mirrored.map(
    ({ path, text }) => `<div class="timeline-item"><a class="tweet-link" href="${path}#m"></a>
      <a class="username" href="/${path.split('/')[1]}">@${path.split('/')[1]}</a>
      <span class="tweet-date"><a href="${path}#m" title="Nov 1, 2026 · 9:00 AM UTC">Nov 1</a></span>
      <div class="tweet-content" dir="auto">${text}</div></div>`,
  ),
};

describe.each([
  'nitter.example',
  'nitter.net',
  'xcancel.com',
  'fxtwitter.com',
  'x.com.evil.example',
  'twitter.com.evil.example',
  'notx.com',
  'x.com-mirror.example',
])('%s, a mirror of X', (host) => {
  const thread = findSaved('x/thread');

  test('is no page of X', () => {
    expect(sitesAt(host)).toEqual([]);
    expect(recognizeSite(bare, new URL(atHost(thread.url, host)))).toBe('generic');
  });

  test('gives records of its own', async () => {
    const html = `<!doctype html><main>${mirrors.microdata.join('')}</main>`;
    const { site, records } = await readAt({ html }, atHost(thread.url, host));
    expect(site).toBe('generic');
    expect(records.map(({ id }) => id)).toEqual(mirrored.map(({ path }) => host + path));
  });

  test.each([
    ['the markup of Nitter', `<!doctype html><main>${mirrors.nitter.join('')}</main>`],
    ['the markup of X', thread.html],
  ])('with %s gives no record of X', async (_, html) => {
    const { site, records } = await readAt({ html }, atHost(thread.url, host));
    expect(site).toBe('generic');
    expect(records.filter(({ id }) => !id.startsWith(`${host}/`))).toEqual([]);
  });
});
