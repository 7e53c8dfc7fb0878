import type { Post } from '#utils/model/post.ts';
import type { SiteId } from '#utils/model/site.ts';
import { findAdapter, siteAdapters } from '#utils/sites/registry.ts';
import { queryAllDeep } from '#utils/sites/dom/deep-query.ts';
import type { PageReading } from './page-reading.ts';

const EDITABLE = 'textarea, [contenteditable="true"], [contenteditable=""], [role="textbox"]';

/** Reads a page with the adapter that takes it, or another one; runs the same in a real browser and in a fake DOM. */
export function readPage(doc: Document, url: URL, site?: SiteId): PageReading {
  const adapter = site ? siteAdapters[site] : findAdapter(doc, url);
  const read: { element: Element; post: Post }[] = [];
  for (const element of adapter.findPosts(doc)) {
    const post = adapter.readPost(element, url);
    if (post) read.push({ element, post });
  }
  const idOf = (element: Element | null) =>
    (element && read.find((one) => one.element === element)?.post.id) ?? null;
  return {
    site: adapter.id,
    kind: adapter.pageKind(url),
    account: adapter.findAccount(doc, url),
    posts: read.map(({ post }) => post),
    opening: adapter.findOpening?.(doc, url) ?? null,
    places: read.map(({ element, post }) => {
      const mount = adapter.mountPoint(element);
      const box = adapter.findReplyBox(element, url);
      return {
        id: post.id,
        mount: mount && `${mount.where} ${describe(mount.anchor)}`,
        replyBox: box && describe(box),
        submit: box && describe(adapter.findSubmit(box)),
      };
    }),
    boxes: queryAllDeep(doc, EDITABLE).map((box) => ({
      box: describe(box),
      answers: idOf(adapter.findReplyTarget(box, url)),
    })),
  };
}

function describe(element: Element): string;
function describe(element: Element | null): string | null;
function describe(element: Element | null): string | null {
  if (!element) return null;
  const marks = ['id', 'data-testid', 'class', 'name', 'slot', 'role', 'type']
    .filter((name) => element.getAttribute(name))
    .map((name) => `[${name}="${element.getAttribute(name)}"]`);
  return element.localName + marks.slice(0, 2).join('');
}
