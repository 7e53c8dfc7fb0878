import { expect, test } from 'vitest';
import { toThemeId } from './theme-id.ts';

const none = new Set<string>();

test('a theme keeps its id while its two first stems change places, and what follows them changes', () => {
  const id = toThemeId(['luggage', 'lost', 'berlin'], none);
  expect(toThemeId(['lost', 'luggage', 'paris'], none)).toBe(id);
  expect(toThemeId(['lost', 'card', 'berlin'], none)).not.toBe(id);
});

test('of two themes about the same two stems each has its own', () => {
  const first = toThemeId(['hold', 'hour', 'phone'], none);
  const second = toThemeId(['hour', 'hold', 'plane'], new Set([first]));
  expect(second).not.toBe(first);
  expect(toThemeId(['hour', 'hold', 'plane'], new Set([first]))).toBe(second);
});

test('has one with a single stem, and with none', () => {
  expect(toThemeId(['hold'], none)).not.toBe(toThemeId([], none));
  expect(toThemeId(['hold'], new Set([toThemeId(['hold'], none)]))).not.toBe('');
});
