import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ExpectedPost } from './compare.ts';
import { toSiteNames, type SavedPost } from './saved-names.ts';

/** Sites of the corpus that have an adapter, with the host that their saved pages came from; null: any. */
const ORIGINS = {
  x: 'https://x.com',
  reddit: 'https://www.reddit.com',
  bluesky: 'https://bsky.app',
  mastodon: 'https://indieweb.social',
  hackernews: 'https://news.ycombinator.com',
  tiktok: 'https://www.tiktok.com',
  instagram: 'https://www.instagram.com',
  linkedin: 'https://www.linkedin.com',
  facebook: 'https://www.facebook.com',
  youtube: 'https://www.youtube.com',
  threads: 'https://www.threads.com',
  trustpilot: 'https://www.trustpilot.com',
  amazon: 'https://www.amazon.com',
  discourse: null,
  xenforo: null,
  phpbb: null,
  vanilla: null,
  khoros: null,
  github: 'https://github.com',
  stackexchange: 'https://stackoverflow.com',
} as const;

/** Sites whose pages share a folder, there told apart by the beginning of their names. */
const FOLDERS: Partial<Record<string, string>> = {
  xenforo: 'forums',
  phpbb: 'forums',
  vanilla: 'forums',
  khoros: 'forums',
};

/** Where a page stood that names no address of its own. */
const HOMES: Record<string, string> = {
  'x/fragment-tweet.html': 'https://x.com/home',
  'x/fragment-quote.html': 'https://x.com/home',
  'reddit/old-front.html': 'https://old.reddit.com/',
  'bluesky/home-feed.html': 'https://bsky.app/',
  'hackernews/front-2024-08.html': 'https://news.ycombinator.com/news',
  'tiktok/foryou-2022.html': 'https://www.tiktok.com/foryou',
  'linkedin/activity-posts-kencheng.html':
    'https://www.linkedin.com/in/ken-cheng-991849b6/recent-activity/all/',
  'trustpilot/bt-com-reviews.html': 'https://www.trustpilot.com/review/www.bt.com',
  'amazon/co-uk-product.html': 'https://www.amazon.co.uk/dp/1849757097',
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
  const shared = FOLDERS[site];
  return readdirSync(join(folder, shared ?? site))
    .filter((file) => file.endsWith('.html') && (!shared || file.startsWith(`${site}-`)))
    .sort()
    .map((file) => {
      const path = join(folder, shared ?? site, file);
      const html = readFileSync(path, 'utf8');
      const saved = readExpected(path.replace(/\.html$/u, '.expected.json'));
      const name = `${shared ?? site}/${file}`;
      const url = toAddress(name, html, saved, ORIGINS[site]);
      return { name, site, html, expected: toSiteNames(site, saved, url), url };
    });
}

/** All pages of all sites, whether they have an adapter or not. */
export function loadEveryPage(folder: string): CorpusPage[] {
  const sites = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return sites.flatMap(({ name: site }) =>
    readdirSync(join(folder, site))
      .filter((file) => file.endsWith('.html'))
      .sort()
      .map((file) => {
        const path = join(folder, site, file);
        const html = readFileSync(path, 'utf8');
        const saved = readExpected(path.replace(/\.html$/u, '.expected.json'));
        const name = `${site}/${file}`;
        const url = toAddress(name, html, saved, null);
        return { name, site, html, expected: toSiteNames(site, saved, url), url };
      }),
  );
}

/** None where nothing is to be found in a page. */
function readExpected(path: string): SavedPost[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as SavedPost[]) : [];
}

/** The table, else the page's canonical link where it names a page of this site, else its first post's address. */
function toAddress(name: string, html: string, posts: SavedPost[], origin: string | null): string {
  const home = HOMES[name];
  if (home) return home;
  const tag = /<link\b[^>]*\brel="canonical"[^>]*>/u.exec(html)?.[0] ?? '';
  const canonical = /\bhref="([^"]+)"/u.exec(tag)?.[1];
  const hosts = [origin && new URL(origin).host, 'twitter.com'];
  if (canonical) {
    const url = new URL(canonical);
    if ((!origin || hosts.includes(url.host)) && url.pathname !== '/') return url.href;
  }
  const first = posts.find((post) => post.permalink)?.permalink ?? '/';
  return new URL(first, origin ?? 'https://forum.example').href;
}
