/**
 * The selectors by which an element might be found again, best first: what tests and machines go by, then names that
 * people gave, then the place in a named part. No counting of children: the next post has another number.
 */
import { isStableName, toNamePrefix } from './stable-names.ts';
import { parentOf } from '../dom/neighbors.ts';

export interface Candidate {
  css: string;
  /** How soon a new release of the site will break it: 0 hardly, 7 with the next. */
  risk: number;
}

/** Attributes that are there to be found by, with their values. */
const MARKING = new Set(
  'data-testid data-test-id data-test data-qa data-cy data-hook data-e2e itemprop component data-component'.split(
    ' ',
  ),
);
const OTHER_DATA =
  /^data-(?!v-|s-|react|emotion|radix|state|index|ember|astro|turbo|bs-|tw-)[a-z][a-z-]*$/u;
const VALUE = /^[A-Za-z][\w .:/-]{0,59}$/u;
const SPEAKING_TAGS = new Set(['article', 'time', 'textarea', 'blockquote']);
const CLASSES_MAX = 4;
/** Classes or attributes that are looked at; a page can give one element any number. */
const NAMES_MAX = 40;
const CHAIN_MAX = 5;
/** As in `lessonSchema`. */
const CSS_MAX = 300;

/** All of them, least risk first; never empty. */
export function toCandidates(element: Element): Candidate[] {
  const own = toMarks(element);
  const tag = toTag(element);
  const all = [...own, ...toPairs(own)];
  const parent = element.parentElement;
  if (parent && !isRoot(parent)) {
    for (const mark of toMarks(parent).slice(0, 2)) {
      for (const { css, risk } of own.slice(0, 2)) {
        all.push({ css: `${mark.css} > ${css}`, risk: Math.max(mark.risk, risk) + 0.5 });
      }
      all.push({ css: `${mark.css} > ${tag}`, risk: Math.max(mark.risk, 3) });
    }
  }
  const chain = toChain(element);
  if (chain) all.push({ css: chain, risk: 6 });
  for (const name of [...element.classList].filter(isPlainName).slice(0, 2)) {
    all.push({ css: `${tag}.${name}`, risk: 7 });
  }
  if (all.length === 0) all.push({ css: tag, risk: 8 });
  const known = new Set<string>();
  return all
    .filter(({ css }) => css.length <= CSS_MAX && !known.has(css) && known.add(css))
    .toSorted((one, other) => one.risk - other.risk);
}

/** An element's tag as CSS takes it; some programs write others (`o:p`). */
export function toTag({ localName }: Element): string {
  return /^[a-z][a-z\d-]{0,39}$/u.test(localName) ? localName : '*';
}

/** What the element alone carries. */
function toMarks(element: Element): Candidate[] {
  const marks: Candidate[] = [];
  const tag = toTag(element);
  if (tag.includes('-')) marks.push({ css: tag, risk: 0.5 });
  for (const { name, value } of [...element.attributes].slice(0, NAMES_MAX)) {
    if (MARKING.has(name) && isStableValue(value)) {
      marks.push({ css: `[${name}="${value}"]`, risk: 0 });
    } else if (name === 'rel' && value === 'author') {
      marks.push({ css: `${tag}[rel="author"]`, risk: 0 });
    } else if (name === 'role' && isStableName(value)) {
      marks.push({ css: `[role="${value}"]`, risk: value === 'article' ? 1 : 3.5 });
    } else if (name === 'name' && isStableName(value)) {
      marks.push({ css: `${tag}[name="${value}"]`, risk: 1 });
    } else if (OTHER_DATA.test(name)) {
      marks.push({ css: `[${name}]`, risk: name.endsWith('-id') ? 0.5 : 1.5 });
    }
  }
  if (isStableName(element.id)) marks.push({ css: `#${element.id}`, risk: 1 });
  const classes = [...element.classList].slice(0, NAMES_MAX);
  for (const name of classes.filter(isStableName).slice(0, CLASSES_MAX)) {
    marks.push({ css: `.${name}`, risk: 1 });
  }
  for (const name of classes) {
    const prefix = toNamePrefix(name);
    if (prefix !== null) marks.push({ css: `[class*="${prefix}"]`, risk: 4 });
  }
  if (SPEAKING_TAGS.has(tag)) marks.push({ css: tag, risk: 2 });
  return marks.toSorted((one, other) => one.risk - other.risk);
}

/** Two names say more than one where each stands on other things too. */
function toPairs(marks: Candidate[]): Candidate[] {
  const classes = marks.filter(({ css }) => css.startsWith('.')).slice(0, 3);
  return classes.flatMap((one, at) =>
    classes.slice(at + 1).map((other) => ({ css: one.css + other.css, risk: 1.5 })),
  );
}

/** The way down to it by tags alone, from the nearest thing above that has a name; null when there is none near. */
function toChain(element: Element): string | null {
  const tags = [toTag(element)];
  let at = parentOf(element);
  for (let level = 0; at && level < CHAIN_MAX; level += 1, at = parentOf(at)) {
    if (isRoot(at) || at.localName === 'main') return [toTag(at), ...tags].join(' > ');
    const [mark] = toMarks(at);
    if (mark && mark.risk < 4) return [mark.css, ...tags].join(' > ');
    tags.unshift(toTag(at));
  }
  return null;
}

function isStableValue(value: string): boolean {
  return VALUE.test(value) && !/\d{3}/u.test(value);
}

function isPlainName(name: string): boolean {
  return /^[A-Za-z_][\w-]{0,39}$/u.test(name);
}

function isRoot(element: Element): boolean {
  return element.localName === 'body' || element.localName === 'html';
}
