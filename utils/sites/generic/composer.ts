import { toUrl } from '#utils/sites/dom/address.ts';
import { firstVisible, isVisible } from '#utils/sites/dom/visibility.ts';

/** What the composer needs to know of the posts of a page. */
export interface PagePosts {
  posts: Element[];
  /** The one post that the page is about; null on a page with several or none. */
  root: Element | null;
  selector: string;
}

const EDITABLE =
  'textarea:not([readonly], [disabled]), [contenteditable="true"], [contenteditable=""], [contenteditable="plaintext-only"]';
const NO_COMPOSER = '[role="search"], [role="searchbox"], nav, form[action*="search" i]';
const REFERENCE = 'data-reply-to, data-in-reply-to, data-parent-id, data-comment-parent'.split(
  ', ',
);
const REFERENCE_FIELD =
  'input[name="in_reply_to" i], input[name="in-reply-to" i], input[name="reply_to" i], input[name="parent" i], input[name="parent_id" i], input[name="comment_parent" i]';
const REFERENCE_LINK = 'a.u-in-reply-to, a[rel~="in-reply-to"]';
const SUBMIT = 'button[type="submit"], input[type="submit"], button:not([type])';
const BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"]';

/** All visible editable elements in which a reply could be typed. */
export function findEditables(doc: Document): HTMLElement[] {
  return [...doc.querySelectorAll<HTMLElement>(EDITABLE)].filter(
    (one) => !one.closest(NO_COMPOSER) && isVisible(one),
  );
}

/**
 * The post that an editable answers: the one it stands in, the one it refers to, the one it follows when it stands
 * between posts; a box that tells nothing answers the page's only root post, if it is the only such box.
 */
export function findAnswered(editable: Element, page: PagePosts, url: URL): Element | null {
  if (editable.closest(NO_COMPOSER)) return null;
  const told = findTold(editable, page, url);
  if (told !== undefined) return told;
  const silent = findEditables(editable.ownerDocument).filter(
    (one) => findTold(one, page, url) === undefined,
  );
  return silent.length === 1 && silent[0] === editable ? page.root : null;
}

/** The control that sends: the form's own, else the nearest enabled button upward that is not of a toolbar. */
export function findSend(box: Element): HTMLElement | null {
  const form = box.closest('form');
  const own = form && firstVisible(form.querySelectorAll<HTMLElement>(SUBMIT));
  if (own) return own;
  let around = box.parentElement;
  for (let level = 0; around && level < 6; level += 1, around = around.parentElement) {
    const buttons = [...around.querySelectorAll<HTMLElement>(BUTTON)].filter(
      (one) =>
        !one.matches('[disabled], [aria-disabled="true"]') &&
        !one.closest('[role="toolbar"]') &&
        (box.compareDocumentPosition(one) & 4) !== 0 &&
        isVisible(one),
    );
    if (buttons.length > 0) return buttons.at(-1) ?? null;
  }
  return null;
}

/** Undefined: nothing is told. Null: something is told, but not of a post of this page. */
function findTold(editable: Element, page: PagePosts, url: URL): Element | null | undefined {
  const reference = readReference(editable, page);
  if (reference !== null) return findReferred(reference, page, url);
  const holder = editable.closest(page.selector);
  if (holder && page.posts.includes(holder)) {
    // The box at the foot of a whole thread stands in its root, like the boxes of a flat list.
    return holder === page.root ? findBetween(editable, page, holder) : holder;
  }
  return findBetween(editable, page, null);
}

function readReference(editable: Element, page: PagePosts): string | null {
  let around: Element | null = editable;
  for (let level = 0; around && level < 5 && !around.matches(page.selector); level += 1) {
    for (const name of REFERENCE) {
      const value = around.getAttribute(name)?.trim();
      if (value) return value;
    }
    if (around.id) {
      const opener = page.posts.flatMap((post) => [
        ...post.querySelectorAll(
          `[aria-controls="${CSS_ID.test(around?.id ?? '') ? around?.id : ''}"]`,
        ),
      ])[0];
      const holder = opener?.closest(page.selector);
      if (holder?.id) return `#${holder.id}`;
    }
    around = around.parentElement;
  }
  const form = editable.closest('form');
  const field = form?.querySelector<HTMLInputElement>(REFERENCE_FIELD)?.value.trim();
  if (field && field !== '0') return field;
  return form?.querySelector(REFERENCE_LINK)?.getAttribute('href') ?? null;
}

const CSS_ID = /^[\w-]+$/u;

function findReferred(reference: string, page: PagePosts, url: URL): Element | null {
  const wanted = reference.replace(/^#/u, '');
  const isNumber = /^\d+$/u.test(wanted);
  const matches = page.posts.filter((post) => {
    if (post.id === wanted || post.getAttribute('data-id') === wanted) return true;
    if (isNumber) return new RegExp(`(?:^|\\D)${wanted}$`, 'u').test(post.id);
    const address = toUrl(reference, url);
    return post.id !== '' && address?.hash === `#${post.id}`;
  });
  const [match] =
    matches.length > 0 ? matches : page.posts.filter((post) => isAt(post, reference, url));
  return match ?? null;
}

function isAt(post: Element, reference: string, url: URL): boolean {
  const wanted = toUrl(reference, url)?.href;
  const itself =
    post.getAttribute('itemid') ??
    post.querySelector('[itemprop~="url"], .u-url')?.getAttribute('href');
  return wanted !== undefined && toUrl(itself, url)?.href === wanted;
}

/** The post right before a box that has a post right after it too, or that shares the post's list item. */
function findBetween(
  editable: Element,
  page: PagePosts,
  root: Element | null,
): Element | null | undefined {
  let block: Element = editable;
  while (
    block.parentElement &&
    block.parentElement !== root &&
    !holdsPost(block.parentElement, page)
  ) {
    block = block.parentElement;
  }
  const before = block.previousElementSibling;
  const after = block.nextElementSibling;
  const isInItem = block.parentElement?.matches('li, [role="listitem"]') ?? false;
  if (!before?.matches(page.selector) || !page.posts.includes(before)) return undefined;
  return isInItem || (after && (after.matches(page.selector) || holdsPost(after, page)))
    ? before
    : undefined;
}

function holdsPost(element: Element, page: PagePosts): boolean {
  return element.querySelector(page.selector) !== null;
}
