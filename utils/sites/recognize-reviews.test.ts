// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { siteFacts } from './facts.ts';
import { reviewFacts } from './facts/reviews.ts';
import { recognizeSite, sitesAt } from './recognize.ts';

test.each([
  ['https://www.amazon.co.jp/dp/B000000001', 'amazon'],
  ['https://www.amazon.com.be/', 'amazon'],
  ['https://sellercentral.amazon.de/', 'generic'],
  ['https://www.amazon.com.evil.example/', 'generic'],
  ['https://amazon.example/', 'generic'],
  ['https://apps.apple.com/us/app/acme/id1', 'appstore'],
  ['https://appstoreconnect.apple.com/', 'generic'],
  ['https://apps.apple.com.evil.example/', 'generic'],
  ['https://www.tripadvisor.com/Hotel_Review-g1-d2', 'tripadvisor'],
  ['https://fr.tripadvisor.be/', 'tripadvisor'],
  ['https://www.tripadvisor.com.evil.example/', 'generic'],
  ['https://nottripadvisor.com/', 'generic'],
  ['https://www.quora.com/What-is-Acme', 'quora'],
  ['https://de.quora.com/', 'quora'],
  ['https://notquora.com/', 'generic'],
  ['https://quora.com.evil.example/', 'generic'],
  ['https://www.yelp.com/biz/acme', 'yelp'],
  ['https://www.yelp.co.uk/', 'yelp'],
  ['https://biz.yelp.com/', 'generic'],
  ['https://notyelp.com/', 'generic'],
  ['https://yelp.com.evil.example/', 'generic'],
  ['https://www.g2.com/products/acme/reviews', 'g2'],
  ['https://my.g2.com/', 'generic'],
  ['https://notg2.com/', 'generic'],
  ['https://www.producthunt.com/products/acme', 'producthunt'],
  ['https://api.producthunt.com/', 'generic'],
  ['https://producthunt.com.evil.example/', 'generic'],
])('%s is read by %s', (address, id) => {
  const doc = document.implementation.createHTMLDocument();
  expect(recognizeSite(doc, new URL(address))).toBe(id);
});

test.each(Object.values(reviewFacts))('$name is recognized wherever it may be read', (facts) => {
  const hosts = siteFacts[facts.id].origins.map(
    (origin) => new URL(origin.replace('//*.', '//de.').replace(/\*$/u, '')).hostname,
  );
  expect(hosts.filter((host) => !sitesAt(host).includes(facts.id))).toEqual([]);
});
