import { waitForChips } from '#scripts/drive/chips.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { expect, test } from './fixtures.ts';

const STORY = '41000001';

/** The time of a Hacker News item, as the site writes it: ISO without zone, then seconds. */
function toAgeTitle(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)} ${Math.floor(ms / 1000)}`;
}

function aComment(id: string, author: string, text: string, at: number): string {
  return `<tr class="athing comtr" id="${id}"><td><table><tr><td class="ind" indent="0"></td><td class="default"><div><span class="comhead"><a href="user?id=${author}" class="hnuser">${author}</a> <span class="age" title="${toAgeTitle(at)}"><a href="item?id=${id}">just now</a></span> <span class="navs"></span></span></div><br><div class="comment"><div class="commtext c00">${text}</div><div class="reply"><p><a href="reply?id=${id}">reply</a></p></div></div></td></tr></table></td></tr>`;
}

/** A story with its comment form, in the site's own form, cut to what matters. */
function anItemPage(comments: string): string {
  return `<!doctype html><html lang="en"><body>
    <table id="hnmain"><tr><td><span class="pagetop"><a id="me" href="user?id=bea_example">bea_example</a></span></td></tr></table>
    <table class="fatitem">
      <tr class="athing submission" id="${STORY}"><td class="title"><span class="titleline"><a href="item?id=${STORY}">Ask HN: My Acme kettle died</a></span></td></tr>
      <tr><td class="subtext"><span class="subline">by <a href="user?id=ada_example" class="hnuser">ada_example</a> <span class="age" title="${toAgeTitle(Date.now() - 7_200_000)}"><a href="item?id=${STORY}">2 hours ago</a></span></span></td></tr>
      <tr><td><div class="toptext">It was a gift.</div></td></tr>
      <tr><td><form action="comment" method="post"><input type="hidden" name="parent" value="${STORY}"><textarea name="text"></textarea><br><input type="submit" value="add comment"></form></td></tr>
    </table>
    <table class="comment-tree">${comments}</table></body></html>`;
}

test('a reply is noticed as sent by a site that loads a new page for it', async ({ team }) => {
  const site = {
    label: new RegExp(`^Read ${siteFacts.hackernews.name}$`),
    patterns: siteFacts.hackernews.origins,
  };
  const bea = await team.join('Bea', { sites: [site] });
  const page = await bea.context.newPage();
  let comments = '';
  await page.route('https://news.ycombinator.com/**', async (route) => {
    const request = route.request();
    if (request.method() === 'POST') {
      const text = new URLSearchParams(request.postData() ?? '').get('text') ?? '';
      comments = aComment('41000099', 'bea_example', text, Date.now()) + comments;
    }
    await route.fulfill({ contentType: 'text/html', body: anItemPage(comments) });
  });
  await page.goto(`https://news.ycombinator.com/item?id=${STORY}`);
  await waitForChips(page, ([chip]) => chip?.state === 'open');
  await page.locator('textarea').fill('Please write to us, we will find out what happened.');
  await page.getByRole('button', { name: 'add comment' }).click();
  await page.waitForURL('**/comment');
  await waitForChips(page, ([chip]) => chip?.state === 'answered');

  const panel = await bea.openPanel(page);
  await panel
    .getByRole('button', { name: /ada_example/ })
    .first()
    .click();
  await expect(panel.getByText('You answered')).toBeVisible();
});
