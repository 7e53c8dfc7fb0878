/**
 * Which composer of new Reddit answers what, by place: inside a comment or directly after it, that comment; in the
 * host below the post of a thread page, the post. A composer that edits a comment or writes a new post answers nothing.
 */
import { closestDeep, queryAllDeep } from '../dom/deep-query.ts';
import { parentOf } from '../dom/neighbors.ts';
import { firstVisible } from '../dom/visibility.ts';
import { toThreadPostId } from './address.ts';
import { newSelectors } from './new-selectors.ts';

/** 2025 to 2026. */
export const boxSelectors = {
  composer: 'shreddit-composer',
  // Lexical, or the field of its Markdown mode, which may stand in a shadow root.
  field: '[contenteditable="true"][role="textbox"], textarea',
  submit: 'button[type="submit"], [slot="submit-button"]',
  // Where a comment being edited stands.
  edited: '[slot="comment"], [slot="edit"], shreddit-comment-edit, [id*="edit-composer"]',
  tree: 'shreddit-comment-tree, shreddit-app, main, body',
};

/** See `SiteAdapter.findReplyBox`. */
export function findComposerBox(element: Element, url: URL): HTMLElement | null {
  const composers = findComposersNear(element).filter(
    (composer) => findTarget(composer, url) === element,
  );
  for (const composer of composers) {
    const box = firstVisible(queryAllDeep<HTMLElement>(composer, boxSelectors.field));
    if (box) return box;
  }
  return null;
}

/** See `SiteAdapter.findReplyTarget`. */
export function findComposerTarget(editable: Element, url: URL): Element | null {
  const composer = closestDeep(editable, boxSelectors.composer);
  return composer && closestDeep(editable, boxSelectors.field) ? findTarget(composer, url) : null;
}

/** See `SiteAdapter.findSubmit`. */
export function findComposerSubmit(box: HTMLElement): HTMLElement | null {
  const composer = closestDeep(box, boxSelectors.composer);
  return composer ? (queryAllDeep<HTMLElement>(composer, boxSelectors.submit)[0] ?? null) : null;
}

function findComposersNear(element: Element): Element[] {
  const doc = element.ownerDocument;
  const light = [...doc.querySelectorAll(boxSelectors.composer)];
  // The action row keeps its composer in a shadow root in some versions.
  const shadowed = element.matches(newSelectors.comment)
    ? queryAllDeep(element, boxSelectors.composer)
    : [];
  return [...new Set([...light, ...shadowed])];
}

function findTarget(composer: Element, url: URL): Element | null {
  if (closestDeep(composer, boxSelectors.edited)) return null;
  const comment = findCommentBefore(composer) ?? closestDeep(composer, newSelectors.comment);
  if (comment) return comment;
  const id = toThreadPostId(url);
  if (!id) return null;
  for (const post of composer.ownerDocument.querySelectorAll(newSelectors.post)) {
    if (post.id === id) return post;
  }
  return null;
}

/** The comment that the composer, with the wrappers that hold nothing else, directly follows. */
function findCommentBefore(composer: Element): Element | null {
  for (let node: Element | null = composer; node; node = parentOf(node)) {
    const before: Element | null = node.previousElementSibling;
    if (before) return before.matches(newSelectors.comment) ? before : null;
    if (node.parentElement?.matches(`${boxSelectors.tree}, ${newSelectors.comment}`)) return null;
  }
  return null;
}
