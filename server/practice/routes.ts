import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { ServerContext } from '../context.ts';
import type { AppEnv } from '../http/env.ts';
import { createRateLimiter } from '../http/rate-limiter.ts';
import { readJson } from '../http/read-json.ts';
import { takeOrRefuse } from '../http/too-many.ts';
import { ServiceError } from '../services/service-error.ts';
import { buildPage } from './page.ts';
import { createReplyBoard, newReplySchema, toAccount } from './reply-board.ts';
import { SEED_BRAND } from './seed-posts.ts';
import { loadScript } from './scripts.ts';
import type { PracticeScript } from './scripts.ts';

const style = readFileSync(new URL('./style.css', import.meta.url), 'utf8');

/** `/practice` and what it loads. Open to everybody who reaches the server, and apart from the team's data. */
export function practiceRoutes({ clock }: Pick<ServerContext, 'clock'>) {
  const board = createReplyBoard(clock);
  const limiter = createRateLimiter(clock, { perSecond: 2, burst: 30 });
  const ownPageOnly = createMiddleware<AppEnv>(async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    // Browsers leave it out over plain http to another machine; then the origin tells.
    const origin = c.req.header('origin');
    const isForeign = origin !== undefined && toHost(origin) !== new URL(c.req.url).host;
    if (site === undefined ? isForeign : site !== 'same-origin') {
      throw new ServiceError('forbidden', 'Only the practice page itself may post here.');
    }
    takeOrRefuse(limiter, c.var.address);
    await next();
  });
  const javascript = { 'content-type': 'text/javascript; charset=utf-8' };

  return new Hono<AppEnv>()
    .get('/practice', (c) => {
      const account = toAccount(c.req.query('as'));
      const brand = toBrand(c.req.query('brand'));
      const { startedAt } = board;
      const view = { account, brand, state: board.read(), startedAt, now: clock.now() };
      return c.html(buildPage(view));
    })
    .get('/practice/posts', (c) => c.json(board.read()))
    .post('/practice/posts', ownPageOnly, async (c) => {
      board.add(await readJson(c, newReplySchema));
      return c.json({ ok: true });
    })
    .post('/practice/start-over', ownPageOnly, (c) => {
      board.startOver();
      return c.json({ ok: true });
    })
    .get('/practice/page.js', async (c) => c.body(await needScript('page'), 200, javascript))
    .get('/practice/rich-editor.js', async (c) =>
      c.body(await needScript('rich-editor'), 200, javascript),
    )
    .get('/practice/style.css', (c) =>
      c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }),
    );
}

function toHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

const BRAND_MAX = 40;

/** The brand name that was asked for; the made-up one when it is none. */
function toBrand(asked: string | undefined): string {
  const name = asked?.trim() ?? '';
  return name === '' || name.length > BRAND_MAX ? SEED_BRAND : name;
}

async function needScript(name: PracticeScript): Promise<string> {
  const code = await loadScript(name);
  if (code === null) throw new ServiceError('not_found', 'This server has no rich editor.');
  return code;
}
