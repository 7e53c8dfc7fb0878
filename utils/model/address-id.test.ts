import { expect, test } from 'vitest';
import { dropTracking, toAddressId } from './address-id.ts';

test.each([
  ['https://forum.example/t/7/', 'forum.example/t/7'],
  ['https://forum.example/', 'forum.example/'],
  ['http://127.0.0.1:8080/practice#post-1', '127.0.0.1:8080/practice#post-1'],
  ['https://forum.example/v?b=2&a=1&utm_medium=m&sid=9#p3', 'forum.example/v?a=1&b=2#p3'],
  ['https://forum.example/v?__cft__[0]=AZ&__tn__=R&a=1&mibextid=x', 'forum.example/v?a=1'],
  ['https://forum.example/v?__cft__%5B0%5D=AZ&IGSH=x&_gl=1&a=1', 'forum.example/v?a=1'],
])('%s stands for %s', (address, id) => {
  expect(toAddressId(new URL(address))).toBe(id);
});

test.each(['id', 'p', 's', 't', 'v', 'cid', 'xmt', 'trk_id', 'site', 'comment_id', 'pk'])(
  'what %s says tells posts apart',
  (name) => {
    const ids = [1, 2].map((value) => toAddressId(new URL(`https://a.example/?${name}=${value}`)));
    expect(new Set(ids).size).toBe(2);
  },
);

test.each([
  [
    'https://forum.example/index.php?threads/kettle.1/&utm_source=x#post-2',
    'https://forum.example/index.php?threads/kettle.1/#post-2',
  ],
  ['https://forum.example/v?fbclid=a', 'https://forum.example/v'],
  ['https://forum.example/v?b=2&a=%20&sid=9', 'https://forum.example/v?b=2&a=%20&sid=9'],
])('%s without tracking is %s', (address, clean) => {
  expect(dropTracking(new URL(address)).href).toBe(clean);
});
