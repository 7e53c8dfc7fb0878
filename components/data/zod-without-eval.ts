/**
 * To be imported before anything else by pages that check what is typed with Zod, which otherwise tries whether it may
 * make functions out of text. It may not, and a page that keeps to its own policy does not try.
 */
// The name by which all copies of Zod in a page share their settings (Zod 4.6, `core.js`).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
