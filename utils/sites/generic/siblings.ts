/**
 * Posts without any mark: repeated parts of a page that each have one link to a person, one moment, one text and one
 * control to reply, all in the same places (sites.md §22g). Whatever lacks one of these is no post, so that lists of
 * news, goods, links and results give nothing. Looked for only where a page marks nothing up, in bounded time: of the
 * first controls only, each as far up as it stands alone.
 */
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import type { MarkedPost } from './marked-post.ts';
import { readLanguage } from './microdata.ts';
import { readItem, type Item } from './siblings/item.ts';
import { readMoment } from './siblings/moment.ts';
import { PROFILE_LINK, toAuthor, toProfile } from '#utils/sites/dom/profile-link.ts';
import { isReplyControl } from './siblings/reply-words.ts';
import { pickRepeated, type KnownFrames, type Sibling } from './siblings/shape.ts';
import { finish, type Steps } from './steps.ts';

const CONTROL = 'a, button, [role="button"]';
const CONTROLS_MAX = 5_000;
const CONTROLS_A_STEP = 100;
const ITEMS_MAX = 300;
const PEOPLE_MIN = 3;
/** What people write to each other there is not said in public, and what is told of them is not their post. */
const PRIVATE =
  /(?:^|[/#.])(?:messages?|messaging|inbox|(?:web|e-?)?mail|outlook|chats?|conversations?|dms?|direct|pm|private|notifications?|alerts?)(?:[/.?]|$)/iu;
const NOT_TEXT = 'button, [role="button"], form';
const SERVER_ID = /^[a-z][a-z_:.-]*\d+$/iu;

interface Memory {
  frames: KnownFrames;
  siblings: WeakMap<Element, Sibling>;
  /** What was found in the whole page, and how many elements it had then. */
  size: number;
  found: Element[];
}

const memories = new WeakMap<Document, Memory>();

/** The posts under `root`, in document order; in a part of a page also those that are like posts found before. */
export function findSiblings(root: ParentNode, doc: Document): Element[] {
  return finish(seekSiblings(root, doc));
}

/** The same in steps of about a millisecond; the last one gives the posts. */
export function* seekSiblings(root: ParentNode, doc: Document): Steps<Element[]> {
  const memory = memories.get(doc) ?? {
    frames: new Map(),
    siblings: new WeakMap(),
    size: 0,
    found: [],
  };
  memories.set(doc, memory);
  if (isPrivate(new URL(doc.URL))) return [];
  if (root !== doc) return yield* look(root, memory);
  const size = doc.getElementsByTagName('*').length;
  if (size !== memory.size || memory.found.some((one) => !one.isConnected)) {
    memory.found = yield* look(root, memory);
    memory.size = size;
  }
  return memory.found;
}

/** The element of the text of such a post; null for any other element. */
export function findSiblingBody(element: Element): Element | null {
  return recall(element)?.body ?? null;
}

/** Reads such a post; null for any other element. */
export function readSibling(element: Element): MarkedPost | null {
  const sibling = recall(element);
  if (!sibling) return null;
  const { author, profile, moment, body } = sibling;
  return {
    ...toAuthor(readLine(author), profile),
    text: readText(body, { skip: NOT_TEXT }),
    title: '',
    href: findAddress(sibling),
    time: readMoment(moment),
    lang: readLanguage(body),
    parentHref: null,
    isCut: false,
  };
}

function recall(element: Element): Sibling | null {
  const sibling = memories.get(element.ownerDocument)?.siblings.get(element);
  const isWhole = sibling && [sibling.author, sibling.body].every((part) => element.contains(part));
  return isWhole ? sibling : null;
}

function* look(root: ParentNode, memory: Memory): Steps<Element[]> {
  if (!(yield* hasPeople(root, memory.frames.size > 0 ? 1 : PEOPLE_MIN))) return [];
  yield;
  const outer = yield* findControls(root);
  const items: Item[] = [];
  for (const [at, control] of outer.entries()) {
    const others = [outer[at - 1], outer[at + 1]].filter((one) => one !== undefined);
    const isBeyond = (around: Element) =>
      !root.contains(around) || others.some((other) => around.contains(other));
    const item = readHonest(control, isBeyond);
    if (item) items.push(item);
    yield;
  }
  const siblings = yield* pickRepeated(items, memory.frames);
  for (const sibling of siblings) memory.siblings.set(sibling.element, sibling);
  const found = new Set(siblings.map(({ element }) => element));
  return items.map(({ element }) => element).filter((element) => found.has(element));
}

/** Null also where a form's fields stand in for what it should answer itself (`<input name="matches">`). */
function readHonest(control: Element, isBeyond: (around: Element) => boolean): Item | null {
  try {
    return readItem(control, isBeyond);
  } catch {
    return null;
  }
}

/** True where so many links lead to people. */
function* hasPeople(root: ParentNode, least: number): Steps<boolean> {
  const links = root.querySelectorAll('a[href]');
  let people = 0;
  for (let at = 0; at < links.length && people < least; at += 1) {
    if (at % CONTROLS_A_STEP === 0) yield;
    if (links[at]?.matches(PROFILE_LINK)) people += 1;
  }
  return people >= least;
}

/** The first controls that open an answer, one of each post. */
function* findControls(root: ParentNode): Steps<Element[]> {
  const outer: Element[] = [];
  let before: Element | undefined;
  const controls = root.querySelectorAll(CONTROL);
  for (let at = 0; at < CONTROLS_MAX && outer.length < ITEMS_MAX; at += 1) {
    if (at % CONTROLS_A_STEP === 0) yield;
    // One by one: of a huge list the browser makes only those that are asked for.
    const control = controls[at];
    if (!control) break;
    if (!isReplyControl(control)) continue;
    if (!isTwin(before, control)) outer.push(control);
    before = control;
  }
  return outer;
}

/** True for two controls of one post: between them stands nobody. */
function isTwin(before: Element | undefined, control: Element): boolean {
  let around = before ?? null;
  while (around && !around.contains(control)) around = parentOf(around);
  return around !== null && around.querySelector(PROFILE_LINK) === null;
}

function isPrivate({ hostname, pathname, hash }: URL): boolean {
  // The last two parts of a host are its name, whatever they say.
  const service = hostname.split('.').slice(0, -2).join('.');
  return [service, pathname, hash].some((part) => PRIVATE.test(part));
}

/** The link of the moment, else the id that the server gave to the post or what is right around it. */
function findAddress({ element, moment, control }: Sibling): string | null {
  const link = moment.closest('a') ?? moment.querySelector('a');
  if (link && element.contains(link) && !toProfile(link)) return link.getAttribute('href');
  let around: Element | null = element;
  for (let level = 0; around && level < 3; level += 1, around = parentOf(around)) {
    if (!SERVER_ID.test(around.id)) continue;
    const first = [...around.querySelectorAll(CONTROL)].find(isReplyControl);
    return first === control ? `#${around.id}` : null;
  }
  return null;
}
