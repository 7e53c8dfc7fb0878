import { toAddressId, toIdHost, toQuietAddress } from '#utils/model/address-id.ts';
import type { Author, Post } from '#utils/model/post.ts';
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { toHash } from '#utils/text/hash.ts';
import type { Nearby } from './nearby.ts';
import type { Selected } from './read-selected.ts';

const HREF_MAX = 2_000;

/**
 * The post that a selected text is: told apart by its address, else by who wrote what, as `generic` does, and then
 * linked by its page. Null when `author` is empty.
 */
export function toSelectedPost(
  { text, element }: Selected,
  near: Nearby,
  author: Author,
  page: URL,
): Post | null {
  const handle = cleanLine(author.handle).replace(/^@+/u, '');
  const { href } = near.address ?? toQuietAddress(page);
  return toPost({
    site: 'generic',
    id: near.address
      ? toAddressId(near.address)
      : `${toIdHost(page)}/~${toHash(`${handle}\n${cleanLine(text)}`)}`,
    handle,
    name: author.name,
    text,
    permalink: href.length <= HREF_MAX ? href : null,
    time: near.time,
    lang: element.closest('[lang]')?.getAttribute('lang'),
  });
}
