import type { SiteAdapter } from './adapter.ts';
import { listScopes } from './dom/deep-query.ts';

/** What has to be asked for the selectors of a table, by its name. */
export type ScopesOf = (table: string) => readonly ParentNode[];

/**
 * The page, and its open shadow roots for tables by which the adapter looks there. These are looked for once, and only
 * when they are wanted.
 */
export function scopesOf(
  { deepTables = [] }: Pick<SiteAdapter, 'deepTables'>,
  doc: Document,
): ScopesOf {
  let all: readonly ParentNode[] | null = null;
  return (table) => (deepTables.includes(table) ? (all ??= listScopes(doc)) : [doc]);
}
