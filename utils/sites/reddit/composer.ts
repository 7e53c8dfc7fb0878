/**
 * Which composer of new Reddit answers what, by place: inside a comment or directly after it, that comment; in the
 * host below the post of a thread page, the post. A composer that edits a comment or writes a new post answers nothing.
 */
import { closestDeep, queryAllDeep } from '../dom/deep-query.ts';
import { firstVisible } from '../dom/visibility.ts';
import { toThreadPostId } from './address.ts';

const COMMENT = 'shreddit-comment';
const COMPOSER = 'shreddit-composer';
/** Lexical, or the field of its Markdown mode, which may stand in a shadow root (2025 to 2026). */
const BOX = '[contenteditable="true"][role="textbox"], textarea';
const SUBMIT = 'button[type="submit"], [slot="submit-button"]';
/** Where a comment being edited stands. */
const EDITED = '[slot="comment"], [slot="edit"], shreddit-comment-edit, [id*="edit-composer"]';
const TREE = 'shreddit-comment-tree, shreddit-app, main, body';

/** See `SiteAdapter.findReplyBox`. */
export function findComposerBox(element: Element, url: URL): HTMLElement | null {
  const composers = findComposersNear(element).filter(
    (composer) => findTarget(composer, url) === element,
  );
  for (const composer of composers) {
    const box = firstVisible(queryAllDeep<HTMLElement>(composer, BOX));
    if (box) return box;
  }
  return null;
}

/** See `SiteAdapter.findReplyTarget`. */
export function findComposerTarget(editable: Element, url: URL): Element | null {
  const composer = closestDeep(editable, COMPOSER);
  return composer && closestDeep(editable, BOX) ? findTarget(composer, url) : null;
}

/** See `SiteAdapter.findSubmit`. */
export function findComposerSubmit(box: HTMLElement): HTMLElement | null {
  const composer = closestDeep(box, COMPOSER);
  return composer ? (queryAllDeep<HTMLElement>(composer, SUBMIT)[0] ?? null) : null;
}

function findComposersNear(element: Element): Element[] {
  const doc = element.ownerDocument;
  const light = [...doc.querySelectorAll(COMPOSER)];
  // The action row keeps its composer in a shadow root in some versions.
  const shadowed = element.localName === COMMENT ? queryAllDeep(element, COMPOSER) : [];
  return [...new Set([...light, ...shadowed])];
}

function findTarget(composer: Element, url: URL): Element | null {
  if (closestDeep(composer, EDITED)) return null;
  const comment = findCommentBefore(composer) ?? closestDeep(composer, COMMENT);
  if (comment) return comment;
  const id = toThreadPostId(url);
  if (!id) return null;
  for (const post of composer.ownerDocument.querySelectorAll('shreddit-post')) {
    if (post.id === id) return post;
  }
  return null;
}

/** The comment that the composer, with the wrappers that hold nothing else, directly follows. */
function findCommentBefore(composer: Element): Element | null {
  for (let node: Element | null = composer; node; node = node.parentElement) {
    const before: Element | null = node.previousElementSibling;
    if (before) return before.localName === COMMENT ? before : null;
    if (node.parentElement?.matches(`${TREE}, ${COMMENT}`)) return null;
  }
  return null;
}
