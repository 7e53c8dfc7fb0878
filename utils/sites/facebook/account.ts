/**
 * Whose account it is. Boxes name who writes ("Comment as …"), a person or a page, and the navigation links that name.
 * The same account is a number in groups, a name elsewhere, and in some comments not linked at all: what the page does
 * not itself give the account's own comments would be taken for somebody else, and is therefore not told.
 */
import { cleanLine } from '../dom/clean-text.ts';
import { readLine } from '../dom/read-text.ts';
import { isOnHiddenScreen } from '../dom/visibility.ts';
import { toProfileHandle } from './address.ts';
import { readFacebookComment } from './comment.ts';
import { isComment, partSelectors } from './parts.ts';
import { readLabel, replySelectors } from './replying.ts';
import { toActingName } from './words.ts';

export const accountSelectors = {
  // The bar on top and the menu at the side, 2023 to 2026 in six sources.
  navigationLink: '[role="navigation"] a[href], [role="banner"] a[href]',
};

/** See `SiteAdapter.findAccount`. */
export function findFacebookAccount(doc: Document, url: URL): string | null {
  const name = findActingName(doc);
  if (name === null) return null;
  const linked = findOnly(listLinkedHandles(doc, url, name));
  return linked !== null && linked === findOnly(listOwnHandles(doc, url, name)) ? linked : null;
}

function findActingName(doc: Document): string | null {
  const boxes = [...doc.querySelectorAll(replySelectors.box)].filter(
    (box) => !isOnHiddenScreen(box),
  );
  return findOnly(boxes.map((box) => toActingName(readLabel(box))).filter((name) => name !== null));
}

function listLinkedHandles(doc: Document, url: URL, name: string): string[] {
  return [...doc.querySelectorAll(accountSelectors.navigationLink)]
    .filter((link) => readLine(link) === name)
    .map((link) => toProfileHandle(link.getAttribute('href'), url))
    .filter((handle) => handle !== null);
}

/** What the page calls the author of each comment by that name. */
function listOwnHandles(doc: Document, url: URL, name: string): string[] {
  return [...doc.querySelectorAll(partSelectors.article)]
    .filter((one) => cleanLine(one.getAttribute('aria-label') ?? '').includes(name))
    .filter((one) => isComment(one))
    .map((one) => readFacebookComment(one, url)?.author)
    .filter((author) => author?.name === name)
    .map((author) => author?.handle ?? '');
}

/** The one that all of them are; null for none, and for several. */
function findOnly(texts: readonly string[]): string | null {
  const [only, ...others] = new Set(texts);
  return only !== undefined && others.length === 0 ? only : null;
}
