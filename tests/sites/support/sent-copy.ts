/** Makes a post of a page into another one: what the site draws when a reply was sent. */
import type { Post } from '#utils/model/post.ts';

/** What the copy differs in. */
export interface Rewrite {
  handle: string;
  text: string;
  /** The part of the copied post's text that is replaced; else all of it. */
  says?: string | undefined;
  /** Makes ids that the page does not have yet; two copies take two numbers. */
  nth: number;
  /** What the page says in more ways than one, such as an id in another notation. */
  swaps?: readonly (readonly [from: string, to: string])[] | undefined;
}

/** Copies a post's element and puts another handle, another id and another text into names, addresses and words. */
export function copyPost(element: Element, post: Post, rewrite: Rewrite): Element {
  const copy = element.cloneNode(true) as Element;
  const words = findText(copy, rewrite.says ?? post.text);
  if (words.length === 0) throw new Error(`Nothing in ${post.id} has its text alone`);
  const swaps = [
    ...(rewrite.swaps ?? []),
    [toTail(post.id), toNewTail(toTail(post.id), rewrite.nth)] as const,
    [toShown(post.author.handle), toShown(rewrite.handle)] as const,
    [post.author.name ?? '', toShown(rewrite.handle)] as const,
  ].filter(([from]) => from !== '');
  for (const node of [copy, ...copy.querySelectorAll('*')]) swapIn(node, swaps);
  for (const node of words) node.textContent = rewrite.text;
  return copy;
}

/** The innermost nodes that say this and nothing else; a page may hold one for each of its widths. */
function findText(root: Element, text: string): Node[] {
  const bare = (words: string | null) => (words ?? '').replaceAll(/\s+/gu, '');
  const elements = [root, ...root.querySelectorAll('*')];
  const strings = elements.flatMap((one) => [...one.childNodes].filter(isText));
  const is = (node: Node) => bare(text) !== '' && bare(node.textContent) === bare(text);
  const found = elements.filter(is);
  const inner = found.filter((one) => !found.some((other) => other !== one && one.contains(other)));
  return inner.length > 0 ? inner : strings.filter(is);
}

function isText(node: Node): boolean {
  return node.nodeType === 3;
}

/** `12345` of `urn:li:comment:(urn:li:activity:1,12345)` and of `comment12345`, `3m4aaaa2a` of `ada.example/3m4aaaa2a`. */
function toTail(id: string): string {
  const [tail = ''] = /[a-z\d]+(?=\W*$)/iu.exec(id) ?? [];
  return /^[a-z]+(?<digits>\d{5,})$/u.exec(tail)?.groups?.['digits'] ?? tail;
}

/** Long ids keep their length, which some sites are told by. */
function toNewTail(tail: string, nth: number): string {
  return tail.length < 8 ? `7${nth}${tail}` : `${tail.slice(0, -2)}7${nth}`;
}

/** A handle as its own site shows it: without its host, and of an address the path. */
function toShown(handle: string): string {
  return handle.replace(/@.*$/u, '').replace(/^[a-z.]+\.[a-z]+(?=\/)/u, '');
}

function swapIn(element: Element, swaps: readonly (readonly [string, string])[]): void {
  for (const { name, value } of element.attributes) {
    if (name !== 'datetime') element.setAttribute(name, swap(value, swaps));
  }
  for (const node of element.childNodes) {
    if (isText(node)) node.nodeValue = swap(node.nodeValue ?? '', swaps);
  }
}

function swap(words: string, swaps: readonly (readonly [string, string])[]): string {
  // At once: what was put in is not swapped again.
  const pattern = swaps.map(([from]) =>
    /^\d+$/u.test(from)
      ? `(?<!\\d)${from}(?!\\d)`
      : `(?<![\\p{L}\\d])${from.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)}(?![\\p{L}\\d])`,
  );
  return words.replace(new RegExp(pattern.join('|'), 'gu'), (found) => {
    return swaps.find(([from]) => from === found)?.[1] ?? found;
  });
}
