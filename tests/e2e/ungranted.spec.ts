/**
 * A page without a grant, looked at with DevTools: no world of the extension, none of its scripts, no style sheet, no
 * listener, no node. The granted page beside it shows that each of these would be seen.
 */
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { withSession } from '#scripts/drive/closed-roots.ts';
import { expect, test } from './fixtures.ts';

/** What of the extension DevTools sees in a page. */
interface Traces {
  worlds: number;
  scripts: number;
  nodes: number;
  sheets: number;
  listeners: number;
}

const NOTHING: Traces = { worlds: 0, scripts: 0, nodes: 0, sheets: 0, listeners: 0 };

/** The page has no script, no listener, no shadow root and no sheet but those of `html`: all else is ours. */
const html = (post: string) =>
  `<!doctype html><title>Forum</title><main id="room">${post}</main><form><textarea></textarea></form>`;

const post = `<article itemscope itemtype="https://schema.org/DiscussionForumPosting">
  <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">ada_example</b></span>
  <a itemprop="url" href="#p-1">link</a><div itemprop="text">My Acme kettle stopped</div></article>`;

async function look(page: Page, origin: string): Promise<Traces> {
  return withSession(page, async (session) => {
    const contexts: number[] = [];
    const worlds: number[] = [];
    const scripts: string[] = [];
    const sheets: string[] = [];
    session.on('Runtime.executionContextCreated', ({ context }) => {
      contexts.push(context.id);
      if (context.origin.startsWith(origin)) worlds.push(context.id);
    });
    session.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith(origin)) scripts.push(url);
    });
    session.on('CSS.styleSheetAdded', ({ header }) => void sheets.push(header.styleSheetId));
    await session.send('Runtime.enable');
    await session.send('Debugger.enable');
    await session.send('DOM.enable');
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    await session.send('CSS.enable');
    const known = /^(?:html|head|title|body|main|form|textarea|article|span|b|a|div|#|$)/u;
    const nodes: number[] = [];
    let hidden = 0;
    const walk = (node: typeof root) => {
      nodes.push(node.backendNodeId);
      const roots = node.shadowRoots?.filter((one) => one.shadowRootType !== 'user-agent') ?? [];
      hidden += roots.length;
      if (!known.test(node.localName)) hidden += 1;
      for (const child of [...roots, ...(node.children ?? [])]) walk(child);
    };
    walk(root);
    let listeners = 0;
    // DevTools tells of a listener only to the world that added it.
    for (const contextId of contexts) {
      const { result } = await session.send('Runtime.evaluate', {
        expression: 'window',
        contextId,
      });
      const objects = [result.objectId];
      for (const backendNodeId of nodes) {
        const inWorld = { backendNodeId, executionContextId: contextId };
        const { object } = await session.send('DOM.resolveNode', inWorld);
        objects.push(object.objectId);
      }
      for (const objectId of objects) {
        if (!objectId) continue;
        const found = await session.send('DOMDebugger.getEventListeners', { objectId });
        listeners += found.listeners.length;
      }
    }
    return {
      worlds: worlds.length,
      scripts: scripts.length,
      nodes: hidden,
      sheets: sheets.length,
      listeners,
    };
  });
}

test('on a page without a grant DevTools finds nothing of ours', async ({ team }) => {
  const ana = await team.join('Ana');
  const origin = `chrome-extension://${ana.extensionId}`;
  const open = async (url: string) => {
    const page = await ana.context.newPage();
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: html(post) }),
    );
    await page.goto(url);
    return page;
  };

  const granted = await open('http://127.0.0.1:4999/t/1');
  await waitForChips(granted, (chips) => chips.length === 1);
  const seen = await look(granted, origin);
  expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);

  const addresses = [
    'https://other.example/t/1',
    'http://localhost:4999/t/1',
    'https://x.com/home',
  ];
  for (const address of addresses) {
    const page = await open(address);
    // As long as the page beside it took.
    await page.waitForTimeout(1_500);
    expect(await look(page, origin)).toEqual(NOTHING);
    await page.close();
  }
});
