import type { Page } from '@playwright/test';
import { readChips, waitForChips } from '#scripts/drive/chips.ts';
import { expect, test } from './fixtures.ts';

async function tryToJoin(page: Page, link: string): Promise<void> {
  await page.getByLabel('Invite link').fill(link);
  await page.getByLabel('Your name').fill('Ana');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
}

test('each way of joining wrongly has words of its own and keeps what was typed', async ({
  team,
}) => {
  const teammate = await team.open('Ana');
  await teammate.allowOrigin('http://127.0.0.1/*');
  const page = await teammate.openOwn('/options.html#team');
  const { url } = team.server;
  const used = (await team.server.invite('member')).link;
  const spend = await fetch(`${url}/v1/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ invite: new URL(used).hash.slice(1), name: 'First', device: 'test' }),
  });
  expect(spend.status).toBe(200);

  const cases: [what: string, link: string, words: RegExp][] = [
    ['something else', 'see you at ten', /not an invite link/],
    ['an address without secret', `${url}/join`, /not an invite link/],
    ['an unknown secret', `${url}/join#${'x'.repeat(43)}`, /invite/i],
    ['a used invite', used, /used already/],
    ['a server that is not there', `http://127.0.0.1:9/join#${'x'.repeat(43)}`, /No answer from/],
  ];
  for (const [what, link, words] of cases) {
    await test.step(what, async () => {
      await tryToJoin(page, link);
      await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible({
        timeout: 15_000,
      });
      await expect(page.getByLabel('Invite link')).toHaveValue(link);
      await expect(page.getByLabel('Your name')).toHaveValue('Ana');
    });
  }
  await test.step('the right link works after all that', async () => {
    await tryToJoin(page, (await team.server.invite('member')).link);
    await expect(page.getByText('Connected with the team.')).toBeVisible();
  });
});

test('a revoked device is told, keeps its work, and says after a new invite what was not sent', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const panel = await ana.openPanel(page);
  await expect(panel.getByText('live', { exact: true })).toBeVisible();

  // The team signs this device out behind its back, with its own token.
  const token = await panel.evaluate(async () => {
    const request = indexedDB.open('hearback');
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const get = db.transaction('meta').objectStore('meta').get('account');
    return new Promise<string>((resolve) => {
      get.addEventListener('success', () => {
        db.close();
        resolve((get.result as { value: { token: string } }).value.token);
      });
    });
  });
  await fetch(`${team.server.url}/v1/leave`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });

  await panel
    .getByRole('button', { name: /lena_k/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Story', exact: true }).click();
  await panel.getByLabel('What makes it a good story?').fill('Written while signed out');
  await panel.getByRole('button', { name: 'Save story' }).click();
  const trouble = panel.getByText('This browser was signed out.');
  await expect(trouble).toBeVisible({ timeout: 20_000 });
  await expect(panel.getByText(/^One change waits here/)).toBeVisible();

  const options = await ana.openOwn('/options.html#team');
  await tryToJoin(options, (await team.server.invite('member')).link);
  await expect(options.getByText('Connected with the team.')).toBeVisible();
  await panel.bringToFront();
  await expect(panel.getByText(/Written while signed out/)).toBeVisible();
  await expect(panel.getByText(/was not sent/)).toBeVisible();
});

test('a library file of the wrong kind is refused in words, a mixed one is read as far as it is sound', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const options = await ana.openOwn('/options.html#library');
  const choose = options.locator('input[type="file"]');
  await choose.setInputFiles({
    name: 'snippets.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('<!doctype html><title>Sign in</title>'),
  });
  await expect(
    options
      .getByRole('alert')
      .or(options.getByText(/web page|HTML/i))
      .first(),
  ).toBeVisible();
  await choose.setInputFiles({
    name: 'snippets.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('title,text\nReset,"Hold <b>the</b> button"\nEmpty,\n'),
  });
  await expect(options.getByText('Line 3: There is no answer text.')).toBeVisible();
  await options.getByRole('button', { name: 'Add 1 answer' }).click();
  await expect(options.getByText('1 answer added.')).toBeVisible();
  await expect(options.getByText('Hold <b>the</b> button')).toBeVisible();
});

test('markup in a customer’s name and post is shown as text everywhere', async ({ team }) => {
  const ana = await team.join('Ana');
  const evil = '<img src=x onerror="document.title=\'pwned\'">';
  const page = await ana.context.newPage();
  await page.route('**/practice/evil', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Forum</title>
        <article itemscope itemtype="https://schema.org/DiscussionForumPosting">
          <span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${evil
            .replaceAll('&', '&amp;')
            .replaceAll('<', '&lt;')}</b></span>
          <a itemprop="url" href="/practice/evil#p-1">link</a>
          <div itemprop="text">My Acme kettle says ${evil.replaceAll('<', '&lt;')}</div>
        </article>`,
    }),
  );
  await page.goto(`${team.server.url}/practice/evil`);
  await waitForChips(page, (chips) => chips.length === 1);
  const panel = await ana.openPanel(page);
  await panel
    .getByRole('button', { name: /img src=x/ })
    .first()
    .click();
  await expect(panel.getByText(evil).first()).toBeVisible();
  expect(await panel.locator('img').count()).toBe(0);
  expect(await panel.title()).toBe('Hearback');
  expect(await page.title()).toBe('Forum');
});

test('a page that is not granted holds nothing of ours', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  const html = '<!doctype html><title>Other</title><article>My Acme kettle stopped</article>';
  await page.route('https://other.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('https://other.example/thread');
  const registered = await ana.context.serviceWorkers()[0]?.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> } };
    };
    return (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches);
  });
  expect(registered).toEqual(['http://127.0.0.1/*']);
  expect(await readChips(page)).toEqual([]);
  expect(await page.content()).toContain('<article>My Acme kettle stopped</article></body>');
});
