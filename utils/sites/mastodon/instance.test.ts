// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { mastodonAdapter } from '#utils/sites/mastodon.ts';
import { readInstance, toFullHandle } from './instance.ts';

const url = new URL('https://www.social.example/home');

function aPage(state: string): Document {
  const doc = document.implementation.createHTMLDocument();
  const script = doc.createElement('script');
  script.id = 'initial-state';
  script.type = 'application/json';
  script.textContent = state;
  doc.body.append(script);
  return doc;
}

test('nothing but domain, account, limit is taken from the start data', () => {
  const state = {
    meta: { access_token: 'not-a-token', domain: 'Social.Example', me: '7' },
    accounts: { 7: { acct: 'ada_example', email: 'ada@example.com' } },
    max_toot_chars: 5_000,
  };
  expect(readInstance(aPage(JSON.stringify(state)))).toEqual({
    domain: 'social.example',
    acct: 'ada_example',
    limit: 5_000,
  });
});

test.each(['', '{', '[]', 'null', '{"meta":7}', '{"meta":{"me":"__proto__"},"accounts":[]}'])(
  'start data %j tells nothing',
  (state) => {
    expect(readInstance(aPage(state))).toEqual({ domain: null, acct: null, limit: null });
  },
);

test('a local handle gets the domain of the server rather than the host of the page', () => {
  const doc = aPage('{"meta":{"domain":"social.example"}}');
  expect(toFullHandle('@ada_example', doc, url)).toBe('ada_example@social.example');
});

test('a local handle gets the host of the page where the server is not told', () => {
  expect(toFullHandle('ada_example', aPage(''), url)).toBe('ada_example@www.social.example');
});

test('a remote handle stays as it is', () => {
  expect(toFullHandle('@cy@other.example', aPage(''), url)).toBe('cy@other.example');
});

test('a reply may be as long as the server says, else 500', () => {
  const count = 'mastodon';
  const long = aPage('{"meta":{},"max_toot_chars":5000}');
  expect(mastodonAdapter.characterRule(long)).toEqual({ count, limit: 5_000 });
  expect(mastodonAdapter.characterRule(aPage('{"max_toot_chars":-1}'))).toEqual({
    count,
    limit: 500,
  });
});
