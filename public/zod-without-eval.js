/*
 * Stands in a page before its modules. Zod otherwise tries whether it may make functions out of text; it may not, and a
 * page that keeps to its own policy does not try. A script of its own, because what a bundler puts into shared chunks
 * runs before any module of the page that imports them. The name is the one by which all copies of Zod in a page share
 * their settings (Zod 4.6, `core.js`).
 */
globalThis.__zod_globalConfig = { jitless: true };
