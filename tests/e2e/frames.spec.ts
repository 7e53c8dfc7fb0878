/** Posts that stand in frames: docs/decisions/0015-frames.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';
import { toForumPage } from './threats/hostile-site.ts';

const EMBED = 'https://disqus.com/embed/comments/?f=acme-blog';
/** The same page can stand in a frame and by itself. */
const POST_ON_X = 'https://x.com/ada_example/status/1990000000000000001';

const comments = `<!doctype html><meta charset="utf-8"><title>Comments</title><ul id="post-list">
  <li class="post" id="post-9001"><div class="post-content">
    <span class="author"><a data-username="guest_lamp" href="#">Guest Lamp</a></span>
    <a class="time-ago" href="https://news.example/kettles#comment-9001">a day ago</a>
    <div class="post-message" data-role="message"><p>The lid of my Acme kettle broke.</p></div>
    <form class="reply"><div class="textarea" contenteditable="true" role="textbox" style="min-height:3em"><p><br></p></div>
      <button type="submit" class="post-action__button">Post</button></form>
  </div></li></ul>`;

const postOnX = readFileSync(join(import.meta.dirname, '../sites/x/feed/page.html'), 'utf8')
  .replaceAll('#Acme', 'Acme kettle')
  .replaceAll('<script', '<template');

const pictures = join(import.meta.dirname, '../../data/pictures');

const frames = `<div style="height: 3000px"></div>
  <iframe src="${EMBED}" title="Comments" style="width: 100%; height: 500px"></iframe>
  <iframe src="${POST_ON_X}" title="X" style="width: 100%; height: 500px"></iframe>`;

async function serve(page: Page, url: string, body: string): Promise<void> {
  const answer = { contentType: 'text/html; charset=utf-8' };
  await page.route('https://**', (route) => route.abort());
  await page.route('https://disqus.com/**', (route) =>
    route.fulfill({ ...answer, body: comments }),
  );
  await page.route('https://x.com/**', (route) => route.fulfill({ ...answer, body: postOnX }));
  await page.route(url, (route) => route.fulfill({ ...answer, body }));
}

const findFrame = (page: Page, url: string) => {
  const frame = page.frames().find((one) => one.url() === url);
  if (!frame) throw new Error(`no frame shows ${url}`);
  return frame;
};

test('posts in a frame stand in the panel, and nothing of ours in the frame', async ({ team }) => {
  test.setTimeout(120_000);
  const sites = (['x', 'disqus'] as const).map((id) => ({
    label: new RegExp(`^Read ${siteFacts[id].name}$`),
    patterns: siteFacts[id].origins,
  }));
  const ana = await team.join('Ana', { sites });
  const page = await ana.context.newPage();
  const url = `${team.server.url}/practice/article`;
  await serve(page, url, toForumPage({ after: frames }));
  await page.goto(url);
  await waitForChips(page, (chips) => chips.length === 1);
  const framed = findFrame(page, EMBED);
  const panel = await ana.openPanel(page);

  await test.step('merged with those of the page around it', async () => {
    await expect(panel.getByRole('tab', { name: /On this page 2/ })).toBeVisible();
    await expect(
      panel.getByRole('button', { name: /guest_lamp|Guest Lamp/ }).first(),
    ).toBeVisible();
  });

  await test.step('shown and answered where they stand', async () => {
    await panel
      .getByRole('button', { name: /guest_lamp|Guest Lamp/ })
      .first()
      .click();
    await panel.getByRole('button', { name: 'More' }).first().click();
    await panel.getByRole('menuitem', { name: 'Show on the page' }).click();
    await page.bringToFront();
    // The page around it scrolls, though it is of another origin.
    await expect(framed.getByText('The lid of my Acme kettle broke.')).toBeInViewport();
    await panel.bringToFront();
    await panel.getByRole('button', { name: 'Write an answer' }).first().click();
    await panel.getByLabel('Your answer').fill('Hold the button.');
    await panel.getByRole('button', { name: 'Insert', exact: true }).first().click();
    await expect(framed.locator('[contenteditable]')).toContainText('Hold the button.');
    await page.screenshot({ path: join(pictures, 'frames.png') });
    await panel.screenshot({ path: join(pictures, 'frames-panel.png') });
  });

  await test.step('with nothing added to it by then', async () => {
    expect(await readChips(page)).toHaveLength(1);
    for (const url of [EMBED, POST_ON_X]) {
      const added = findFrame(page, url).locator('[style*="initial"]');
      expect(await added.count()).toBe(0);
    }
  });

  await test.step('also below a page that is not read', async () => {
    const news = await ana.context.newPage();
    const address = 'https://news.example/kettles';
    await serve(news, address, `<!doctype html><title>News</title>${frames}`);
    await news.goto(address);
    const [worker] = ana.context.serviceWorkers();
    if (!worker) throw new Error('no worker');
    await news.bringToFront();
    // A tab that is not granted keeps its address to itself.
    const tabId = await worker.evaluate<number>(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)`,
    );
    const beside = await ana.openOwn(`/sidepanel.html?tab=${tabId}`);
    await expect(beside.getByRole('tab', { name: /On this page 1/ })).toBeVisible();
    await expect(
      beside.getByRole('button', { name: /guest_lamp|Guest Lamp/ }).first(),
    ).toBeVisible();
  });

  await test.step('while a site that stands in no frames is read only by itself', async () => {
    const isRunning = `(async () => {
      const tabs = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
      const found = await chrome.scripting.executeScript({
        target: { tabId: tabs.at(-1).id, allFrames: true },
        func: () => [location.host, Symbol.for('hearback.running') in globalThis],
      });
      return found.map(({ result }) => result.join(' ')).filter((one) => !one.startsWith('127')).sort();
    })()`;
    expect(await panel.evaluate(isRunning)).toEqual(['disqus.com true', 'x.com false']);
    await serve(page, POST_ON_X, postOnX);
    await page.goto(POST_ON_X);
    await waitForChips(page, (chips) => chips.length > 0);
  });
});

/** The frame with one review, hand-cut, on a page that shows the answer in its own way once it was sent. */
const review = readFileSync(
  join(import.meta.dirname, '../sites/googlebusiness/frame-reply-spanish/page.html'),
  'utf8',
).replace(
  '</main>',
  `</main><script>
    document.querySelector('[jsname="hrGhad"]').addEventListener('click', () => {
      const box = document.querySelector('textarea');
      const answer = document.createElement('p');
      answer.textContent = box.value;
      box.closest('.FkJOzc').replaceWith(answer);
    });
  </script>`,
);

test('a reply sent in a frame over a search is noticed, though nothing marks it', async ({
  team,
}) => {
  const { name, origins } = siteFacts.googlebusiness;
  const ana = await team.join('Ana', {
    // A browser grants whole hosts only.
    sites: [
      {
        label: new RegExp(`^Read ${name}$`),
        patterns: [...new Set(origins.map((origin) => `${new URL(origin).origin}/*`))],
      },
    ],
  });
  const page = await ana.context.newPage();
  const address = 'https://www.google.com/search?q=acme+cafe';
  const frame = 'https://www.google.com/local/business/123456/customers/reviews/reply?knm=0&hl=es';
  const answer = { contentType: 'text/html; charset=utf-8' };
  await page.route('https://**', (route) => route.abort());
  await page.route(frame, (route) => route.fulfill({ ...answer, body: review }));
  await page.route(address, (route) =>
    route.fulfill({
      ...answer,
      body: `<!doctype html><title>Search</title><iframe src="${frame}" title="Reviews" style="width: 100%; height: 600px"></iframe>`,
    }),
  );
  await page.goto(address);
  const [worker] = ana.context.serviceWorkers();
  if (!worker) throw new Error('no worker');
  const tabId = await worker.evaluate<number>(
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab.id)`,
  );
  const panel = await ana.openOwn(`/sidepanel.html?tab=${tabId}`);
  const thread = panel.getByRole('button', { name: /Inés Ejemplo/ }).first();
  await expect(thread).toBeVisible();
  await thread.click();
  await page.bringToFront();
  const framed = findFrame(page, frame);
  await framed
    .locator('textarea')
    .fill('Sentimos lo del café frío, Inés. El próximo va por nuestra cuenta.');
  await expect(panel.getByText('You answered')).toBeHidden();
  await framed.getByRole('button', { name: 'Responder' }).click();
  await panel.bringToFront();
  await expect(panel.getByText('You answered')).toBeVisible();
  await panel.screenshot({ path: join(pictures, 'frames-answered.png') });
});
