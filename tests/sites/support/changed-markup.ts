/** A site that changed in the night: every class and every attribute that its selectors go by has another name. */
import type { SelectorTables } from '#utils/sites/selectors.ts';

const ATTRIBUTE = /(?<=\[)[a-z][\w-]*/giu;
/** Not within the value of an attribute. */
const CLASS = /(?<=\.)[a-z_][\w-]*(?![^[\]]*\])/giu;
/** Attributes of HTML itself, which no site renames. */
const HTML =
  /^(?:id|class|style|role|type|name|href|rel|src|alt|title|lang|dir|hidden|slot|content|datetime|tabindex|disabled|readonly|contenteditable|itemscope|item\w+|action|method|value|for|aria-[a-z]+)$/iu;
const MARK = 'changed-';

export type Change = 'attributes' | 'classes';

/** The selectors of a site, by full name, as they have to be after the change. */
export function toMends(tables: SelectorTables, change: Change): Record<string, string> {
  const mends: Record<string, string> = {};
  for (const [group, table] of Object.entries(tables)) {
    for (const [name, selector] of Object.entries(table)) {
      mends[`${group}.${name}`] = renameIn(selector, change);
    }
  }
  return mends;
}

/** Changes a page in place. */
export function changeMarkup(root: ParentNode, tables: SelectorTables, change: Change): void {
  const selectors = Object.values(tables).flatMap((table) => Object.values(table));
  const pattern = change === 'classes' ? CLASS : ATTRIBUTE;
  const names = new Set(selectors.flatMap((selector) => selector.match(pattern) ?? []));
  for (const element of listElements(root)) {
    for (const name of names) {
      if (change === 'classes') renameClass(element, name);
      else if (!HTML.test(name)) renameAttribute(element, name);
    }
  }
}

function renameIn(selector: string, change: Change): string {
  if (change === 'classes') return selector.replace(CLASS, `${MARK}$&`);
  return selector.replace(ATTRIBUTE, (name) => (HTML.test(name) ? name : MARK + name));
}

function renameClass(element: Element, name: string): void {
  if (element.classList.contains(name)) element.classList.replace(name, MARK + name);
}

function renameAttribute(element: Element, name: string): void {
  const value = element.getAttribute(name);
  if (value === null) return;
  element.setAttribute(MARK + name, value);
  element.removeAttribute(name);
}

function listElements(root: ParentNode): Element[] {
  const elements = [...root.querySelectorAll('*')];
  return elements.flatMap((one) => (one.shadowRoot ? [one, ...listElements(one.shadowRoot)] : one));
}
