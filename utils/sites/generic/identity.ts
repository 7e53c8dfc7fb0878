import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MarkedPost } from './marked-post.ts';

/** What changes from visit to visit or tells how a page is sorted, not which one it is. */
const NOISE = /^(?:utm_\w+|fbclid|gclid|sid|phpsessid|ref|ref_src|sort|order|share|highlight)$/iu;
/** Ids that a server writes end in the number of the post; those that scripts make change with each visit. */
const SERVER_ID = /^(?!ember|react|radix|yui|ext-)[a-z][a-z_:.-]*\d+$/iu;

/** The id that an address stands for: host, path, the query that matters, fragment. */
export function toAddressId(address: URL): string {
  const { host, pathname, search, hash } = toQuietAddress(address);
  return host + pathname.replace(/(.)\/$/u, '$1') + search + hash;
}

/** The address of a post of its own; null when the page gives none, or only its own for a post that is not its first. */
export function toOwnAddress(
  marked: MarkedPost,
  element: Element,
  isFirst: boolean,
  page: URL,
): URL | null {
  const given = toUrl(marked.href, page);
  const isPage = given !== null && !given.hash && isSamePage(given, page);
  if (given && (isFirst || !isPage)) return given;
  return SERVER_ID.test(element.id) ? new URL(`#${element.id}`, toQuietAddress(page)) : null;
}

/** The id of a post: by its address, else by who wrote what. */
export function toMarkedId(marked: MarkedPost, address: URL | null, page: URL): string {
  if (address) return toAddressId(address);
  return `${page.host}/~${toHash(`${marked.handle}\n${cleanLine(marked.text || marked.title)}`)}`;
}

/** True for two addresses of one page, whatever the fragment. */
export function isSamePage(one: URL, other: URL): boolean {
  return toAddressId(new URL('#', one)) === toAddressId(new URL('#', other));
}

function toQuietAddress(address: URL): URL {
  const quiet = new URL(address);
  const query = [...address.searchParams].filter(([name]) => !NOISE.test(name));
  quiet.search = new URLSearchParams(query.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return quiet;
}
