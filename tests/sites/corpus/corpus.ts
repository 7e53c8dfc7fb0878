import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExpectedPost } from './compare.ts';

/** Sites of the corpus that have an adapter, with the host that their saved pages came from. */
const ORIGINS = {
  x: 'https://x.com',
  reddit: 'https://www.reddit.com',
  bluesky: 'https://bsky.app',
  mastodon: 'https://indieweb.social',
  hackernews: 'https://news.ycombinator.com',
  trustpilot: 'https://www.trustpilot.com',
} as const;

/** Where a page stood that names no address of its own. */
const HOMES: Record<string, string> = {
  'x/fragment-tweet.html': 'https://x.com/home',
  'x/fragment-quote.html': 'https://x.com/home',
  'reddit/old-front.html': 'https://old.reddit.com/',
  'bluesky/home-feed.html': 'https://bsky.app/',
  'hackernews/front-2024-08.html': 'https://news.ycombinator.com/news',
  'trustpilot/bt-com-reviews.html': 'https://www.trustpilot.com/review/www.bt.com',
};

export interface CorpusPage {
  /** `x/home-feed.html` */
  name: string;
  site: string;
  html: string;
  url: string;
  expected: ExpectedPost[];
}

export const corpusSites = Object.keys(ORIGINS) as (keyof typeof ORIGINS)[];

/** The folder of the saved real pages, which never enter the repository; null on machines without it. */
export function findCorpus(): string | null {
  const shared =
    process.env['HEARBACK_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared');
  const folder = join(shared, 'pages');
  return existsSync(folder) ? folder : null;
}

/** All pages of one site that say what is to be found in them. */
export function loadCorpusPages(folder: string, site: keyof typeof ORIGINS): CorpusPage[] {
  return readdirSync(join(folder, site))
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const path = join(folder, site, file);
      const html = readFileSync(path, 'utf8');
      const expected = JSON.parse(
        readFileSync(path.replace(/\.html$/u, '.expected.json'), 'utf8'),
      ) as ExpectedPost[];
      const name = `${site}/${file}`;
      return { name, site, html, expected, url: toAddress(name, html, expected, ORIGINS[site]) };
    });
}

/** The table, else the page's canonical link where it names a page of this site, else its first post's address. */
function toAddress(name: string, html: string, posts: ExpectedPost[], origin: string): string {
  const home = HOMES[name];
  if (home) return home;
  const tag = /<link\b[^>]*\brel="canonical"[^>]*>/u.exec(html)?.[0] ?? '';
  const canonical = /\bhref="([^"]+)"/u.exec(tag)?.[1];
  const hosts = [new URL(origin).host, 'twitter.com'];
  if (canonical) {
    const url = new URL(canonical);
    if (hosts.includes(url.host) && url.pathname !== '/') return url.href;
  }
  const first = posts.find((post) => post.permalink)?.permalink ?? '/';
  return new URL(first, origin).href;
}
