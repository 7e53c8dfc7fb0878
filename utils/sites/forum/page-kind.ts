import type { PageKind } from '../adapter.ts';

/** The kinds of pages of an engine by path and query, asked in the order in which they stand. */
export type KindPatterns = Partial<Record<PageKind, RegExp>>;

/** The first kind whose pattern finds something in the path with its query; `other` without. */
export function toPageKind(url: URL, patterns: KindPatterns): PageKind {
  const place = url.pathname + url.search;
  for (const [kind, pattern] of Object.entries(patterns)) {
    if (pattern.test(place)) return kind as PageKind;
  }
  return 'other';
}

/** True for an address of the first page of whatever it lists, as far as it tells. */
export function isFirstPage(url: URL): boolean {
  const page =
    /(?:[?&](?:page|pagenumber)=|\/page-?\/?|\/p)(\d{1,5})(?![\w-])/u.exec(
      url.pathname + url.search,
    )?.[1] ?? '1';
  const start = url.searchParams.get('start') ?? '0';
  return Number(page) <= 1 && Number(start) === 0;
}
