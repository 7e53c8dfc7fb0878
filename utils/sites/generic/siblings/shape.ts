/** The frame that repeated posts share: where, seen from a post, its author, its control and its text stand. */
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import { measureProse, type Item } from './item.ts';
import type { Steps } from '../steps.ts';

/** So many posts of one frame are a list. */
const ITEMS_MIN = 3;
/** More of one frame say nothing new. */
const LEARNED_MAX = 60;
/** Letters that a text has on average: fewer are labels. */
const LETTERS_MIN = 25;
/** What may hold a text beside its title and signature; paragraphs and quotes are the text itself. */
const HOLDER = 'div, section, article';
const DEPTH_MAX = 4;

/** A post of a list, with the one element of its text. */
export interface Sibling extends Item {
  body: Element;
}

/** The names of the elements on the way to a text: to its block, then within it. */
type Way = [block: string, ...inner: string[]];

/** Frames that are known to be of posts, with the way from the post to its text. */
export type KnownFrames = Map<string, Way>;

/** The items that repeat a frame and differ in what is written there, or stand in a frame that is known. */
export function* pickRepeated(items: Item[], known: KnownFrames): Steps<Sibling[]> {
  const picked: Sibling[] = [];
  const groups = groupBy(items, toFrame);
  for (const [frame, group] of groups) {
    yield;
    const way = known.get(frame) ?? learnWay(group.slice(0, LEARNED_MAX));
    if (!way) continue;
    known.set(frame, way);
    for (const item of group) {
      const body = findBody(item, way);
      if (body) picked.push({ ...item, body });
    }
  }
  return picked;
}

function findBody(item: Item, [first, ...inner]: Way): Element | null {
  let found = item.blocks
    .map((block) => block.element)
    .filter((element) => toWay(element, item.element) === first);
  for (const step of inner) {
    if (found.length !== 1) return null;
    found = [...(found[0]?.children ?? [])].filter((child) => toStep(child) === step);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The way to the text, if this is a list of posts: most of what is written stands there, and each is different. */
function learnWay(group: Item[]): Way | null {
  if (group.length < ITEMS_MIN) return null;
  const blocks = group.flatMap(({ element, blocks: own }) =>
    own.map((block) => ({ way: toWay(block.element, element), prose: block.prose })),
  );
  const ways = [...groupBy(blocks, ({ way }) => way)].map(
    ([way, of]) => [way, sum(of.map(({ prose }) => prose))] as const,
  );
  const [first, most] = ways.toSorted((one, other) => other[1] - one[1])[0] ?? ['', 0];
  if (most < sum(ways.map(([, prose]) => prose)) * 0.6) return null;
  const way = toInner(group, [first]);
  const bodies = group.flatMap((item) => findBody(item, way) ?? []);
  const texts = new Set(bodies.map((body) => body.textContent?.trim()));
  const letters = sum(bodies.map(measureProse));
  const isEach = bodies.length >= ITEMS_MIN && bodies.length >= group.length * 0.8;
  const isVaried = texts.size >= bodies.length * 0.8 && letters >= LETTERS_MIN * bodies.length;
  return isEach && isVaried ? way : null;
}

/** Goes on to the part of the block that every post has and that holds most of what is written there. */
function toInner(group: Item[], way: Way): Way {
  const bodies = group.flatMap((item) => findBody(item, way) ?? []);
  const main = bodies.map((body) => {
    const holders = [...body.children].filter((child) => child.matches(HOLDER));
    if (holders.length === 0) return null;
    const half = measureProse(body) / 2;
    return holders.find((child) => measureProse(child) >= half) ?? null;
  });
  const steps = groupBy(main, (child) => (child ? toStep(child) : ''));
  const [step, of] = [...steps].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
  if (step === '' || of.length < bodies.length * 0.6 || way.length > DEPTH_MAX) return way;
  const inner: Way = [...way, step];
  const isEverywhere = group.every((item) => !findBody(item, way) || findBody(item, inner));
  return isEverywhere ? toInner(group, inner) : way;
}

function toFrame({ element, author, control }: Item): string {
  return [toStep(element), toWay(author, element), toWay(control, element)].join(' ');
}

/** The names of all elements from `holder` down to `part`. */
function toWay(part: Element, holder: Element): string {
  const steps: string[] = [];
  for (let one: Element | null = part; one && one !== holder; one = parentOf(one)) {
    steps.unshift(toStep(one));
  }
  return steps.join('>');
}

function toStep(element: Element): string {
  return `${element.localName}.${element.classList[0] ?? ''}`;
}

function groupBy<T>(all: T[], toKey: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = toKey(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
