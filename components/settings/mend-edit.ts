/** What was typed into the fields of selectors, and what of it differs from what was shipped. */
import type { SiteSelectors } from '#utils/model/team-site.ts';

/** Text of the fields, by full name of the selector. */
export type TypedSelectors = Readonly<Record<string, string>>;

/** The mends that this text asks for: an empty field, and one as shipped, ask for none. */
export function toMends(typed: TypedSelectors, shipped: TypedSelectors): SiteSelectors {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, text]): [string, string] => [name, text.trim()])
      .filter(([name, text]) => name in shipped && text !== '' && text !== shipped[name])
      .sort(([one], [other]) => one.localeCompare(other)),
  );
}

/** True when both ask for the same. */
export function isSameMends(one: SiteSelectors, other: SiteSelectors): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

/** The mends that the browser did not understand when it tried them. */
export function findUnread(wanted: SiteSelectors, used: TypedSelectors): string[] {
  return Object.keys(wanted).filter((name) => used[name] !== wanted[name]);
}
