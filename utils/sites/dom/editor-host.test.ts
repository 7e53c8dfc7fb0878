// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isInPage, toEditorHost } from './editor-host.ts';

test('an editor in the page is its own host, until it is taken out', () => {
  const box = document.body.appendChild(document.createElement('textarea'));
  expect(toEditorHost(box, document)).toBe(box);
  expect(isInPage(box)).toBe(true);
  box.remove();
  expect(isInPage(box)).toBe(false);
});

test('an editor in a frame stands where the frame does', () => {
  const body = document.createElement('div');
  const frame = document.createElement('section');
  Object.defineProperty(body, 'ownerDocument', { value: { defaultView: { frameElement: frame } } });
  Object.defineProperty(body, 'isConnected', { value: true });
  expect(toEditorHost(body, document)).toBe(frame);
  expect(isInPage(body)).toBe(false);
  document.body.append(frame);
  expect(isInPage(body)).toBe(true);
});

test('a page that stands in a frame itself holds its own editors', () => {
  const box = document.createElement('textarea');
  const frame = document.createElement('section');
  const inner = { defaultView: { frameElement: frame } } as unknown as Document;
  Object.defineProperty(box, 'ownerDocument', { value: inner });
  expect(toEditorHost(box, inner)).toBe(box);
});
