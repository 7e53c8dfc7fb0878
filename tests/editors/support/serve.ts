import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const html = `<!doctype html><meta charset="utf-8"><title>Editor</title>
<body><p id="post">A customer's post</p><div id="host"></div>
<form onsubmit="return false"><button id="send" type="button">Reply</button></form>
<script type="module" src="/main.js"></script>`;

const packages = join(import.meta.dirname, '../../../node_modules');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/**
 * Serves the one test page, whose address says which editor it holds, on a free port of this machine, with the
 * scripts that it loads and the parts that CKEditor 4 and TinyMCE load by themselves.
 */
export async function serve(pages: string): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    void answer(new URL(request.url ?? '/', 'http://page').pathname, pages, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, server };
}

async function answer(path: string, pages: string, response: ServerResponse): Promise<void> {
  const isPackage = /^\/(?:ckeditor4|tinymce)\//u.test(path);
  const file = join(isPackage ? packages : pages, path);
  try {
    const body = path === '/' ? html : await readFile(file);
    response.setHeader('content-type', types[extname(path)] ?? 'text/html');
    response.end(body);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
