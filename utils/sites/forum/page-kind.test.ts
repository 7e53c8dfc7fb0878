import { expect, test } from 'vitest';
import { isFirstPage } from './page-kind.ts';

test.each([
  ['/threads/lamps.9/', true],
  ['/threads/lamps.9/page-1', true],
  ['/threads/lamps.9/page-2', false],
  ['/topic/9-lamps/page/3/', false],
  ['/discussion/9/lamps/p2', false],
  ['/showthread.php?t=9&page=2', false],
  ['/viewtopic.php?t=9&start=15', false],
  ['/viewtopic.php?t=9&start=0', true],
  ['/viewtopic.php?p=123', true],
  ['/t/p5-keyboard', true],
])('%s is a first page: %s', (path, isFirst) => {
  expect(isFirstPage(new URL(path, 'https://forum.example'))).toBe(isFirst);
});
