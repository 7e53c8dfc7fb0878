import { dropTracking, toAddressId, toIdHost, toQuietAddress } from '#utils/model/address-id.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MarkedPost } from './marked-post.ts';

/** Ids that a server writes end in the number of the post; those that scripts make change with each visit. */
const SERVER_ID = /^(?!ember|react|radix|yui|ext-)[a-z][a-z_:.-]*\d+$/iu;

/** The address of a post of its own; null when the page gives none, or only its own for a post that is not its first. */
export function toOwnAddress(
  marked: MarkedPost,
  element: Element,
  isFirst: boolean,
  page: URL,
): URL | null {
  const given = toUrl(marked.href, page);
  const isPage = given !== null && !given.hash && isSamePage(given, page);
  if (given && (isFirst || !isPage)) return dropTracking(given);
  return SERVER_ID.test(element.id) ? new URL(`#${element.id}`, toQuietAddress(page)) : null;
}

/** The id of a post: by its address, else by who wrote what. */
export function toMarkedId(marked: MarkedPost, address: URL | null, page: URL): string {
  if (address) return toAddressId(address);
  return `${toIdHost(page)}/~${toHash(`${marked.handle}\n${cleanLine(marked.text || marked.title)}`)}`;
}

/** True for two addresses of one page, whatever the fragment. */
export function isSamePage(one: URL, other: URL): boolean {
  return toAddressId(new URL('#', one)) === toAddressId(new URL('#', other));
}
