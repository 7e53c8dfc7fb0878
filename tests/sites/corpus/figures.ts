/** How well each site is read on its saved pages, as the table that stands in `docs/sites.md`. */
import { siteFacts } from '#utils/sites/facts.ts';
import type { SiteId } from '#utils/model/site.ts';
import type { Comparison } from './compare.ts';

export const BEGIN = '<!-- figures: written by tests/sites/corpus/corpus.test.ts -->';
export const END = '<!-- end of figures -->';

export interface SiteFigures {
  pages: number;
  wanted: number;
  found: number;
  invented: number;
  authors: number;
  texts: number;
  /** Posts whose id or address the page tells, and those that came out with it. */
  named: number;
  ids: number;
}

/** The sum of all pages of a site. */
export function addUp(pages: readonly Comparison[]): SiteFigures {
  const sum = (count: (page: Comparison) => number) =>
    pages.reduce((total, page) => total + count(page), 0);
  return {
    pages: pages.length,
    wanted: sum((page) => page.wanted),
    found: sum((page) => page.found),
    invented: sum((page) => page.invented),
    authors: sum((page) => page.authors),
    texts: sum((page) => page.texts),
    named: sum((page) => page.named),
    ids: sum((page) => page.ids),
  };
}

/** The table, in Markdown, by site as the corpus names them. */
export function toTable(figures: ReadonlyMap<SiteId, SiteFigures>): string {
  const rows = [...figures].map(([id, site]) => [
    siteFacts[id].name,
    `${site.pages}`,
    toShare(site.found, site.wanted),
    `${site.invented}`,
    toShare(site.authors, site.wanted),
    toShare(site.texts, site.wanted),
    toShare(site.ids, site.named),
  ]);
  const head = ['Site', 'Pages', 'Found', 'Invented', 'Author right', 'Text right', 'Id right'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function toShare(part: number, whole: number): string {
  if (whole === 0) return '–';
  return `${part} of ${whole} (${((part / whole) * 100).toFixed(1).replace('.0', '')} %)`;
}
