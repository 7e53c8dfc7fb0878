/** What the server writes for readers without scripts: old browsers, print, crawlers. */
import { toIdHost } from '#utils/model/address-id.ts';
import type { Post } from '#utils/model/post.ts';
import { readLine, readText } from '#utils/sites/dom/read-text.ts';
import { toPost } from '#utils/sites/dom/to-post.ts';
import { toPostUrl, toTopicPlace } from './address.ts';
import { postSelectors } from './parts.ts';

/** Seen 2020 in a saved page (microdata per post, no ids), 2026 in pages of several forums (`#post_1`). */
export const crawlerSelectors = {
  post: '.crawler-post',
  author: '.creator [itemprop="name"]',
  number: '[itemprop="position"]',
  text: '.post',
  time: '[itemprop="datePublished"]',
  title: '.crawler-topic-title, #topic-title h1',
  canonical: 'link[rel="canonical"][href]',
};

/** Reads such a post. It does not show the id that the app uses: `forum.example/t/12/3` stands for it. */
export function readCrawlerPost(element: Element, url: URL): Post | null {
  const doc = element.ownerDocument;
  const number = findNumber(element);
  const canonical = doc.querySelector(crawlerSelectors.canonical)?.getAttribute('href');
  const place = toTopicPlace(url.href, url) ?? toTopicPlace(canonical, url);
  const body = findCrawlerBody(element);
  if (!place || number === null || !body) return null;
  const time = element.querySelector(crawlerSelectors.time);
  return toPost({
    site: 'discourse',
    id: `${toIdHost(url)}${place.topicPath}/${number}`,
    handle: readLine(element.querySelector(crawlerSelectors.author)),
    text: readText(body, { skip: postSelectors.notText }),
    title: number === 1 ? readLine(doc.querySelector(crawlerSelectors.title)) : '',
    permalink: toPostUrl(place, number),
    time: time?.getAttribute('datetime') ?? time?.getAttribute('content'),
  });
}

export function findCrawlerBody(element: Element): Element | null {
  return element.querySelector(crawlerSelectors.text);
}

function findNumber(element: Element): number | null {
  const told = /^post_([1-9]\d{0,8})$/u.exec(element.id)?.[1];
  const shown = /^#?([1-9]\d{0,8})$/u.exec(
    readLine(element.querySelector(crawlerSelectors.number)),
  )?.[1];
  const number = told ?? shown;
  return number === undefined ? null : Number(number);
}
