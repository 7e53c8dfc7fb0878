import { expect, test } from 'vitest';
import { toCsvCell } from './csv-cell.ts';

test.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', "'x"])('%j is no formula any more', (cell) => {
  expect(toCsvCell(cell)).toBe(`'${cell}`);
});

test.each(['', 'a=1', '1', 'Über', ' =1'])('%j stays', (cell) => {
  expect(toCsvCell(cell)).toBe(cell);
});
