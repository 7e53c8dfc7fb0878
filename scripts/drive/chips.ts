/** Reads and presses our chips from outside. */
import type { CDPSession, Page } from '@playwright/test';
import {
  attributeOf,
  pressNode,
  readDom,
  runOn,
  textOf,
  walk,
  withSession,
} from './closed-roots.ts';
import type { DomNode } from './closed-roots.ts';

/** A chip as a person sees it. */
export interface SeenChip {
  state: string;
  text: string;
  node: DomNode;
}

async function findChips(session: CDPSession): Promise<SeenChip[]> {
  const root = await readDom(session);
  const chips: SeenChip[] = [];
  for (const node of walk(root)) {
    const state = attributeOf(node, 'data-state');
    if (state !== null && (attributeOf(node, 'class') ?? '').split(' ').includes('chip')) {
      chips.push({ state, text: textOf(node).replaceAll(/\s+/g, ' ').trim(), node });
    }
  }
  return chips;
}

/** All chips of a page, in document order. */
export function readChips(page: Page): Promise<SeenChip[]> {
  return withSession(page, findChips);
}

/** Waits until the chips of a page satisfy a condition; throws with what was there instead. */
export async function waitForChips(
  page: Page,
  isRight: (chips: SeenChip[]) => boolean,
  timeoutMs = 10_000,
): Promise<SeenChip[]> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const chips = await readChips(page);
    if (isRight(chips)) return chips;
    if (Date.now() > end) {
      const seen = chips.map((chip) => `${chip.state}: ${chip.text}`).join(' | ');
      throw new Error(`The chips never came to what was expected. Last seen: ${seen || 'none'}`);
    }
    await page.waitForTimeout(50);
  }
}

/** Ground and ink of the first chip, as the browser really draws them. */
export function readChipColors(page: Page): Promise<{ ground: string; ink: string }> {
  return withSession(page, async (session) => {
    const [chip] = await findChips(session);
    if (!chip) throw new Error('There is no chip on the page.');
    return runOn(
      session,
      chip.node,
      `function () {
        const styles = [this, ...this.querySelectorAll('*')].map((node) => getComputedStyle(node));
        const solid = styles.find((style) => !/^rgba\\(.* 0\\)$|^transparent$/.test(style.backgroundColor));
        return { ground: solid.backgroundColor, ink: solid.color };
      }`,
    );
  });
}

/** Presses the button with this label in the first chip that `isIt` accepts. */
export async function pressInChip(
  page: Page,
  isIt: (chip: SeenChip) => boolean,
  label: RegExp,
): Promise<void> {
  await withSession(page, async (session) => {
    const chip = (await findChips(session)).find(isIt);
    if (!chip) throw new Error('That chip is not on the page.');
    const button = [...walk(chip.node)].find(
      (node) =>
        node.nodeName === 'BUTTON' &&
        (label.test(textOf(node).trim()) || label.test(attributeOf(node, 'aria-label') ?? '')),
    );
    if (!button) throw new Error(`The chip has no button ${label}. It says: ${chip.text}`);
    await pressNode(page, session, button);
  });
}
