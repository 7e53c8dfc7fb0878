/** One thing that may be a post: all that belongs to one reply control, told apart without any mark of the page. */
import { findMoment } from './moment.ts';
import { parentOf } from '#utils/sites/dom/neighbors.ts';
import { PROFILE_LINK, toProfile } from '#utils/sites/dom/profile-link.ts';

export interface Item {
  element: Element;
  author: Element;
  profile: string;
  moment: Element;
  control: Element;
  /** Places for the text: the largest parts that hold none of the others. */
  blocks: Block[];
}

/** A part, and how many letters stand in it that are not on controls. */
export interface Block {
  element: Element;
  prose: number;
}

/** So far up from its control a post is looked for. */
const LEVELS = 10;
const BLOCKS_MAX = 40;
/** So many letters are no label. */
const PROSE_MIN = 2;
/** All that is none in ASCII; classes of Unicode would be exact, and cost the most of all this. */
const NO_LETTERS = /[\s\d!-/:-@[-`{-~]+/gu;
const CONTROL = 'a, button, [role="button"], time, select, textarea, input, script, style';
const MENU = 'nav, [role="navigation"], [role="menu"], [role="grid"], body > footer';

/** The part of the page around `control` up to where the next control begins; null when it is no post. */
export function readItem(control: Element, isOther: (around: Element) => boolean): Item | null {
  // A table with headings is one of data.
  if (control.closest(MENU) || control.closest('table')?.querySelector('th')) return null;
  let around = parentOf(control);
  let best: Item | null = null;
  let most = 0;
  for (let level = 0; around && level < LEVELS && !isOther(around); level += 1) {
    if (around.localName === 'body') break;
    const item = toItem(around, control);
    const prose = item ? sum(item.blocks.map((block) => block.prose)) : 0;
    // The smallest part that has all: what is around an answer may hold answers to it.
    if (item && prose > most * 1.1) [best, most] = [item, prose];
    around = parentOf(around);
  }
  return best;
}

function toItem(element: Element, control: Element): Item | null {
  const links = [...element.querySelectorAll(PROFILE_LINK)]
    .map((link) => ({ link, profile: toProfile(link) }))
    .filter((one) => one.profile !== null);
  const { link: author, profile } = links.find(({ link }) => link.textContent?.trim()) ?? {};
  if (!author || !profile) return null;
  const isOutside = (one: Element) => !author.contains(one) && !control.contains(one);
  const moment = findMoment(element, isOutside);
  if (!moment) return null;
  const blocks = findBlocks(element, [author, moment, control]);
  // Another person outside of what was written: this may be about anybody.
  const isAlone = links.every(
    ({ link, profile: other }) =>
      other === profile || blocks.some((block) => block.element.contains(link)),
  );
  return isAlone && blocks.length > 0
    ? { element, author, profile, moment, control, blocks }
    : null;
}

function findBlocks(element: Element, marks: Element[]): Block[] {
  const blocks: Block[] = [];
  const queue: Element[] = [element];
  for (let index = 0; index < queue.length && index < BLOCKS_MAX; index += 1) {
    for (const child of queue[index]?.children ?? []) {
      if (marks.includes(child) || child.matches(CONTROL)) continue;
      if (marks.some((mark) => child.contains(mark))) {
        queue.push(child);
        continue;
      }
      const prose = measureProse(child);
      if (prose >= PROSE_MIN) blocks.push({ element: child, prose });
    }
  }
  return blocks;
}

/** Letters that are not on controls. */
export function measureProse(block: Element): number {
  let letters = countLetters(block);
  let outer: Element | null = null;
  for (const control of block.querySelectorAll(CONTROL)) {
    // In document order what stands in a control follows it at once.
    if (outer?.contains(control)) continue;
    outer = control;
    letters -= countLetters(control);
  }
  return letters;
}

function countLetters(element: Element): number {
  return (element.textContent ?? '').replace(NO_LETTERS, '').length;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
