import { expect, test } from 'vitest';
import { LIBRARY_BUCKETS, toLibraryBucket } from './library-bucket.ts';

test.each([
  ['numbered', (n: number) => `${n}`],
  ['long numbers', (n: number) => `x:1860000000000${n * 7}`],
  ['addresses', (n: number) => `discourse:forum.example/t/${n}`],
])('%s ids spread evenly', (_, toId) => {
  const sizes = Array.from({ length: LIBRARY_BUCKETS }, () => 0);
  for (let n = 0; n < 6_400; n += 1) {
    const bucket = toLibraryBucket(toId(n));
    sizes[bucket] = (sizes[bucket] as number) + 1;
  }
  expect(Math.min(...sizes)).toBeGreaterThan(50);
  expect(Math.max(...sizes)).toBeLessThan(160);
});

test('the bucket of an id never changes: it is kept', () => {
  expect(['', 'x:1', 'snippet:1', 'é😀'].map(toLibraryBucket)).toMatchInlineSnapshot(`
    [
      48,
      52,
      53,
      47,
    ]
  `);
});
