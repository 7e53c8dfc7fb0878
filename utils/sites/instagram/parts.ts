/**
 * Instagram has no marks for the parts of a post, and its classes are hashed. What is certain: a comment has a time that
 * links to `/c/<id>/`, a caption one that links nowhere, a name is a link to a profile, and the words stand after the
 * name, in the smallest part that holds them.
 */
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { readInstagramLink, readProfile } from './address.ts';
import { nextOf, parentOf } from '../dom/neighbors.ts';

/** Saved page of 2025-11 without articles; `article`, `h1` and lists in sources of 2024 to 2026. */
export const partSelectors = {
  article: 'article',
  screen: '[role="dialog"], main, [role="main"]',
  time: 'time[datetime]',
  link: 'a[href]',
  title: 'h1[dir="auto"]',
  control: 'button, [role="button"], form, hr',
  // The actions below a picture: like, comment, share, save.
  actions: 'section',
};

/** What stands after a name. */
export interface Words {
  /** The smallest part that holds the name and the words. */
  part: Element;
  text: string;
  /** The words end before they are over, and a control shows the rest. */
  isCut: boolean;
}

/** The links with a time that lead to posts and comments. */
export function findTimeLinks(root: ParentNode): Element[] {
  const links: Element[] = [];
  for (const time of root.querySelectorAll(partSelectors.time)) {
    const link = time.closest(partSelectors.link);
    if (link && readInstagramLink(link)) links.push(link);
  }
  return links;
}

/** The links that show a name (not only a picture) and lead to a profile. */
export function findNames(root: ParentNode): Element[] {
  return [...root.querySelectorAll(partSelectors.link)].filter(
    (link) => readProfile(link) !== null && readLine(link) !== '' && !link.querySelector('img'),
  );
}

/** The words after a name, up to a part that holds more than one time or is `root`; null where there are none. */
export function findWords(name: Element, root: Element): Words | null {
  let inner = name;
  for (let part = parentOf(name); part && part !== root; part = parentOf(part)) {
    if (part.querySelectorAll(partSelectors.time).length > 1) return null;
    const pieces: string[] = [];
    for (let next = nextOf(inner); next; next = nextOf(next)) {
      if (!isAside(next)) {
        pieces.push(readText(next, { skip: partSelectors.control, keepsLineFeeds: true }));
      }
    }
    const text = pieces.filter((piece) => piece !== '').join('\n');
    if (text) return { part, text, isCut: isCut(part, inner, text) };
    inner = part;
  }
  return null;
}

/** The place of a comment: its name and its words; the name and the time of one without words (a picture). */
export function findCommentPart(timeLink: Element): Element | null {
  for (let part = parentOf(timeLink); part; part = parentOf(part)) {
    if (part.querySelectorAll(partSelectors.time).length > 1) return null;
    const name = findNames(part)[0];
    if (name) return findWords(name, part.ownerDocument.body)?.part ?? part;
  }
  return null;
}

/** Controls, the part with the time, and pictures stand beside the words too. */
function isAside(element: Element): boolean {
  return (
    element.textContent?.trim() === '' ||
    element.matches(`${partSelectors.control}, ${partSelectors.time}`) ||
    element.querySelector(partSelectors.time) !== null
  );
}

function isCut(part: Element, before: Element, text: string): boolean {
  const controls = [...part.querySelectorAll(partSelectors.control)];
  return /(?:…|\.{3})$/u.test(text) && controls.some((control) => !before.contains(control));
}
