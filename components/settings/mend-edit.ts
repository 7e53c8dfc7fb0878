/** What was typed into the fields of selectors, and what of it differs from what was shipped. */
import type { SiteSelectors } from '#utils/model/team-site.ts';

/** Text of the fields, by full name of the selector. */
export type TypedSelectors = Readonly<Record<string, string>>;

/**
 * The mends that this text asks for: an empty field, and one as shipped, ask for none. What the team has changed and
 * nobody touched stays, also where it is as shipped by now or not known here: other versions of Hearback go by it.
 */
export function toMends(
  typed: TypedSelectors,
  shipped: TypedSelectors,
  standing: SiteSelectors,
): SiteSelectors {
  const asked = Object.entries(typed)
    .map(([name, text]): [string, string] => [name, text.trim()])
    .filter(([name, text]) => Object.hasOwn(shipped, name) && text !== '')
    .filter(([name, text]) => text !== shipped[name] || text === standing[name]);
  return Object.fromEntries(
    [...asked, ...listUnknown(standing, shipped)].sort(([one], [other]) =>
      one.localeCompare(other),
    ),
  );
}

/** Changes of the team, name and selector, that this version does not know. */
export function listUnknown(
  standing: SiteSelectors,
  shipped: TypedSelectors,
): [name: string, selector: string][] {
  return Object.entries(standing).filter(([name]) => !Object.hasOwn(shipped, name));
}

/** True when both ask for the same. */
export function isSameMends(one: SiteSelectors, other: SiteSelectors): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

/** Of the mends that are known here, those that the browser did not understand when it tried them. */
export function findUnread(
  wanted: SiteSelectors,
  used: TypedSelectors,
  shipped: TypedSelectors,
): string[] {
  return Object.keys(wanted).filter(
    (name) => Object.hasOwn(shipped, name) && used[name] !== wanted[name],
  );
}
