/** A web site of an attacker's, on this machine, under the same granted pattern as the team's server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One post that mentions the brand, marked up so that the generic reader finds it; `extra` goes around it. */
export interface HostilePage {
  style?: string;
  before?: string;
  after?: string;
  text?: string;
}

export interface HostileSite {
  url: string;
  close(): Promise<void>;
}

/** Writes the page of a forum with one post. */
export function toForumPage({ style = '', before = '', after = '', text }: HostilePage = {}) {
  return `<!doctype html><meta charset="utf-8"><title>Forum</title>
    <style>body { margin: 40px; font: 16px sans-serif } ${style}</style>${before}
    <div id="room"><article itemscope itemtype="https://schema.org/DiscussionForumPosting">
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">ada_example</b></span>
      <a itemprop="url" href="#p-1">link</a>
      <div itemprop="text">${text ?? 'My Acme kettle stopped'}</div>
    </article></div>${after}`;
}

/** Serves `pages` by the first part of the path, so that one page can stand at many addresses. */
export async function startHostileSite(pages: Record<string, string>): Promise<HostileSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[pathname.split('/')[1] ?? ''] ?? '<!doctype html><title>Nothing</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
