import { expect, test } from 'vitest';
import { goesOn } from './goes-on.ts';

const cursor = { epoch: 'e', seq: 100, mark: 'old' };
const frame = { type: 'changes' as const, changes: [], serverTime: 0 };

test.each([
  ['its place, mark and epoch', { from: 100, mark: 'old', epoch: 'e' }, true],
  ['its place, from a server of before', { from: 100 }, true],
  ['another place', { from: 99, mark: 'old', epoch: 'e' }, false],
  ['its number, which the server gave again', { from: 100, mark: 'new', epoch: 'e' }, false],
  ['its number in another epoch', { from: 100, mark: 'old', epoch: 'other' }, false],
])('rows that follow %s', (_, place, is) => {
  expect(goesOn({ ...frame, ...place }, cursor)).toBe(is);
});
