/** What the user interfaces of LinkedIn answer for themselves: several can stand in one page. */
import type { Post } from '#utils/model/post.ts';
import { toHash } from '#utils/text/hash.ts';
import type { MountPoint } from '../adapter.ts';
import { cleanLine } from '../dom/clean-text.ts';
import { readText } from '../dom/read-text.ts';
import type { SelectorTable } from '../selectors.ts';
import { toProfileHandle } from './urn.ts';

export interface LinkedinReader {
  selectors: SelectorTable;
  /** True for its posts and comments; false for what only looks like them (quotes, wrappers, lists). */
  takes(element: Element): boolean;
  readPost(element: Element, url: URL): Post | null;
  mountPoint(element: Element): MountPoint | null;
}

export interface LinkedinAuthor {
  handle: string;
  name: string;
}

/** Enough of a post to tell it from its author's others, and always shown. */
const TELLING_LENGTH = 100;

/** Stands for a URN where the page has none: who wrote what. Null without words. */
export function toTextId(handle: string | null | undefined, text: string): string | null {
  const start = [...cleanLine(text).replace(/\s*(?:…|\.{3})$/u, '')].slice(0, TELLING_LENGTH);
  return handle && start.length > 0 ? `~${toHash(`${handle}\n${start.join('')}`)}` : null;
}

/** The account that the first of these links leads to, with the name that one of them shows; `skip` is no name. */
export function readAuthor(
  links: readonly Element[],
  url: URL,
  skip: string,
): LinkedinAuthor | null {
  const handleOf = (link: Element) => toProfileHandle(link.getAttribute('href'), url);
  const first = links.find((link) => handleOf(link) !== null);
  const handle = first && handleOf(first);
  if (!handle) return null;
  const own = links.filter((link) => handleOf(link) === handle);
  const names = own.map((link) => readFirstLine(link, skip));
  return { handle, name: names.find((name) => name !== '') ?? '' };
}

/** The first line, without what follows a name on it ("• 2nd"). */
function readFirstLine(link: Element, skip: string): string {
  const [line = ''] = readText(link, { skip: `${skip}, img` }).split('\n');
  return line.split(/\s*[•·]/u)[0] ?? '';
}
