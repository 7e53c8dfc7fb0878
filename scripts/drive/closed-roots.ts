/**
 * What is in closed shadow roots, as a person sees and presses it: page scripts and ordinary locators cannot enter
 * them, the DevTools protocol can. Presses are real pointer events at real coordinates.
 */
import type { CDPSession, Page } from '@playwright/test';

/** A person finds a button again after the page moved, ms; longer than the chips ask for. */
const LOOK_AGAIN_MS = 1_000;
/** And reaches for one that has just come, ms. */
const REACH_MS = 600;

/** A node of the page, closed roots included. */
export interface DomNode {
  nodeId: number;
  backendNodeId: number;
  nodeName: string;
  nodeValue?: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: (DomNode & { shadowRootType?: string })[];
}

/** The value of an attribute; null where there is none. */
export function attributeOf(node: DomNode, name: string): string | null {
  const list = node.attributes ?? [];
  for (let at = 0; at < list.length; at += 2) if (list[at] === name) return list[at + 1] ?? null;
  return null;
}

/** A node and all below it. */
export function* walk(node: DomNode): Generator<DomNode> {
  yield node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) yield* walk(child);
}

/** All text in a node, its parts apart. */
export function textOf(node: DomNode): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  return (node.children ?? []).map(textOf).join(' ');
}

/** Speaks the DevTools protocol with a page for as long as `work` lasts. */
export async function withSession<T>(
  page: Page,
  work: (session: CDPSession) => Promise<T>,
): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach().catch(() => null);
  }
}

/** The whole page, closed roots included. */
export async function readDom(session: CDPSession): Promise<DomNode> {
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
    root: DomNode;
  };
  return root;
}

/** Runs a function on a node, in the page. */
export async function runOn<T>(
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

/** Presses the middle of a node with the mouse, scrolled into view. */
export async function pressNode(page: Page, session: CDPSession, node: DomNode): Promise<void> {
  const { backendNodeId } = node;
  // To the middle: bars that sites pin to an edge would catch the click there.
  // Two frames: what hears the scrolling, such as an open menu, has settled before the press.
  const hasMoved = await runOn<boolean>(
    session,
    node,
    `async function () {
      const before = this.getBoundingClientRect().top;
      this.scrollIntoView({ block: 'center' });
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return this.getBoundingClientRect().top !== before;
    }`,
  );
  // What moved without a hand on wheel or keys is not pressed at once by a person, nor taken for their press.
  await page.waitForTimeout(hasMoved ? LOOK_AGAIN_MS : REACH_MS);
  const { model } = (await session.send('DOM.getBoxModel', { backendNodeId })) as {
    model: { content: number[] };
  };
  const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = model.content;
  await page.mouse.click((x1 + x3) / 2, (y1 + y3) / 2);
}
