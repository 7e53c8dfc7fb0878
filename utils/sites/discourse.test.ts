// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { discourseAdapter } from './discourse.ts';

afterEach(() => {
  document.body.className = '';
  document.body.replaceChildren();
});

test('messages between a few are private, though they stand at the address of a topic', () => {
  document.body.className = 'navigation-topics archetype-private_message';
  expect(discourseAdapter.isPrivate?.(document)).toBe(true);
});

test('a topic is not private because of what staff whisper in it', () => {
  document.body.className = 'navigation-topics archetype-regular';
  document.body.innerHTML = '<div class="topic-post whisper"></div>';
  expect(discourseAdapter.isPrivate?.(document)).toBe(false);
});
