// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { canSkip, choose, firstStep, goBack, partOf, skip } from './steps.ts';

const element = () => document.createElement('p');

test('asks for post, author and text, and for nothing less', () => {
  expect(partOf(firstStep)).toBe('post');
  expect(skip(firstStep)).toEqual(firstStep);
  const three = [0, 1, 2].reduce((steps) => choose(steps, element()), firstStep);
  expect(Object.keys(three.pointed)).toEqual(['post', 'author', 'text']);
  expect(canSkip(three)).toBe(true);
  expect(partOf(skip(skip(skip(three))))).toBeNull();
});

test('forgets what it goes back over', () => {
  const one = choose(firstStep, element());
  expect(goBack(one)).toEqual(firstStep);
  expect(goBack(firstStep)).toEqual(firstStep);
});
