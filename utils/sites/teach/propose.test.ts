// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { genericAdapter } from '#utils/sites/generic.ts';
import { mendSelectors } from '#utils/sites/selectors.ts';
import { tryLesson } from './lesson.ts';
import type { Lesson, Pointed } from './lesson.ts';
import { proposeLesson } from './propose.ts';

const people = ['Ada Example', 'Ben Example', 'Cleo Example', 'Dan Example'];
const fill = (post: (name: string, at: number) => string) => people.map(post).join('');
const pick = (css: string): Element => {
  const found = document.querySelector(css);
  if (!found) throw new Error(`no ${css}`);
  return found;
};

/** What a lesson by these elements finds: all, those that can be read, and the selectors. */
function learn(pointed: Pointed) {
  const lesson = proposeLesson(pointed);
  const { posts, whole } = tryLesson(lesson, document);
  expect({ posts, whole }).toEqual(readTaught(lesson));
  return { lesson, found: posts.length, whole: whole.length };
}

/** The same by the adapter, as when the lesson has been saved. */
function readTaught(lesson: Lesson) {
  const { selectors, findPosts, readPost } = genericAdapter;
  const named = Object.entries(lesson).map(([part, css]) => [`taught.${part}`, css]);
  mendSelectors(selectors, Object.fromEntries(named), document);
  const posts = findPosts(document);
  const url = new URL('https://board.example/talk/7');
  const whole = posts.filter((post) => readPost(post, url) !== null);
  mendSelectors(selectors, {}, document);
  return { posts, whole };
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('a forum that names its parts', () => {
  beforeEach(() => {
    document.body.innerHTML = `
      <nav><div class="row"><a href="/a">Boards and more</a> <b>Start</b></div></nav>
      <div class="thread">${fill(
        (name, at) => `
        <div class="row msg ${at === 1 ? 'unread' : ''}" id="msg-18${at}31">
          <div class="head"><a class="who" href="/people/${name.slice(0, 3)}">${name}</a>
            <time datetime="2026-11-0${at + 1}T10:00:00Z">some days ago</time>
            <a class="number" href="/talk/7/${at}">#${at}</a></div>
          <div class="words"><p>My Acme lamp number ${at} flickers.</p><p>What now, and why?</p></div>
        </div>`,
      )}</div>
      <form><input type="search" name="q"><textarea name="message" id="reply_1823"></textarea></form>`;
  });

  test('is learned from one post', () => {
    const { lesson, found, whole } = learn({
      post: pick('.words p'),
      author: pick('.who'),
      text: pick('.words p'),
      link: pick('.number'),
      time: pick('time'),
      box: pick('textarea'),
    });
    expect({ found, whole }).toEqual({ found: 4, whole: 4 });
    expect(lesson).toEqual({
      post: '.msg',
      author: '.who',
      text: '.words',
      link: '.number',
      time: 'time',
      box: 'textarea[name="message"]',
    });
  });

  test('has its posts found by pointing at one of them alone', () => {
    const lesson = proposeLesson({ post: pick('.words p') });
    expect(tryLesson(lesson, document).posts).toHaveLength(4);
    expect(Object.keys(lesson)).toEqual(['post']);
  });

  test('is learned no worse from a post that was not read yet', () => {
    const [, second] = document.querySelectorAll('.msg');
    const lesson = proposeLesson({
      author: second?.querySelector('.who') as Element,
      text: second?.querySelector('.words') as Element,
    });
    expect(lesson.post).not.toContain('unread');
    expect(tryLesson(lesson, document).whole).toHaveLength(4);
  });

  test('has a name without a link for an author too', () => {
    for (const link of document.querySelectorAll('.who')) {
      link.replaceWith(Object.assign(document.createElement('b'), { textContent: 'Eve Example' }));
    }
    const { whole, lesson } = learn({ author: pick('.head b'), text: pick('.words') });
    expect(whole).toBe(4);
    expect(lesson.author).toBe('.head > b');
  });
});

test('attributes for tests come before classes', () => {
  document.body.innerHTML = fill(
    (name) => `<div class="card" data-testid="comment"><div class="card-inner">
      <span class="name" data-testid="author">${name}</span>
      <div class="copy" data-testid="body">The kettle from Acme keeps boiling.</div></div></div>`,
  );
  const { lesson, whole } = learn({ author: pick('.name'), text: pick('.copy') });
  expect(whole).toBe(4);
  expect(lesson).toEqual({
    post: '[data-testid="comment"]',
    author: '[data-testid="author"]',
    text: '[data-testid="body"]',
  });
});

test('names made by a build are left alone where the way down can be told', () => {
  document.body.innerHTML = `<main>${fill(
    (
      name,
    ) => `<div class="x1a2b3c4"><div class="css-1x2y3z"><a class="sc-bdVaJa" href="/u/1">${name}</a></div>
      <div class="css-9k8j7h"><div class="bdVaJaXx">The kettle from Acme keeps boiling.</div></div></div>`,
  )}</main>`;
  // The way down begins outside the post, where this DOM does not look; browsers do.
  const { lesson, found } = learn({ author: pick('a'), text: pick('.bdVaJaXx') });
  expect(found).toBe(4);
  expect(document.querySelectorAll(lesson.text ?? 'none')).toHaveLength(4);
  expect(lesson).toEqual({
    post: 'main > div',
    author: 'a',
    text: 'main > div > div > div',
  });
});

test('names of modules are taken without their hash', () => {
  document.body.innerHTML = `<section>${fill(
    (name) => `<div class="Post_root__2hGqZ"><b class="Post_author__k3J9x">${name}</b>
      <div class="Post_body__Qw8Zt">The kettle from Acme keeps boiling.</div></div>`,
  )}</section>`;
  const { lesson, whole } = learn({ author: pick('b'), text: pick('section div div') });
  expect(whole).toBe(4);
  expect(lesson.text).toBe('[class*="Post_body__"]');
});

test('answers within answers are posts of their own', () => {
  const nest = (names: string[]): string => {
    const [name, ...others] = names;
    if (name === undefined) return '';
    return `<li class="node"><article class="comment"><cite class="by">${name}</cite>
      <div class="says">The kettle from Acme keeps boiling.</div></article><ul>${nest(others)}</ul></li>`;
  };
  document.body.innerHTML = `<ul class="tree">${nest(people)}</ul>`;
  const { lesson, found, whole } = learn({ author: pick('.by'), text: pick('.says') });
  expect({ found, whole }).toEqual({ found: 4, whole: 4 });
  expect(lesson.post).toBe('.comment');
});

test('a list is told by what it stands in', () => {
  document.body.innerHTML = `<ul><li>Home and start</li><li>About all of us</li></ul><ul class="comments">${fill(
    (name) => `<li><b>${name}</b> <p>The kettle from Acme keeps boiling.</p></li>`,
  )}</ul>`;
  const { lesson, whole } = learn({ author: pick('.comments b'), text: pick('.comments p') });
  expect(whole).toBe(4);
  expect(lesson).toMatchObject({ author: 'b', text: 'p' });
  expect(lesson.post).toBe('.comments > li');
});

test('a page that names things to do harm gets selectors that are short and sound, in time', () => {
  const names = Array.from({ length: 3_000 }, (_, at) => `a"]{b${at}`).join(' ');
  document.body.innerHTML = `<main>${fill(
    (name) => `<div class="post ${'a_'.repeat(20_000)} ${names}" data-id='"],*{' itemprop='"] *'>
      <b class="by">${name}</b><div class="says">The kettle keeps boiling.</div></div>`,
  )}</main>`;
  const { lesson, whole } = learn({ author: pick('.by'), text: pick('.says') });
  expect(whole).toBe(4);
  expect(Object.values(lesson).every((css) => css.length < 100 && !css.includes('{'))).toBe(true);
});

test('a tag that CSS cannot say is no hindrance', () => {
  document.body.innerHTML = `<main>${fill(
    (name) =>
      `<div class="post"><b class="by">${name}</b><o:p>The kettle keeps boiling.</o:p></div>`,
  )}</main>`;
  const text = document.querySelector('.post')?.lastElementChild ?? undefined;
  expect(proposeLesson({ author: pick('.by'), ...(text && { text }) }).post).toBe('.post');
});

test('no selector counts children', () => {
  document.body.innerHTML = `<table><tbody>${fill(
    (name) => `<tr><td>${name}</td><td>The kettle from Acme keeps boiling.</td></tr>`,
  )}</tbody></table>`;
  const lesson = proposeLesson({ author: pick('td'), text: pick('td + td') });
  expect(Object.values(lesson).join(' ')).not.toContain('nth');
});

test('nothing is proposed for what is no post', () => {
  document.body.innerHTML = '<p>One line.</p>';
  expect(proposeLesson({ post: document.body })).toEqual({});
  expect(proposeLesson({})).toEqual({});
});

test('a field for searching is no reply box', () => {
  document.body.innerHTML = `<main>${fill(
    (name) =>
      `<div class="post"><b class="by">${name}</b><div class="says">The kettle keeps boiling.</div></div>`,
  )}</main><input type="search" class="box"><div class="box" contenteditable="true"></div>`;
  const base = { author: pick('.by'), text: pick('.says') };
  expect(proposeLesson({ ...base, box: pick('input') }).box).toBeUndefined();
  const { box } = proposeLesson({ ...base, box: pick('div.box') });
  expect([...document.querySelectorAll(box ?? 'none')]).toEqual([pick('div.box')]);
});
