import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const html = `<!doctype html><meta charset="utf-8"><title>Editor</title>
<body><p id="post">A customer's post</p><div id="host"></div>
<form onsubmit="return false"><button id="send" type="button">Reply</button></form>
<script src="/main.js"></script>`;

/** Serves the one test page, whose address says which editor it holds, on a free port of this machine. */
export async function serve(pages: string): Promise<{ origin: string; server: Server }> {
  const script = await readFile(join(pages, 'main.js'));
  const server = createServer((request, response) => {
    const isScript = request.url === '/main.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, server };
}
