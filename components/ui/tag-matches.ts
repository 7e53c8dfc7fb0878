/** As many are offered at once. */
const OFFERED_MAX = 6;

/** Known terms that fit what is typed and are not there yet: those that begin so first, else in the given order. */
export function toTagMatches(
  known: readonly string[],
  terms: readonly string[],
  typed: string,
): string[] {
  const has = new Set(terms.map((term) => term.toLocaleLowerCase()));
  const wanted = typed.trim().toLocaleLowerCase();
  const begin: string[] = [];
  const hold: string[] = [];
  for (const term of known) {
    const at = has.has(term.toLocaleLowerCase()) ? -1 : term.toLocaleLowerCase().indexOf(wanted);
    if (at === 0) begin.push(term);
    else if (at > 0) hold.push(term);
    if (begin.length === OFFERED_MAX) break;
  }
  return [...begin, ...hold].slice(0, OFFERED_MAX);
}

/** The terms of all, the most used first; those used as often in the order of the alphabet. */
export function toMostUsed(all: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const term of all.flat()) counts.set(term, (counts.get(term) ?? 0) + 1);
  return [...counts]
    .toSorted(([one, ones], [other, others]) => others - ones || one.localeCompare(other))
    .map(([term]) => term);
}
