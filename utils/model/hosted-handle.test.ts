import { expect, test } from 'vitest';
import { cleanHandle, hasItsHost, toHandleAt, toRosterHandle } from './hosted-handle.ts';

test.each([
  ['discourse', 'Ben', 'forum.example', 'Ben@forum.example'],
  ['discourse', 'Ben', 'www.forum.example', 'Ben@forum.example'],
  ['generic', 'ben', 'localhost:8787', 'ben@localhost:8787'],
  ['x', 'ben', 'x.com', 'ben'],
  ['mastodon', 'ben@social.example', 'social.example', 'ben@social.example'],
] as const)('on %s the handle %s of %s is kept as %s', (site, handle, host, kept) => {
  expect(toRosterHandle(site, handle, host)).toBe(kept);
});

test.each([
  ['discourse', 'Ben@forum.example', 'forum.example', 'ben'],
  ['discourse', '@ben@Forum.example', 'www.forum.example', 'ben'],
  ['phpbb', 'Ben @ Acme@forum.example', 'forum.example', 'ben @ acme'],
  ['discourse', 'ben@forum.example', 'other.example', null],
  ['discourse', 'ben@forum.example', 'evil-forum.example', null],
  ['discourse', 'ben', 'forum.example', null],
  ['discourse', '@forum.example', 'forum.example', null],
  ['discourse', 'ben@forum.example', null, null],
  ['x', '@Ben', 'x.com', 'ben'],
  ['mastodon', 'ben@social.example', 'other.example', 'ben@social.example'],
] as const)('on %s the entry %s is, at %s, the handle %s', (site, handle, host, shown) => {
  expect(toHandleAt({ site, handle }, host)).toBe(shown);
});

test.each([
  ['discourse', 'ben', false],
  ['discourse', 'ben@', false],
  ['discourse', '@ben', false],
  ['discourse', 'ben@forum.example', true],
  ['x', 'ben', true],
] as const)('on %s the entry %s names its host, or need not: %s', (site, handle, is) => {
  expect(hasItsHost({ site, handle })).toBe(is);
});

test.each([
  ['discourse', '@ben@Forum.example', 'ben@forum.example'],
  ['discourse', 'ben@https://forum.example/u/ben', 'ben@forum.example'],
  ['discourse', 'ben', 'ben'],
  ['x', '@@ben', 'ben'],
] as const)('on %s what is typed as %s is %s', (site, typed, handle) => {
  expect(cleanHandle(site, typed)).toBe(handle);
});
