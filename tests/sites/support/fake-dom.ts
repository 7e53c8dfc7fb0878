import { Window } from 'happy-dom';
import type { PageReading } from './page-reading.ts';
import { readPage } from './read-page.ts';

/** Reads a saved page in a DOM without layout: fast, and enough for everything but what a browser alone knows. */
export function readInFakeDom(saved: { html: string; url: string }): Promise<PageReading> {
  return withFakeDom(saved, (doc) => readPage(doc, new URL(saved.url)));
}

/** Opens a saved page in such a DOM for as long as it is used. */
export async function withFakeDom<T>(
  saved: { html: string; url: string },
  use: (doc: Document) => T,
): Promise<T> {
  const window = new Window({ url: saved.url });
  const { Node } = globalThis;
  try {
    window.document.write(saved.html);
    const doc = window.document as unknown as Document;
    attachShadowRoots(doc);
    // Every world of a browser has it, and what climbs through a page goes by it (`parentOf`).
    Object.assign(globalThis, { Node: window.Node });
    return use(doc);
  } finally {
    Object.assign(globalThis, { Node });
    await window.happyDOM.close();
  }
}

/** Declarative shadow roots, which happy-dom parses as plain templates. */
function attachShadowRoots(root: ParentNode): void {
  for (const template of root.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]')) {
    const host = template.parentElement;
    // Of two, browsers take the first.
    if (!host || host.shadowRoot) continue;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(template.content);
    template.remove();
    attachShadowRoots(shadow);
  }
}
