import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import { sharedRequestSchema } from '#utils/sync/wire-stories.ts';
import type { SharedCollection } from '#utils/sync/wire-stories.ts';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import type { AppLimiters } from '../http/limits.ts';
import { readJson } from '../http/read-json.ts';
import { takeOrRefuse } from '../http/too-many.ts';
import { readShared } from '../services/shares.ts';

const read = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const page = read('shared-page.html');
const style = read('shared-page.css');
let script: string | null = null;

/**
 * `GET /stories`: what somebody sees who was given a link to a collection. The token stands behind `#`; the page's own
 * script asks for the stories with it, and writes them as text.
 */
export function sharedPageRoutes(context: ServerContext, limiters: AppLimiters) {
  return new Hono<AppEnv>()
    .get('/stories', (c) => c.html(page))
    .get('/stories.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
    .get('/stories.js', (c) => {
      // Not before somebody asks: Node warns that it is new.
      script ??= stripTypeScriptTypes(read('shared-page-script.ts'));
      return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
    })
    .post('/stories/read', async (c) => {
      // Whoever guesses meets the same limit as who guesses invites.
      takeOrRefuse(limiters.join, c.var.address);
      const { token } = await readJson(c, sharedRequestSchema);
      return c.json((await readShared(context, token)) satisfies SharedCollection);
    });
}
