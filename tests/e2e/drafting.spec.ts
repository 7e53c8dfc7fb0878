/** What helps with a draft in the panel, in real Chromium: snippets at the caret, splitting. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { readTable } from '#scripts/drive/worker.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';

const pictures = join(import.meta.dirname, '../../data/pictures');

/** Adds a text to the library, as the options page does. */
async function addSnippet(own: Page, id: string, title: string, text: string): Promise<void> {
  await own.evaluate(
    (entry) =>
      (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
        }
      ).chrome.runtime.sendMessage({
        name: 'library.save',
        request: { ...entry, kind: 'snippet', tags: [] },
      }),
    { id, title, text },
  );
}

const area = (panel: Page) => panel.getByLabel('Your answer');

test('snippets go in at the caret, and undo takes them back', async ({ team }) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const panel = await ana.openPanel(page);
  await addSnippet(panel, 'rinse', 'Rinse the handle', '{name}, please rinse the handle.');
  await addSnippet(panel, 'bye', 'Goodbye', 'Does that help?');
  await panel
    .getByRole('button', { name: /lena_k/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Write an answer' }).first().click();

  await test.step('behind a slash, with a letter wrong', async () => {
    await area(panel).pressSequentially('Hi /rinze');
    await expect(panel.getByRole('option', { name: /^Rinse the handle/ })).toBeVisible();
    await panel.screenshot({ path: join(pictures, 'snippet-slash.png') });
    await panel.keyboard.press('Enter');
    await expect(area(panel)).toHaveValue(/^Hi \S+, please rinse the handle\.$/);
  });

  await test.step('one after another, by the button', async () => {
    await panel.getByRole('button', { name: 'Snippet', exact: true }).click();
    await panel.getByRole('combobox', { name: 'Find a snippet' }).fill('good');
    await expect(panel.getByRole('option')).toHaveCount(1);
    await panel.keyboard.press('Enter');
    await expect(area(panel)).toHaveValue(/rinse the handle\. Does that help\?$/);
    await expect(area(panel)).toBeFocused();
  });

  await test.step('and out again', async () => {
    await panel.keyboard.press('Control+z');
    await expect(area(panel)).toHaveValue(/rinse the handle\.$/);
    await panel.keyboard.press('Control+z');
    await expect(area(panel)).toHaveValue('Hi /rinze');
  });
});

/** Bluesky with one post and its reply dialog open, in the site's own form, cut to what matters. */
const bluesky = `<!doctype html><html lang="en"><body>
<nav role="navigation"><a href="/profile/ana.example.com" aria-label="Profile">Profile</a></nav>
<main role="main"></main>
<div role="dialog" aria-modal="true"><div data-testid="composePostView"><div aria-modal="true">
<div><button type="button" data-testid="composerPublishBtn"><div dir="auto">Reply</div></button></div>
<div><div><div dir="auto">Lena Example</div><div dir="auto">My Acme kettle drips</div></div>
<div contenteditable="true" role="textbox" aria-label="Rich-Text Editor" style="min-height: 3em; border: 1px solid"></div></div>
</div></div></div>
<script>
  const main = document.querySelector('main');
  const editor = document.querySelector('[contenteditable]');
  const digits = '234567abcdefghijklmnopqrstuvwxyz';
  // Keys of records hold the time, µs, in base 32.
  const toKey = (ms) => {
    let rest = BigInt(ms) * 1000n * 1024n;
    let key = '';
    for (let at = 0; at < 13; at += 1) {
      key = digits[Number(rest % 32n)] + key;
      rest /= 32n;
    }
    return key;
  };
  const add = (handle, name, text, ms) => {
    const post = document.createElement('div');
    const link = '/profile/' + handle;
    post.setAttribute('role', 'link');
    post.dataset.testid = 'feedItem-by-' + handle;
    post.innerHTML = '<div></div><div><div><a href="' + link + '"><div data-testid="userAvatarImage"></div></a></div><div>' +
      '<div><div><a href="' + link + '" dir="auto">' + name + '</a><a href="' + link + '" dir="auto"> @' + handle + '</a></div>' +
      '<a href="' + link + '/post/' + toKey(ms) + '" dir="auto">now</a></div>' +
      '<div><div dir="auto" data-word-wrap="1" data-testid="postText"></div></div>' +
      '<div><div><button type="button" data-testid="replyBtn"></button></div><div><button type="button" data-testid="postDropdownBtn"></button></div></div></div></div>';
    post.querySelector('[data-word-wrap]').textContent = text;
    const item = document.createElement('div');
    item.append(post);
    main.append(item);
  };
  add('lena.example.com', 'Lena Example', 'My Acme kettle drips', Date.now() - 7200000);
  document.querySelector('[data-testid="composerPublishBtn"]').addEventListener('click', () => {
    add('ana.example.com', 'Ana', editor.textContent, Date.now());
    editor.textContent = '';
  });
</script></body></html>`;

test('a draft that is too long is sent in parts', async ({ team }) => {
  const { origins, name } = siteFacts.bluesky;
  const ana = await team.join('Ana', {
    sites: [{ label: new RegExp(`^Read ${name}$`), patterns: origins }],
  });
  const page = await ana.context.newPage();
  await page.route('https://bsky.app/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: bluesky }),
  );
  await page.goto('https://bsky.app/');
  await waitForChips(page, (chips) => chips.length === 1);
  const panel = await ana.openPanel(page);
  await panel
    .getByRole('button', { name: /lena\.example/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Write an answer' }).first().click();
  const sentence = (thing: string) =>
    `Hi Lena, please take off the ${thing} of the kettle, let it cool for ten minutes, and rinse it under running water until all of the white dust has gone from the rim below it. `;
  await area(panel).fill((sentence('lid') + sentence('filter') + sentence('base')).trim());
  await panel.getByRole('button', { name: 'Split into 3 posts' }).click();
  const part = (at: number) => panel.getByRole('listitem', { name: `Post ${at} of 3` });
  await expect(part(1)).toContainText(/\d+\/300/);
  await panel.screenshot({ path: join(pictures, 'split.png') });

  for (const at of [1, 2, 3]) {
    await test.step(`post ${at}`, async () => {
      const words = (await part(at).locator('.post-text').textContent()) ?? '';
      await part(at).getByRole('button', { name: 'Insert' }).click();
      await page.bringToFront();
      await expect(page.getByRole('textbox')).toContainText(words.slice(0, 40));
      await page.getByTestId('composerPublishBtn').click();
      await panel.bringToFront();
      if (at < 3) await expect(part(at)).toContainText('Sent');
    });
  }
  await expect(panel.getByText('In 3 posts')).toBeHidden();
  await expect(panel.getByText('You answered')).toBeVisible();
  await expect.poll(() => readTable(ana, 'drafts')).toEqual([]);
});

test('what became of a suggestion is told, and whether the customer was happy', async ({
  team,
}) => {
  const ana = await team.join('Ana');
  const page = await ana.context.newPage();
  await page.goto(`${team.server.url}/practice?as=ana_acme`);
  await waitForChips(page, (chips) => chips.length >= 3);
  const panel = await ana.openPanel(page);
  await addSnippet(panel, 'rinse', 'Rinse the handle', 'Please rinse the handle twice a week.');
  await panel
    .getByRole('button', { name: /lena_k/ })
    .first()
    .click();
  await panel.getByRole('button', { name: 'Write an answer' }).first().click();
  await area(panel).pressSequentially('/rinse');
  await panel.getByRole('option', { name: /^Rinse the handle/ }).click();
  await page.bringToFront();
  await page.getByRole('button', { name: 'Reply' }).first().click();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Insert', exact: true }).last().click();
  await page.bringToFront();
  await expect(page.getByLabel('Reply to lena_k')).toHaveValue(/rinse the handle/);
  await page.getByRole('button', { name: 'Post reply' }).first().click();
  await panel.bringToFront();
  await panel.getByRole('button', { name: 'Happy', exact: true }).click();
  await expect(panel.getByText('Settled. The customer:')).toBeVisible();
  const uses = async () => {
    const rows = await readTable<{ id: string; body: { uses?: object } }>(ana, 'library');
    return rows.find(({ id }) => id === 'rinse')?.body.uses;
  };
  await expect.poll(uses).toMatchObject({ sent: 1, kept: 1, happy: 1, unhappy: 0 });
});
