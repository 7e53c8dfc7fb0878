import { expect, test } from 'vitest';
import { toTidTime } from './tid.ts';

test('a record key made by the official app tells its time', () => {
  expect(toTidTime('3jzfcijpj2z2a')).toBe(1_688_137_381_887);
});

test('a key that is no timestamp tells nothing', () => {
  for (const key of [
    'self',
    '',
    '3jzfcijpj2z2',
    '3jzfcijpj2z2aa',
    '3jzfcijpj2z21',
    'zzzzzzzzzzzzz',
  ])
    expect(toTidTime(key)).toBeNull();
});

test('a timestamp from before the network is not believed', () => {
  expect(toTidTime('2222222222222')).toBeNull();
});
