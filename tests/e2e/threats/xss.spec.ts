/** T5, T6: strings made to break out of markup come in by every way, and stay text wherever they are shown. */
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { xssPayloads } from '#tests/support/xss-corpus.ts';
import { expect, test } from '../fixtures.ts';
import { startHostileSite } from './hostile-site.ts';

/** Keeps what must never come, in every page from its first moment. */
const WATCH = `
  globalThis.pwned = [];
  globalThis.__pwn = () => globalThis.pwned.push('called on ' + location.href);
  addEventListener('securitypolicyviolation', (event) => {
    globalThis.pwned.push(event.violatedDirective + ' on ' + location.href + ' ' + event.sample);
  });`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A forum whose every post is one payload, as words, name and address. */
function toForum(payloads: readonly string[]): string {
  const posts = payloads.map(
    (payload, at) => `<article itemscope itemtype="https://schema.org/DiscussionForumPosting">
      <h2 itemprop="headline">${escape(payload)}</h2>
      <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${escape(payload)}</b></span>
      <a itemprop="url" href="#p-${at}">link</a>
      <div itemprop="text">Acme kettle ${escape(payload)}</div>
    </article>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Forum</title>${posts.join('')}`;
}

async function expectUnharmed(page: Page): Promise<void> {
  expect(await page.evaluate('globalThis.pwned')).toEqual([]);
  expect(await page.evaluate('typeof ({}).isAdmin')).toBe('undefined');
}

/** What of the payloads can be seen as it is: without those made of control characters and blanks. */
const plain = xssPayloads.filter((payload) => /^[\x21-\x7e]+( [\x21-\x7e]+)*$/u.test(payload));

test('two hundred and fifty payloads stay text on every page', async ({ team }) => {
  test.setTimeout(240_000);
  expect(xssPayloads.length).toBeGreaterThanOrEqual(200);
  const ana = await team.join('Ana');
  await ana.context.addInitScript(WATCH);
  const dialogs: string[] = [];
  ana.context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  });
  const site = await startHostileSite({ forum: toForum(xssPayloads) });

  const forum = await ana.context.newPage();
  await forum.goto(`${site.url}/forum/all`);
  await waitForChips(forum, (chips) => chips.length > 200, 40_000);
  await expectUnharmed(forum);

  await test.step('as library, story, name and brand', async () => {
    const own = await ana.openOwn('/options.html#library');
    const answers = await own.evaluate(
      async ({ payloads, short }) => {
        const { runtime } = (
          globalThis as unknown as {
            chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
          }
        ).chrome;
        const state = (await runtime.sendMessage({ name: 'team.state', request: null })) as {
          ok: boolean;
          value: { me: { id: string; handles: unknown[] } };
        };
        const { me } = state.value;
        const snippets = payloads.map((text) => ({ title: text.slice(0, 80), text }));
        return Promise.all([
          runtime.sendMessage({
            name: 'library.import',
            request: {
              fileName: 'snippets.json',
              text: JSON.stringify(snippets),
              kind: 'snippet',
              tags: [],
              takesChanges: false,
            },
          }),
          runtime.sendMessage({
            name: 'story.import',
            request: {
              stories: payloads.slice(0, 40).map((text, at) => ({
                save: {
                  id: `x:9${at}`,
                  post: {
                    site: 'x',
                    id: `9${at}`,
                    author: { handle: short, name: text.slice(0, 80) },
                    text,
                    permalink: null,
                    time: null,
                    parentId: null,
                  },
                  tags: [text.slice(0, 30).trim()],
                  note: text,
                  permission: 'none',
                  campaign: text.slice(0, 50).trim(),
                },
                steps: [],
              })),
            },
          }),
          runtime.sendMessage({
            name: 'member.update',
            request: { id: me.id, name: short, handles: me.handles },
          }),
          runtime.sendMessage({
            name: 'brand.save',
            request: {
              id: 'evil',
              name: short,
              names: payloads.filter((one) => one.length < 40).slice(0, 20),
              handles: [],
              domains: [],
              excludedWords: [],
              contextWords: [],
            },
          }),
        ]);
      },
      { payloads: xssPayloads, short: '<img src=x onerror=__pwn()>' },
    );
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    await own.close();
  });

  await test.step('in panel and popup', async () => {
    for (const kind of ['sidepanel', 'popup'] as const) {
      const panel = await ana.openPanel(forum, kind);
      await expect(panel.getByText('<script>__pwn()</script>').first()).toBeVisible();
      const text = (await panel.locator('body').innerText()).replaceAll(/\s+/gu, ' ');
      const missing = plain.filter((payload) => payload.length < 60 && !text.includes(payload));
      // Lists show their first rows; every payload that is shown is shown as it is.
      expect(missing.length).toBeLessThan(plain.length);
      for (const at of [0, 5]) {
        const rows = panel.getByRole('button', { name: /__pwn/ });
        if ((await rows.count()) > at) {
          await rows.nth(at).click();
          await expect(panel.getByRole('button', { name: 'Back to the list' })).toBeVisible();
        }
        await expectUnharmed(panel);
        await panel.reload();
      }
      expect(await panel.locator('body iframe, body script:not([src]), body object').count()).toBe(
        0,
      );
      await expectUnharmed(panel);
      await panel.close();
    }
  });

  await test.step('in options', async () => {
    for (const place of ['library', 'team', 'brands', 'sites', 'about', 'welcome']) {
      const options = await ana.openOwn(`/options.html#${place}`);
      await expect(options.getByRole('heading').first()).toBeVisible();
      if (place === 'library') {
        await expect(options.getByText('<script>__pwn()</script>').first()).toBeVisible();
      }
      await expectUnharmed(options);
      expect(await options.locator('img[src="x"]').count()).toBe(0);
      await options.close();
    }
  });

  await test.step('on the board', async () => {
    for (const place of ['threads', 'stories']) {
      const board = await ana.openOwn(`/board.html#${place}`);
      await expect(board.getByText('<script>__pwn()</script>').first()).toBeVisible();
      await expectUnharmed(board);
      expect(await board.locator('img[src="x"]').count()).toBe(0);
      await board.close();
    }
  });

  await test.step('on the server’s own pages', async () => {
    const page = await ana.context.newPage();
    for (const payload of xssPayloads.filter((_, at) => at % 8 === 0)) {
      const query = encodeURIComponent(payload.toWellFormed());
      await page.goto(`${team.server.url}/practice?as=${query}`);
      await expectUnharmed(page);
      await page.goto(`${team.server.url}/join?x=${query}#${query}`);
      await expectUnharmed(page);
    }
    await page.close();
  });

  expect(dialogs).toEqual([]);
  await expectUnharmed(forum);
  await site.close();
});
