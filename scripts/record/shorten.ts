/** Makes a page as small as a test page may be: fewer of what repeats, then less of what stands around it. */
import { mapElements, toHtml } from './page-tree.ts';
import type { PageElement, PageNode } from './page-tree.ts';

/** So many elements of a kind are kept beside each other, more and more sparing. */
const RUNS = [12, 6, 4, 3, 2];
const AROUND = /^(?:nav|footer|aside|header|dialog)$/u;

/** The first of ever smaller pages that fits; the smallest, when none does. */
export function shorten(page: PageElement, bytesMax: number): PageElement {
  let made = page;
  const fits = () => Buffer.byteLength(toHtml(made)) <= bytesMax;
  for (const run of RUNS) {
    if (fits()) return made;
    made = cutRuns(page, run);
  }
  if (fits()) return made;
  made =
    mapElements(made, (element) =>
      AROUND.test(element.name) ? { ...element, children: [] } : element,
    ) ?? made;
  return fits() ? made : dropEmpty(made);
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

function toKind({ name, attributes }: PageElement): string {
  const { role = '', class: names = '', 'data-testid': testId = '' } = attributes;
  return `${name} ${role} ${testId.replace(/\d+/gu, '')} ${names.split(/\s+/u)[0] ?? ''}`;
}

/** Without elements that hold nothing and say nothing. */
function dropEmpty(page: PageElement): PageElement {
  const dropped = mapElements(page, (element) => {
    const { children, attributes, shadow } = element;
    const isEmpty = children.every((child) => typeof child === 'string' && child.trim() === '');
    const says = Object.keys(attributes).some((key) => key !== 'class');
    return isEmpty && !says && !shadow && /^(?:div|span|i|b|svg)$/u.test(element.name)
      ? null
      : element;
  });
  return dropped ?? page;
}
