import { parentOf } from '#utils/sites/dom/neighbors.ts';

/** What changed in the page, boiled down to what must be looked at again. */
export interface Changes {
  /** Takes records as they come; costs nothing until `sort`. */
  add(records: readonly MutationRecord[]): void;
  /** Works through records until none is left (true) or `isOver` says to stop (false). */
  sort(isOver: () => boolean): boolean;
  /** New subtrees that may hold posts. The caller takes them out. */
  roots: Set<Element>;
  /** Known posts in which something changed. The caller takes them out. */
  touched: Set<Element>;
  /** Something left the page. The caller resets it. */
  hasRemoval: boolean;
  /** Anything changed at all, a screen shown or hidden included. The caller resets it. */
  hasNews: boolean;
}

/** Attributes by which sites tell who and what a (recycled) post is. */
const identityAttributes = [
  'href',
  'id',
  'datetime',
  'thingid',
  'data-id',
  'data-fullname',
  'data-testid',
];
/** Attributes by which sites hide screens. `class` is left out: it changes all the time, everywhere. */
const revealAttributes = ['hidden', 'aria-hidden', 'inert', 'style'];

/** What to ask a MutationObserver for. */
export const observed: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...identityAttributes, ...revealAttributes],
};

// A chain of nested additions is searched once from its top; deeper than this nobody builds honestly.
const CLIMB_MAX = 64;
const CLOCK_EVERY = 32;

/** Sorts mutation records; `isPost` tells known posts, `isOurs` our own elements, which do not count. */
export function createChanges(
  isPost: (element: Element) => boolean,
  isOurs: (node: Node) => boolean,
): Changes {
  let inbox: (readonly MutationRecord[])[] = [];
  let batch = 0;
  let record = 0;

  const touch = (node: Node | null) => {
    let at = node instanceof Element ? node : node && parentOf(node);
    for (; at; at = parentOf(at)) {
      if (isPost(at)) {
        changes.touched.add(at);
        return;
      }
    }
  };

  const addRoot = (element: Element) => {
    let above = parentOf(element);
    for (let step = 0; above && step < CLIMB_MAX; step += 1) {
      if (changes.roots.has(above)) return;
      above = parentOf(above);
    }
    changes.roots.add(element);
  };

  const sortOne = (change: MutationRecord) => {
    const { type, target } = change;
    if (isOurs(target)) return;
    if (type === 'attributes') {
      changes.hasNews = true;
      if (!revealAttributes.includes(change.attributeName ?? '')) touch(target);
      return;
    }
    // Asked for only now: of each record that has none, Chromium makes empty lists (most of the cost, seen 2026-11).
    const { addedNodes, removedNodes } = change;
    let isForeign = type === 'characterData';
    for (const node of addedNodes) {
      if (isOurs(node)) continue;
      isForeign = true;
      if (node instanceof Element && node.isConnected) addRoot(node);
    }
    for (const node of removedNodes) {
      if (isOurs(node)) continue;
      isForeign = true;
      if (node instanceof Element) changes.hasRemoval = true;
    }
    if (!isForeign) return;
    changes.hasNews = true;
    touch(target);
  };

  const changes: Changes = {
    roots: new Set(),
    touched: new Set(),
    hasRemoval: false,
    hasNews: false,
    add(records) {
      inbox.push(records);
    },
    sort(isOver) {
      for (; batch < inbox.length; batch += 1) {
        const records = inbox[batch] ?? [];
        for (; record < records.length; record += 1) {
          if (record % CLOCK_EVERY === 0 && isOver()) return false;
          const one = records[record];
          if (one) sortOne(one);
        }
        record = 0;
      }
      inbox = [];
      batch = 0;
      return true;
    },
  };
  return changes;
}
