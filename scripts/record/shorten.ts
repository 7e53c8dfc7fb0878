/** Makes a page as small as a test page may be: fewer of what repeats, and less of what stands around it. */
import { mapElements, toHtml } from './page-tree.ts';
import type { PageElement, PageNode } from './page-tree.ts';

/** From the mildest on. */
const STEPS: ((page: PageElement) => PageElement)[] = [
  (page) => cutRuns(page, 12),
  emptyAround,
  (page) => cutRuns(page, 6),
  (page) => cutRuns(page, 4),
  (page) => cutRuns(page, 3),
  (page) => cutRuns(page, 2),
  dropEmpty,
  cutTexts,
  dropMadeClasses,
];
const AROUND = /^(?:nav|footer|aside)$/u;
const AROUND_ROLE = /^(?:navigation|banner|contentinfo|complementary|menu)$/u;

/** The first of ever smaller pages that fits; the smallest, when none does. */
export function shorten(page: PageElement, bytesMax: number): PageElement {
  let made = page;
  for (const step of STEPS) {
    if (Buffer.byteLength(toHtml(made)) <= bytesMax) return made;
    made = step(made);
  }
  return made;
}

function emptyAround(page: PageElement): PageElement {
  const emptied = mapElements(page, (element) => {
    const { name, attributes } = element;
    const isAround = AROUND.test(name) || AROUND_ROLE.test(attributes['role'] ?? '');
    return isAround ? { ...element, children: [] } : element;
  });
  return emptied ?? page;
}

function cutRuns(page: PageElement, run: number): PageElement {
  const cut = (nodes: PageNode[]) => {
    const counts = new Map<string, number>();
    return nodes.filter((node) => {
      if (typeof node === 'string') return true;
      const kind = toKind(node);
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return count <= run;
    });
  };
  const shortened = mapElements(page, (element) => ({
    ...element,
    children: cut(element.children),
    ...(element.shadow && { shadow: cut(element.shadow) }),
  }));
  return shortened ?? page;
}

/** What makes two elements the same to somebody who looks for posts: their marks, and what they begin with. */
function toKind(element: PageElement): string {
  const { name, attributes, children } = element;
  const { role = '', class: names = '', 'data-testid': testId = '' } = attributes;
  const first = children.find((child) => typeof child !== 'string');
  const marks = testId === '' ? names.replace(/\d+/gu, '') : testId.replace(/\d+/gu, '');
  return `${name} ${role} ${marks} ${first?.name ?? ''} ${first?.attributes['data-testid'] ?? ''}`;
}

/** Two lines of a text show as much as ten. */
const TEXT_MAX = 80;

function cutTexts(page: PageElement): PageElement {
  const shortened = mapElements(page, (element) => ({
    ...element,
    children: element.children.map((child) =>
      typeof child === 'string' ? child.slice(0, TEXT_MAX).toWellFormed() : child,
    ),
  }));
  return shortened ?? page;
}

/** Without classes that a build has made up, which no adapter should go by. */
function dropMadeClasses(page: PageElement): PageElement {
  const dropped = mapElements(page, (element) => {
    const { class: names, ...attributes } = element.attributes;
    const kept = (names ?? '').split(/\s+/u).filter((name) => name !== '' && !/\d/u.test(name));
    return {
      ...element,
      attributes: kept.length > 0 ? { ...attributes, class: kept.join(' ') } : attributes,
    };
  });
  return dropped ?? page;
}

/** Without elements that hold nothing and say nothing. */
function dropEmpty(page: PageElement): PageElement {
  const dropped = mapElements(page, (element) => {
    const { children, attributes, shadow } = element;
    const isEmpty = children.every((child) => typeof child === 'string' && child.trim() === '');
    const says = Object.keys(attributes).some((key) => key !== 'class');
    const isPlain = /^(?:div|span|i|b|svg)$/u.test(element.name);
    return isEmpty && !says && !shadow && isPlain ? null : element;
  });
  return dropped ?? page;
}
