/**
 * Reads and presses our chips from outside. They live in closed shadow roots, which page scripts and ordinary
 * locators cannot enter; the DevTools protocol can. Presses are real pointer events at real coordinates.
 */
import type { CDPSession, Page } from '@playwright/test';

interface DomNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue?: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
}

/** A chip as a person sees it. */
export interface SeenChip {
  state: string;
  text: string;
  node: DomNode;
}

function attributeOf(node: DomNode, name: string): string | null {
  const list = node.attributes ?? [];
  for (let at = 0; at < list.length; at += 2) if (list[at] === name) return list[at + 1] ?? null;
  return null;
}

function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  return (node.children ?? []).map(textOf).join(' ');
}

async function withSession<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach().catch(() => null);
  }
}

async function findChips(session: CDPSession): Promise<SeenChip[]> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: DomNode;
  };
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

async function runOn<T>(
  session: CDPSession,
  { backendNodeId }: DomNode,
  functionDeclaration: string,
): Promise<T> {
  await session.send('DOM.enable');
  const { object } = (await session.send('DOM.resolveNode', { backendNodeId })) as {
    object: { objectId: string };
  };
  const { result } = (await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration,
    returnByValue: true,
    awaitPromise: true,
  })) as { result: { value: T } };
  return result.value;
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
    const { backendNodeId } = button;
    // To the middle: bars that sites pin to an edge would catch the click there.
    // Two frames: what hears the scrolling, such as an open menu, has settled before the press.
    await runOn(
      session,
      button,
      `function () {
        this.scrollIntoView({ block: 'center' });
        return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }`,
    );
    const { model } = (await session.send('DOM.getBoxModel', { backendNodeId })) as {
      model: { content: number[] };
    };
    const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
    await page.mouse.click((x1 + x3) / 2, (y1 + y3) / 2);
  });
}
