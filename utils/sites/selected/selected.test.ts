// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findNearby } from './nearby.ts';
import { readSelected, toMountPoint } from './read-selected.ts';
import { toSelectedPost } from './selected-post.ts';

const page = new URL('https://forum.example/thread/7?utm_source=mail');

beforeEach(() => document.body.replaceChildren());

/** Puts this into the page and selects everything in `#s`, or from there to the beginning of `#e`. */
function select(html: string) {
  document.body.innerHTML = html;
  const range = document.createRange();
  const start = document.querySelector('#s') ?? document.body;
  const end = document.querySelector('#e');
  range.selectNodeContents(start);
  if (end) range.setEnd(end, 0);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return readSelected(document);
}

function need(html: string) {
  const selected = select(html);
  if (!selected) throw new Error('nothing was selected');
  return selected;
}

describe('what is selected', () => {
  test('is the text with the block that holds it', () => {
    const { text, element } = need('<div><p id="p"><b id="s">My kettle</b> stopped</p></div>');
    expect(text).toBe('My kettle');
    expect(element.id).toBe('p');
  });

  test('ends in its own block after three clicks', () => {
    const selected = need('<div id="d"><p id="s">One</p><p id="e">Two</p></div>');
    expect(selected.last.id).toBe('s');
    expect(toMountPoint(selected)).toEqual({ anchor: selected.last, where: 'after' });
  });

  test.each([
    '<div contenteditable="true"><p id="s">My own draft</p></div>',
    '<p id="s">  </p>',
    '<p id="s"></p>',
  ])('is nothing in %s', (html) => {
    expect(select(html)).toBeNull();
  });

  test('puts the line of ours into a cell instead of beside it', () => {
    const selected = need('<table><tr><td id="s">Text</td></tr></table>');
    expect(toMountPoint(selected)?.where).toBe('append');
  });
});

describe('what stands near it', () => {
  const post = (name: string, at: number, id: string) => `
    <div class="item"><a href="/members/${name}.${at}/">${name}</a>
      <a href="/thread/7/post-${at}"><time datetime="2026-10-05T08:00:00Z">Monday</time></a>
      <div id="${id}">Text of ${name}</div></div>`;

  test('is author, address, time of its own post', () => {
    const near = findNearby(need(post('ada', 1, 's') + post('bea', 2, 'o')), page);
    expect(near.author?.handle).toBe('ada.1');
    expect(near.address?.href).toBe('https://forum.example/thread/7/post-1');
    expect(near.time).toBe('2026-10-05T08:00:00Z');
  });

  test('is nobody where two could be meant', () => {
    const html = `<div><a href="/u/ada">ada</a><a href="/u/bea">bea</a><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).author).toBeNull();
  });

  test('is not the person who reads the page', () => {
    const html = `<div><nav><a href="/u/me_myself">me</a></nav><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).author).toBeNull();
  });

  test('is a name that is marked as the author’s', () => {
    const html = `<div><span class="comment-author">by Ada Example</span><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).author).toEqual({ handle: 'Ada Example' });
  });

  test('is the place on the page where the server names one', () => {
    const html = `<div id="comment-4711"><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).address?.href).toBe(
      'https://forum.example/thread/7#comment-4711',
    );
  });

  test('is no address of another host', () => {
    const html = `<div><a href="https://evil.example/post/1">a</a><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).address).toBeNull();
  });

  test('is nothing of a part with much other text', () => {
    const html = `<div><a href="/u/ada">ada</a><p>${'long '.repeat(200)}</p><p id="s">Text</p></div>`;
    expect(findNearby(need(html), page).author).toBeNull();
  });
});

describe('the post', () => {
  const none = { author: null, address: null, time: null };

  test('is told by its address where it has one', () => {
    const near = { ...none, address: new URL('https://forum.example/thread/7/post-1?ref=x') };
    const made = toSelectedPost(need('<p id="s">Text</p>'), near, { handle: '@ada' }, page);
    expect(made).toMatchObject({ id: 'forum.example/thread/7/post-1', author: { handle: 'ada' } });
  });

  test('is told by who wrote what, linked by its page, where it has none', () => {
    const make = (text: string, handle: string) =>
      toSelectedPost(need(`<p id="s">${text}</p>`), none, { handle }, page);
    const made = make('Text', 'ada');
    expect(made?.id).toMatch(/^forum\.example\/~[a-z0-9]+$/u);
    expect(made?.permalink).toBe('https://forum.example/thread/7');
    expect(make('Text', 'ada')?.id).toBe(made?.id);
    expect(make('Text', 'bea')?.id).not.toBe(made?.id);
    expect(make('Another', 'ada')?.id).not.toBe(made?.id);
  });

  test('is none without an author', () => {
    expect(toSelectedPost(need('<p id="s">Text</p>'), none, { handle: ' @ ' }, page)).toBeNull();
  });
});
