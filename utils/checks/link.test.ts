import { describe, expect, test } from 'vitest';
import { aDraftContext } from '#tests/support/a-draft-context.ts';
import { checkLink } from './link.ts';

describe('checkLink', () => {
  test.each([
    ['http://acme.example/help', 'notice', 'https://'],
    ['https://bit.ly/abc', 'notice', 'short link'],
    ['https://acme.example/help?a=1&utm_source=x', 'notice', 'tracks'],
    ['(https://acme.example/help)', 'notice', 'touches'],
    ['https://acme.example/he…', 'warning', 'cut short'],
    ['https://acme.example/he...', 'warning', 'cut short'],
    ['https:// acme.example/help', 'warning', 'begin with'],
    ['htps://acme.example/help', 'warning', 'begin with'],
    ['https//acme.example/help', 'warning', 'begin with'],
    ['https:/acme.example/help', 'warning', 'begin with'],
    ['https://acme/help', 'warning', 'host'],
    ['https://acme..example/help', 'warning', 'host'],
    ['https://-acme.example', 'warning', 'host'],
    ['http://localhost:3000/help', 'warning', 'your own network'],
    ['https://192.168.0.7/help', 'warning', 'your own network'],
    ['https://wiki.internal/help', 'warning', 'your own network'],
  ])('%s: %s', (address, level, says) => {
    const check = checkLink(`See ${address} for more`, aDraftContext());
    expect(check).toMatchObject({ level, message: expect.stringContaining(says) });
  });

  test.each([
    'See https://acme.example/help.',
    'Did you read https://acme.example/help? Yes!',
    'www.acme.example',
    'https://acme.example:8443/a_(b)?c=d#e',
    'https://bücher.example/ä',
    'Our https page is up',
    'No link, but 1/2 and a.m.',
  ])('is silent about %s', (draft) => {
    expect(checkLink(draft, aDraftContext())).toBeNull();
  });

  test('says the worst of several', () => {
    const draft = 'http://acme.example and https://acme';
    expect(checkLink(draft, aDraftContext())).toMatchObject({
      level: 'warning',
      at: [{ start: 24, end: 36 }],
    });
  });
});
