/** Reads and presses our notices from outside: those at a reply box, and the one at the foot of the page. */
import type { Page } from '@playwright/test';
import { attributeOf, pressNode, readDom, textOf, walk, withSession } from './closed-roots.ts';
import type { DomNode } from './closed-roots.ts';

/** A notice as a person sees or hears it. */
export interface SeenNotice {
  role: string;
  text: string;
}

function findNotices(root: DomNode): { notice: SeenNotice; node: DomNode }[] {
  return [...walk(root)]
    .filter((node) => (attributeOf(node, 'class') ?? '').split(' ').includes('notice'))
    .filter((node) => ['alert', 'status'].includes(attributeOf(node, 'role') ?? ''))
    .map((node) => {
      const text = textOf(node).replaceAll(/\s+/g, ' ').trim();
      return { notice: { role: attributeOf(node, 'role') ?? '', text }, node };
    });
}

/** All notices of a page. */
export function readNotices(page: Page): Promise<SeenNotice[]> {
  return withSession(page, async (session) =>
    findNotices(await readDom(session)).map(({ notice }) => notice),
  );
}

/** Waits for a notice with these words; throws with what was there instead. */
export async function waitForNotice(
  page: Page,
  words: RegExp,
  timeoutMs = 10_000,
): Promise<SeenNotice> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const notices = await readNotices(page);
    const found = notices.find(({ text }) => words.test(text));
    if (found) return found;
    if (Date.now() > end) {
      const seen = notices.map(({ text }) => text).join(' | ');
      throw new Error(`No notice says ${words}. Last seen: ${seen || 'none'}`);
    }
    await page.waitForTimeout(50);
  }
}

/** Presses the button with this label in a notice. */
export async function pressInNotice(page: Page, label: RegExp): Promise<void> {
  await withSession(page, async (session) => {
    const buttons = findNotices(await readDom(session))
      .flatMap(({ node }) => [...walk(node)])
      .filter(({ nodeName }) => nodeName === 'BUTTON');
    const button = buttons.find((node) => label.test(textOf(node).trim()));
    if (!button) throw new Error(`No notice has a button ${label}.`);
    await pressNode(page, session, button);
  });
}
