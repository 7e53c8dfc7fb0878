// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { recognizeSite } from './recognize.ts';

const url = new URL('https://social.example/');

test.each([
  ['<div id="app" class="lemmy-site"></div>', 'lemmy'],
  ['<div id="misskey_app"></div>', 'misskey'],
  ['<div id="sharkey_app"></div>', 'misskey'],
  ['<script type="application/json" id="misskey_meta">{}</script>', 'misskey'],
  ['<div id="app"></div>', 'generic'],
  ['<h1 id="lemmy">Lemmy</h1><p class="lemmy-site">About it</p>', 'generic'],
  ['<h1 id="misskey">Misskey</h1>', 'generic'],
])('a page with %s is read by %s', (html, id) => {
  const doc = document.implementation.createHTMLDocument();
  doc.body.innerHTML = html;
  expect(recognizeSite(doc, url)).toBe(id);
});

test('marks of Misskey do not take over a host that is known', () => {
  const doc = document.implementation.createHTMLDocument();
  doc.body.innerHTML = '<div id="misskey_app"></div>';
  expect(recognizeSite(doc, new URL('https://x.com/home'))).toBe('x');
});
