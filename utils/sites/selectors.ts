/**
 * Selectors of a site as data: CSS by the name of what it finds. A table is read where it is used, never copied into a
 * constant, because a team can mend a selector while pages are open.
 */

/** CSS by the name of what it finds. */
export type SelectorTable = Record<string, string>;

/** The tables of a site by name; a selector's full name is `table.selector`. */
export type SelectorTables = Readonly<Record<string, SelectorTable>>;

/** Longest selector that a team may write. */
export const SELECTOR_MAX = 500;

const shipped = new WeakMap<SelectorTable, SelectorTable>();

/**
 * Puts these selectors, by full name, in place of those that were shipped, and all others back to what they were. What
 * is no CSS or names nothing is left out: the site goes on as shipped there. Returns the names that are mended now.
 */
export function mendSelectors(
  tables: SelectorTables,
  mends: Readonly<SelectorTable>,
  doc: Document,
): string[] {
  const mended: string[] = [];
  for (const [group, table] of Object.entries(tables)) {
    const original = shipped.get(table) ?? { ...table };
    shipped.set(table, original);
    for (const [name, selector] of Object.entries(original)) {
      const fullName = `${group}.${name}`;
      const mend = Object.hasOwn(mends, fullName) ? mends[fullName] : undefined;
      const isGood = mend !== undefined && isSelector(mend, doc);
      table[name] = isGood ? mend : selector;
      if (isGood) mended.push(fullName);
    }
  }
  return mended;
}

/** True for CSS that this browser can look for. */
export function isSelector(text: string, doc: Document): boolean {
  if (text.trim() === '' || text.length > SELECTOR_MAX) return false;
  try {
    doc.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}

/** The selectors that are used now, by full name; some may be empty. */
export function listSelectors(tables: SelectorTables): SelectorTable {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([group, table]) =>
      Object.entries(table).map(([name, selector]) => [`${group}.${name}`, selector]),
    ),
  );
}

/** How many elements each selector finds now, by full name; those that stand empty find nothing. */
export function countHits(
  tables: SelectorTables,
  scopesOf: (table: string) => readonly ParentNode[],
): Record<string, number> {
  const hits: Record<string, number> = {};
  for (const [group, table] of Object.entries(tables)) {
    for (const [name, selector] of Object.entries(table)) {
      if (selector === '') continue;
      hits[`${group}.${name}`] = scopesOf(group).reduce(
        (sum, scope) => sum + scope.querySelectorAll(selector).length,
        0,
      );
    }
  }
  return hits;
}
