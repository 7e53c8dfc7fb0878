import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import type { AppEnv } from '../http/env.ts';

const page = readFileSync(new URL('./join-page.html', import.meta.url), 'utf8');
const style = readFileSync(new URL('./join-page.css', import.meta.url), 'utf8');

/**
 * `GET /join`: what somebody sees who opens an invite link. It needs no script; the secret stands behind `#`, so
 * this server never receives it here.
 */
export function joinPageRoutes() {
  return new Hono<AppEnv>()
    .get('/join', (c) => c.html(page))
    .get('/join.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
}
