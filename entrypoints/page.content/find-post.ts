/** Which post a person means when they save one, and where it stands. */
import type { PostBox } from '#utils/messages/payloads.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import type { MenuWatch } from './menu-watch.ts';
import type { PagePosts } from './page-posts.ts';
import { isOurs } from './surface.ts';

/** Ours come back after this long, ms: a picture is taken at once or not at all. */
const HIDDEN_MS = 1_000;

interface Page {
  doc: Document;
  menu: Pick<MenuWatch, 'target'>;
  posts: Pick<PagePosts, 'of' | 'inOrder'>;
}

/** The element of a post; `at` as in `page.findPost`. */
export function findPost({ doc, menu, posts }: Page, at: string): Element | null {
  const around = (start: Node | null | undefined) => {
    for (let node = start instanceof Element ? start : start?.parentElement; node;) {
      if (posts.of(node)) return node;
      node = parentOf(node);
    }
    return null;
  };
  if (at === 'menu') return around(menu.target());
  if (at !== 'here') {
    return posts.inOrder().find(({ post }) => toPostKey(post) === at)?.element ?? null;
  }
  const selection = doc.getSelection();
  const { innerWidth = 0, innerHeight = 0 } = doc.defaultView ?? {};
  const starts = [
    selection?.isCollapsed === false ? selection.anchorNode : null,
    doc.activeElement,
    [...doc.querySelectorAll(':hover')].at(-1),
    doc.elementFromPoint(innerWidth / 2, innerHeight / 2),
  ];
  for (const start of starts) {
    const found = around(start);
    if (found) return found;
  }
  return null;
}

/** The visible part of an element; null where it is not in sight. What is ours in it is hidden for a moment. */
export async function framePost(doc: Document, element: Element): Promise<PostBox | null> {
  const view = doc.defaultView;
  if (!view || doc.hidden) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const hidden = [...element.querySelectorAll('div')].filter(isOurs);
  for (const host of hidden) host.style.setProperty('visibility', 'hidden', 'important');
  setTimeout(() => {
    for (const host of hidden) host.style.removeProperty('visibility');
  }, HIDDEN_MS);
  // The second one comes when the first has been painted.
  await nextFrame(view);
  await nextFrame(view);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { innerWidth: viewWidth, innerHeight: viewHeight } = view;
  const [x, y] = [Math.max(0, left), Math.max(0, top)];
  const width = Math.min(right, viewWidth) - x;
  const height = Math.min(bottom, viewHeight) - y;
  return width > 0 && height > 0 ? { x, y, width, height, viewWidth, viewHeight } : null;
}

function nextFrame(view: Window): Promise<unknown> {
  return new Promise((resolve) => view.requestAnimationFrame(resolve));
}
