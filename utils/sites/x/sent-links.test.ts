// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { xAdapter } from '../x.ts';

const url = new URL('https://x.com/home');
/** Made on 22 November 2026, 10:40:05.123 UTC. */
const ID = ((BigInt(Date.UTC(2026, 10, 22, 10, 40, 5, 123)) - 1_288_834_974_657n) << 22n) + 77n;

function read(toast: string) {
  document.body.innerHTML = `
    <article data-testid="tweet"><a href="/ada_example/status/1990000000000000001"><time></time></a></article>
    <div id="layers"><div role="alert"><div data-testid="toast">${toast}</div></div></div>`;
  return xAdapter.findSentLinks?.(document, url);
}

test('the toast after sending links to the new post, and its id tells when it was made', () => {
  const link = `<span>Dein Post wurde gesendet.</span><a href="/bea_example/status/${ID}">Ansehen</a>`;
  expect(read(link)).toEqual([
    {
      id: String(ID),
      handle: 'bea_example',
      permalink: `https://x.com/bea_example/status/${ID}`,
      time: Date.UTC(2026, 10, 22, 10, 40, 5, 123),
    },
  ]);
});

test.each([
  ['bookmarks', '<span>Added to your Bookmarks</span><a href="/i/bookmarks">View</a>'],
  ['nothing', '<span>Keep it up! You liked this post.</span>'],
  ['a post of nobody', `<a href="/i/status/${ID}">View</a><a href="/i/web/status/${ID}">View</a>`],
  ['another site', `<a href="https://x.example/bea_example/status/${ID}">View</a>`],
  ['what no post is', '<a href="/bea_example/status/99999999999999999999">View</a>'],
])('a toast that leads to %s says of no post that it was sent', (_, toast) => {
  expect(read(toast)).toEqual([]);
});
