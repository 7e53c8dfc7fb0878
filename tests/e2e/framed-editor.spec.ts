/** An editor whose text stands in a frame (TinyMCE, in the quick reply of a forum): everything goes on as in the page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForChips } from '#scripts/drive/chips.ts';
import { waitForNotice } from '#scripts/drive/notices.ts';
import { readTable } from '#scripts/drive/worker.ts';
import type { Reply } from '#utils/model/thread.ts';
import { expect, test } from './fixtures.ts';
import type { Team } from './fixtures.ts';

const modules = join(import.meta.dirname, '../../node_modules');

/** vBulletin 4 after TinyMCE was put into it, which keeps the plain field hidden beside its frame. */
const forum = `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="generator" content="vBulletin 4.2.5"><title>Kettle</title></head><body>
  <div id="pagetitle"><h1>Thread: <span class="threadtitle"><a href="/practice/threads/120-Kettle">Kettle</a></span></h1></div>
  <ol id="posts" class="posts"><li class="postbitlegacy postcontainer" id="post_301">
    <a href="/practice/threads/120-Kettle?p=301#post301" class="postcounter">#1</a>
    <a class="username" href="member.php?31-ada"><strong>ada_example</strong></a>
    <div id="post_message_301"><blockquote class="postcontent">My Acme kettle stopped.</blockquote></div></li></ol>
  <form action="newreply.php?do=postreply&amp;t=120" method="post" id="quick_reply">
    <input type="hidden" name="p" value="301">
    <textarea name="message" id="vB_Editor_QR_editor"></textarea>
    <input type="submit" value="Post Quick Reply" name="sbutton" id="qr_submit"></form>
  <script src="/practice/tinymce/tinymce.min.js"></script>
  <script>tinymce.init({ selector: 'textarea', license_key: 'gpl', menubar: false, statusbar: false, promotion: false,
    setup: (editor) => editor.on('init', () => editor.iframeElement.id = 'vB_Editor_frame') });
    document.querySelector('form').addEventListener('submit', (event) => {
      event.preventDefault();
      const post = document.querySelector('#post_301').cloneNode(true);
      post.id = 'post_302';
      post.querySelector('.postcounter').textContent = '#2';
      post.querySelector('.postcounter').href = '/practice/threads/120-Kettle?p=302#post302';
      post.querySelector('strong').textContent = 'ana_acme';
      post.querySelector('[id^="post_message"]').id = 'post_message_302';
      post.querySelector('blockquote').innerHTML = tinymce.activeEditor.getContent();
      document.querySelector('#posts').append(post);
      tinymce.activeEditor.setContent('');
    });</script></body></html>`;

async function openForum(page: Page, { server }: Team): Promise<void> {
  await page.route('**/practice/tinymce/**', (route) => {
    const path = new URL(route.request().url()).pathname.replace('/practice/', '');
    return route.fulfill({ body: readFileSync(join(modules, path)), contentType: toType(path) });
  });
  await page.route('**/practice/threads/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: forum }),
  );
  await page.goto(`${server.url}/practice/threads/120-Kettle`);
  await waitForChips(page, (chips) => chips.length >= 1);
}

function toType(path: string): string {
  return path.endsWith('.css') ? 'text/css' : 'text/javascript';
}

test('writing in a frame is seen by the team, kept, guarded and noticed when sent', async ({
  team,
}) => {
  const [ana, ben] = [await team.join('Ana'), await team.join('Ben')];
  const [anaPage, benPage] = [await ana.context.newPage(), await ben.context.newPage()];
  await openForum(anaPage, team);
  await openForum(benPage, team);
  await anaPage.bringToFront();
  const editor = anaPage.frameLocator('#vB_Editor_frame').locator('body');
  await editor.click();
  await editor.pressSequentially('Please clean the steam hole.');

  await test.step('a teammate sees that somebody writes', async () => {
    await waitForChips(benPage, (chips) => chips.some(({ text }) => /Ana/.test(text)));
    await benPage.bringToFront();
    await benPage.frameLocator('#vB_Editor_frame').locator('body').click();
    await waitForNotice(benPage, /Ana is writing an answer too/);
  });
  await test.step('the draft is kept over a reload', async () => {
    await anaPage.bringToFront();
    await editor.press('End');
    await expect
      .poll(async () => JSON.stringify(await readTable(ana, 'drafts')))
      .toContain('steam hole');
    await openForum(anaPage, team);
    await editor.click();
    await waitForNotice(anaPage, /draft/i);
  });
  await test.step('a sent answer is noticed', async () => {
    await editor.pressSequentially('Hold the button for five seconds.');
    await anaPage.locator('#qr_submit').click();
    await expect(anaPage.locator('#post_302')).toContainText('Hold the button');
    const readReplies = async () =>
      (await readTable<{ body: Reply }>(ana, 'replies')).map(({ body }) => [
        body.text,
        body.source,
      ]);
    await expect.poll(readReplies).toEqual([['Hold the button for five seconds.', 'sent']]);
  });
});
