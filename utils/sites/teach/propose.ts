/**
 * Selectors of a whole site out of what somebody points at in one post of one page. A selector is as good as what it
 * finds: posts that repeat, each with an author and a text; only then counts how long it may last.
 */
import { readText } from '#utils/sites/dom/read-text.ts';
import { isOnHiddenScreen } from '#utils/sites/dom/visibility.ts';
import { toCandidates, toTag } from './candidates.ts';
import type { Lesson, Pointed } from './lesson.ts';
import { EDITABLE, toAuthor, toBox, toLink, toText, toTime } from './pointed-parts.ts';
import { parentOf } from '../dom/neighbors.ts';

const LEVELS_MAX = 12;
/** Of more posts than these the rest looks alike. */
const FOUND_MAX = 200;
/** Matches of one part that are looked at. */
const PARTS_MAX = 2_000;
/** Shorter than this is a button or a date. */
const TEXT_MIN = 12;
/** Pieces of text that are looked at in what may be a post. */
const PIECES_MAX = 60;
const SIGN = 'a[href], time';
const NO_TEXT = 'a, time, button, [role="button"], script, style';

/** A selector for posts, and what speaks for it. */
interface PostProposal {
  css: string;
  element: Element;
  found: Element[];
  /** Those with an author and a text, as far as these are known. */
  whole: number;
  holdsOthers: boolean;
  risk: number;
  level: number;
}

/** The selectors for all that has been pointed at so far; what cannot be told apart is left out. */
export function proposeLesson(pointed: Pointed): Lesson {
  const base = findBase(pointed);
  const post = base && proposePost(base, pointed);
  if (!post) return {};
  const lesson: Lesson = { post: post.css };
  const author = pointed.author && toAuthor(pointed.author, post.element);
  const text = pointed.text && toText(pointed.text, post.element, pointed);
  const parts = {
    author,
    text,
    link: pointed.link && toLink(pointed.link, post.element),
    time: pointed.time && toTime(pointed.time, post.element),
  };
  for (const [name, element] of Object.entries(parts)) {
    const css = element && proposePart(element, post);
    if (css) lesson[name as keyof typeof parts] = css;
  }
  const box = pointed.box && proposeBox(pointed.box);
  if (box) lesson.box = box;
  return lesson;
}

/** What the post must hold: author and text, else what there is of them. */
function findBase({ post, author, text }: Pointed): Element | null {
  if (author && text) return findCommon(author, text);
  return author ?? text ?? post ?? null;
}

function findCommon(one: Element, other: Element): Element | null {
  let at: Element | null = one;
  while (at && !at.contains(other)) at = parentOf(at);
  return at;
}

function proposePost(base: Element, pointed: Pointed): PostProposal | null {
  const doc = base.ownerDocument;
  const needs = [pointed.author, pointed.text].flatMap((part) => (part ? [toRough(part)] : []));
  const proposals: PostProposal[] = [];
  let element: Element | null = base;
  for (let level = 0; element && level < LEVELS_MAX; level += 1) {
    if (element === doc.body || element === doc.documentElement) break;
    // An author or a text is found within the post: it is not the post itself.
    if (element !== pointed.author && element !== pointed.text) {
      proposals.push(...weigh(element, level, needs));
    }
    element = parentOf(element);
  }
  const [best] = proposals.toSorted(byWorth);
  return best ?? null;
}

function weigh(element: Element, level: number, needs: string[]): PostProposal[] {
  const doc = element.ownerDocument;
  return toCandidates(element).flatMap(({ css, risk }): PostProposal[] => {
    const found = [...doc.querySelectorAll(css)]
      .slice(0, FOUND_MAX)
      .filter((one) => !isOnHiddenScreen(one));
    if (!found.includes(element)) return [];
    const held = needs.map((need) => findOwn(doc, need, css));
    const isWhole = (one: Element) =>
      held.every((owners) => owners.has(one)) && (needs.length > 1 || looksLikePost(one));
    const holdsOthers = found.some((one) => one.querySelector(css) !== null);
    return [{ css, element, found, whole: found.filter(isWhole).length, holdsOthers, risk, level }];
  });
}

/** Most posts first, nothing but posts, none within another; then what lasts, and the whole of each. */
function byWorth(one: PostProposal, other: PostProposal): number {
  const isSingle = one.whole <= 1;
  return (
    other.whole - one.whole ||
    toShare(other) - toShare(one) ||
    Number(one.holdsOthers) - Number(other.holdsOthers) ||
    toClass(one.risk) - toClass(other.risk) ||
    (isSingle ? one.level - other.level : other.level - one.level) ||
    one.risk - other.risk ||
    one.css.length - other.css.length
  );
}

function toShare({ whole, found }: PostProposal): number {
  return Math.round((10 * whole) / found.length);
}

/** Named · by its place · by what a build has made. */
function toClass(risk: number): number {
  return risk < 2.5 ? 0 : risk < 6 ? 1 : 2;
}

/** A post has a text of its own, and beside it a link or a moment. */
function looksLikePost(element: Element): boolean {
  if (!element.querySelector(SIGN)) return false;
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), at = 0; node && at < PIECES_MAX; node = walker.nextNode()) {
    const length = node.nodeValue?.trim().length ?? 0;
    if (length > 0) at += 1;
    if (length >= TEXT_MIN && !node.parentElement?.closest(NO_TEXT)) return true;
  }
  return false;
}

/** A first idea of how a part is found, before the posts are known. */
function toRough(part: Element): string {
  const all = toCandidates(part);
  const repeats = ({ css }: { css: string }) =>
    part.ownerDocument.querySelectorAll(css).length > 1 && !css.startsWith('#');
  return (all.find(repeats) ?? all[0])?.css ?? toTag(part);
}

function proposePart(element: Element, post: PostProposal): string | null {
  // Within a post a plain tag says enough, if it is the first.
  const tag = { css: toTag(element), risk: 4.5 };
  const options = toCandidates(element).concat(tag, toPath(element, post));
  const ranked = options.flatMap(({ css, risk }) => {
    const owners = findOwn(element.ownerDocument, css, post.css);
    if (owners.get(post.element) !== element) return [];
    const hits = post.found.filter((one) => readText(owners.get(one)) !== '').length;
    return [{ css, risk, hits }];
  });
  const [best] = ranked.toSorted(
    (one, other) =>
      other.hits - one.hits || one.risk - other.risk || one.css.length - other.css.length,
  );
  return best?.css ?? null;
}

/** The way down from the post by tags: for pages that name nothing within their posts. */
function toPath(element: Element, post: PostProposal): { css: string; risk: number }[] {
  const tags: string[] = [];
  let at: Element | null = element;
  for (; at && at !== post.element; at = parentOf(at)) tags.unshift(toTag(at));
  return at ? [{ css: [post.css, ...tags].join(' > '), risk: 5 }] : [];
}

/** By post, the first match that belongs to it and not to a post within it: so a taught site is read. */
function findOwn(doc: Document, css: string, postCss: string): Map<Element, Element> {
  const owners = new Map<Element, Element>();
  for (const one of [...doc.querySelectorAll(css)].slice(0, PARTS_MAX)) {
    const post = one.parentElement?.closest(postCss);
    if (post && one.closest(postCss) === post && !owners.has(post)) owners.set(post, one);
  }
  return owners;
}

function proposeBox(pointed: Element): string | null {
  const box = toBox(pointed);
  if (!box) return null;
  const doc = box.ownerDocument;
  const good = toCandidates(box).filter(({ css }) =>
    [...doc.querySelectorAll(css)].every(
      (one) => one.matches(EDITABLE) && one.getAttribute('type') !== 'search',
    ),
  );
  return good[0]?.css ?? null;
}
