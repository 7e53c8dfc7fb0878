/** T1–T4, T7, T8, T13, T28: what a page, a content script that it owns, and another extension can reach. Nothing. */
import { readdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { buildExtension } from '#scripts/build-extension.ts';
import { messages } from '#utils/messages/map.ts';
import { pageMessages } from '#utils/messages/page-messages.ts';
import { startHostileSite, toForumPage } from './hostile-site.ts';
import type { HostileSite } from './hostile-site.ts';
import { lookUntil, pause, startChromium, startFirefox } from './rig.ts';
import type { Rig } from './rig.ts';

const names = [...Object.keys(messages), ...Object.keys(pageMessages)];

// What is written in them follows from the library some seconds later.
const OF_ITSELF = ['meta', 'libraryPieces', 'libraryNews'];

/** In a page of the extension: all rows of all tables but its own accounts of itself, as text. */
const ROWS = `(async () => {
  const request = indexedDB.open('hearback');
  const db = await new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const rows = await Promise.all([...db.objectStoreNames].filter((name) => !${JSON.stringify(OF_ITSELF)}.includes(name)).map((name) =>
    new Promise((resolve) => {
      const all = db.transaction(name).objectStore(name).getAll();
      all.addEventListener('success', () => resolve([name, all.result]));
    })));
  db.close();
  return JSON.stringify(rows);
})()`;

const TOKEN = `(async () => {
  const request = indexedDB.open('hearback');
  const db = await new Promise((resolve) => request.addEventListener('success', () => resolve(request.result)));
  const get = db.transaction('meta').objectStore('meta').get('account');
  const account = await new Promise((resolve) => get.addEventListener('success', () => resolve(get.result)));
  db.close();
  return account.value.token;
})()`;

/** Keeps whatever the page's own world is told of elements and shadow roots. */
const SPY = `<script>
  globalThis.spied = { attached: 0, told: '' };
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    spied.attached += 1;
    return attach.call(this, { ...options, mode: 'open' });
  };
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes)
      spied.told += (node.outerHTML ?? '') + (node.textContent ?? '') + (node.shadowRoot ? 'OP' + 'EN' : '');
  }).observe(document, { subtree: true, childList: true });
</script>`;

for (const [name, start] of [
  ['Chromium', startChromium],
  ['Firefox', startFirefox],
] as const) {
  test.describe(`in ${name}`, () => {
    test.describe.configure({ timeout: 120_000 });
    let rig: Rig | null = null;
    let site: HostileSite;

    test.beforeAll(async () => {
      test.setTimeout(180_000);
      rig = await start();
      site = await startHostileSite({
        forum: toForumPage({ before: SPY }),
        plain: '<!doctype html><title>Plain</title><p>Nothing is said of anybody here</p>',
      });
    });
    test.afterAll(async () => {
      await rig?.close();
      await site?.close();
    });
    test.beforeEach(() => {
      test.skip(rig === null, `No ${name} here: its part is not tried`);
    });

    const openForum = async (path: string) => {
      if (!rig) throw new Error('no browser');
      const tab = await rig.open();
      await tab.goto(`${site.url}/forum/${path}`);
      await lookUntil(tab, ([chip]) => chip?.state === 'open');
      return { rig, tab };
    };

    test('ten thousand forged messages and events change nothing', async () => {
      const opened = await openForum('forged');
      await pause(1_000);
      const before = await opened.rig.runInExtension<string>(ROWS);
      await opened.tab.run(`(async () => {
        const names = ${JSON.stringify(names)};
        const host = document.querySelector('#room div[style*="initial"]');
        const channel = new BroadcastChannel('hearback');
        for (let round = 0; round < 10_000; round += 1) {
          const name = names[round % names.length];
          const message = { name, request: { threadId: 'x:1', reason: 'forged' }, from: 'background' };
          if (round % 4 === 0) postMessage(message, '*');
          if (round % 4 === 1) window.dispatchEvent(new CustomEvent(name, { detail: message }));
          if (round % 4 === 2) host.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true, composed: true }));
          if (round % 4 === 3) channel.postMessage(message);
        }
        channel.close();
      })()`);
      await pause(1_000);
      expect(await opened.rig.runInExtension<string>(ROWS)).toBe(before);
      expect(before).toContain('My Acme kettle stopped');
      await opened.tab.close();
    });

    test('a page has no way to speak to the extension', async () => {
      const { tab } = await openForum('silent');
      expect(
        await tab.run(
          `[typeof globalThis.chrome?.runtime?.sendMessage, typeof globalThis.browser]`,
        ),
      ).toEqual(['undefined', 'undefined']);
      await tab.close();
    });

    test('a content script finds no secret', async () => {
      const opened = await openForum('secrets');
      const token = await opened.rig.runInExtension<string>(TOKEN);
      expect(token.length).toBeGreaterThan(20);
      const found = await opened.tab.runInContentWorld<Record<string, string>>(`(async () => {
        const { storage } = globalThis.browser ?? globalThis.chrome;
        const take = async (work) => { try { return JSON.stringify(await work()); } catch (error) { return 'refused'; } };
        return {
          local: await take(() => storage.local.get(null)),
          session: await take(() => storage.session.get(null)),
          databases: await take(() => indexedDB.databases()),
        };
      })()`);
      expect(JSON.stringify(found)).not.toContain(token);
      expect(found['databases']).not.toContain('hearback');
      expect(found['session']).toBe('refused');
      // Firefox cannot shut it; settings, and that there is a database, are all that stands there.
      if (name === 'Chromium') expect(found['local']).toBe('refused');
      else {
        const kept = Object.keys(JSON.parse(found['local'] ?? '{}') as object);
        expect(kept.toSorted()).toEqual(['local:sentinel', 'settings']);
      }
      await opened.tab.close();
    });

    test('a content script is refused all that pages of the extension may ask', async () => {
      const { tab } = await openForum('privileged');
      const privileged = Object.entries(messages)
        .filter(([, { from }]) => !(from as readonly string[]).includes('content'))
        .map(([one]) => one);
      expect(privileged.length).toBeGreaterThan(15);
      const answers = await tab.runInContentWorld<string[]>(`(async () => {
        const { runtime } = globalThis.browser ?? globalThis.chrome;
        const codes = [];
        for (const name of ${JSON.stringify(privileged)}) {
          const answer = await runtime.sendMessage({ name, request: null });
          codes.push(answer.ok ? name : answer.error.code);
        }
        return codes;
      })()`);
      expect([...new Set(answers)]).toEqual(['forbidden']);
      await tab.close();
    });

    test('a page cannot read a chip', async () => {
      const { tab } = await openForum('reading');
      const seen = await tab.run<Record<string, unknown>>(`(() => {
        const host = document.querySelector('#room div[style*="initial"]');
        const { x, y } = host.getBoundingClientRect();
        getSelection().selectAllChildren(document.body);
        return {
          attached: spied.attached,
          root: host.shadowRoot,
          text: [
            spied.told,
            document.documentElement.outerHTML,
            document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? '',
            document.body.innerText,
            getSelection().toString(),
            getSelection().getRangeAt(0).cloneContents().textContent,
            ...document.elementsFromPoint(x + 20, y + 15).map((one) => one.outerHTML),
            ...[...(host.computedStyleMap?.() ?? [])].map(([property]) => property),
          ].join(' '),
        };
      })()`);
      expect(seen['attached']).toBe(0);
      expect(seen['root']).toBeNull();
      expect(seen['text']).toContain('My Acme kettle stopped');
      expect(seen['text']).not.toMatch(/Unanswered|Claim|Hearback|OPEN|--[\da-f]{8}|--ground/u);
      await tab.close();
    });

    test('a page that fakes a chip changes neither badge nor record', async () => {
      const opened = await openForum('fake');
      const badge = `(async () => {
        const api = globalThis.browser?.action ? globalThis.browser : globalThis.chrome;
        const tab = (await api.tabs.query({})).find(({ url }) => url?.endsWith('/forum/fake'));
        return api.action.getBadgeText({ tabId: tab.id });
      })()`;
      await expect.poll(() => opened.rig.runInExtension<string>(badge)).toBe('1');
      await opened.tab.run(`{
        const host = document.querySelector('#room div[style*="initial"]');
        const fake = document.createElement('div');
        fake.textContent = 'Ben has it';
        host.replaceWith(fake);
      }`);
      await pause(500);
      expect(await opened.rig.runInExtension<string>(badge)).toBe('1');
      expect(await opened.rig.runInExtension<string>(ROWS)).not.toContain('Ben has it');
      await opened.tab.close();
    });

    test('a page without mentions is as it would be without Hearback', async () => {
      if (!rig) return;
      const look = async (url: string) => {
        const tab = await rig?.open();
        await tab?.goto(url);
        await pause(1_500);
        const seen = await tab?.run<unknown>(`[
          document.documentElement.outerHTML,
          Object.getOwnPropertyNames(globalThis).sort(),
          Object.getOwnPropertyNames(document).sort(),
          document.adoptedStyleSheets.length,
          performance.getEntriesByType('resource').length,
        ]`);
        await tab?.close();
        return seen;
      };
      const port = new URL(site.url).port;
      // The same page at an address that was not granted.
      expect(await look(`${site.url}/plain`)).toEqual(await look(`http://localhost:${port}/plain`));
    });

    test('a page cannot load any file of the extension', async () => {
      const { rig: own, tab } = await openForum('files');
      const dir = buildExtension(name === 'Chromium' ? 'chrome' : 'firefox');
      const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
      expect(files.length).toBeGreaterThan(10);
      const origin = await own.runInExtension<string>('location.origin');
      const loaded = await tab.run<string[]>(`(async () => {
        const loaded = [];
        for (const file of ${JSON.stringify(files)}) {
          const url = ${JSON.stringify(origin)} + '/' + file;
          await fetch(url).then(() => loaded.push(file), () => null);
          await new Promise((done) => {
            const image = new Image();
            image.onload = () => { loaded.push(file); done(); };
            image.onerror = done;
            image.src = url;
          });
        }
        return loaded;
      })()`);
      expect(loaded).toEqual([]);
      await tab.close();
    });

    test('a grant that is taken back takes the content script with it', async () => {
      const { rig: own, tab } = await openForum('revoked');
      const registered = `(async () => {
        const api = globalThis.browser?.scripting ? globalThis.browser : globalThis.chrome;
        return (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches);
      })()`;
      expect(await own.runInExtension(registered)).toEqual(['http://127.0.0.1/*']);
      await own.runInExtension(
        `(globalThis.browser?.permissions ? browser : chrome).permissions.remove({ origins: ['http://127.0.0.1/*'] })`,
      );
      await expect.poll(() => own.runInExtension(registered)).toEqual([]);
      await tab.goto(`${site.url}/forum/after`);
      await pause(1_000);
      expect(await tab.run(`document.querySelectorAll('[style*="initial"]').length`)).toBe(0);
      await tab.close();
    });
  });
}
