import { expect, test } from 'vitest';
import { isSamePage, toMarkedId, toOwnAddress } from './identity.ts';
import type { MarkedPost } from './marked-post.ts';

const page = new URL('https://forum.example/t/lamps/7?utm_source=x');

function aMarkedPost(overrides: Partial<MarkedPost> = {}): MarkedPost {
  return {
    handle: 'ada_example',
    name: '',
    text: 'My lamp broke',
    title: '',
    href: null,
    time: null,
    lang: null,
    parentHref: null,
    isCut: false,
    ...overrides,
  };
}

const anElement = (id: string) => ({ id }) as Element;

test('a post without an address is known by who wrote what', () => {
  const id = toMarkedId(aMarkedPost(), null, page);
  expect(id).toMatch(/^forum\.example\/~[\da-z]+$/u);
  expect(toMarkedId(aMarkedPost({ text: 'My  lamp\nbroke' }), null, page)).toBe(id);
  expect(toMarkedId(aMarkedPost({ handle: 'cy_example' }), null, page)).not.toBe(id);
});

test('the address of the page belongs to its first post only', () => {
  const marked = aMarkedPost({ href: '/t/lamps/7' });
  expect(toOwnAddress(marked, anElement(''), true, page)?.pathname).toBe('/t/lamps/7');
  expect(toOwnAddress(marked, anElement(''), false, page)).toBeNull();
});

test('an id that a server wrote makes an address', () => {
  expect(toOwnAddress(aMarkedPost(), anElement('comment-12'), false, page)?.href).toBe(
    'https://forum.example/t/lamps/7#comment-12',
  );
});

test.each(['ember1204', 'radix-12', 'main', '12', ''])('the id %j makes no address', (id) => {
  expect(toOwnAddress(aMarkedPost(), anElement(id), false, page)).toBeNull();
});

test('a page stays the same under another fragment', () => {
  expect(isSamePage(new URL('#p1', page), page)).toBe(true);
  expect(isSamePage(new URL('https://forum.example/t/lamps/8'), page)).toBe(false);
});
