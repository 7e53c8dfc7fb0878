import { expect, test } from 'vitest';
import { toAddressId } from './address-id.ts';

test.each([
  ['https://forum.example/t/7/', 'forum.example/t/7'],
  ['https://forum.example/', 'forum.example/'],
  ['http://127.0.0.1:8080/practice#post-1', '127.0.0.1:8080/practice#post-1'],
  ['https://forum.example/v?b=2&a=1&utm_medium=m&sid=9#p3', 'forum.example/v?a=1&b=2#p3'],
])('%s stands for %s', (address, id) => {
  expect(toAddressId(new URL(address))).toBe(id);
});
