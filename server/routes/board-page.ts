import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';
import type { AppEnv } from '../http/env.ts';

/** Where `npm run build:board` puts the page. */
const BUILT = new URL('../../.output/board/', import.meta.url);
const ZOD_WORD = new URL('../../public/zod-without-eval.js', import.meta.url);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const NOT_BUILT =
  'The board is not built on this server. Whoever runs it can do so: npm run build:board';

interface Built {
  /** `board` and `options`. */
  pages: Readonly<Record<'board' | 'options', string>>;
  /** By the name in the address; their names change with what is in them. */
  assets: ReadonlyMap<string, string>;
}

/**
 * `GET /board`: the board for somebody without the extension, the same page. What it loads is read once and served by name,
 * so no path of an address ever meets the disk.
 */
export function boardPageRoutes(folder: URL = BUILT) {
  let built: Built | null = null;
  const load = (): Built | null => {
    built ??= readBuilt(folder);
    return built;
  };
  return new Hono<AppEnv>()
    .get('/board', (c) => {
      const found = load();
      if (!found) return c.text(NOT_BUILT, 404);
      return c.html(found.pages.board, 200, { 'cache-control': 'no-cache' });
    })
    .get('/board/options.html', (c) => {
      const found = load();
      if (!found) return c.text(NOT_BUILT, 404);
      return c.html(found.pages.options, 200, { 'cache-control': 'no-cache' });
    })
    .get('/board/board.html', (c) => c.redirect('/board'))
    .get('/board/zod-without-eval.js', (c) =>
      c.body(readFileSync(ZOD_WORD, 'utf8'), 200, { 'content-type': types['.js'] ?? '' }),
    )
    .get('/board/assets/:name', (c) => {
      const name = c.req.param('name');
      const asset = load()?.assets.get(name);
      if (asset === undefined) return c.text(NOT_BUILT, 404);
      return c.body(asset, 200, {
        'content-type': types[extname(name)] ?? 'text/plain',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    });
}

function readBuilt(folder: URL): Built | null {
  if (!existsSync(new URL('board.html', folder))) return null;
  const names = readdirSync(new URL('assets/', folder)).filter((name) => extname(name) in types);
  return {
    pages: {
      board: readFileSync(new URL('board.html', folder), 'utf8'),
      options: readFileSync(new URL('options.html', folder), 'utf8'),
    },
    assets: new Map(
      names.map((name) => [name, readFileSync(new URL(`assets/${name}`, folder), 'utf8')]),
    ),
  };
}
