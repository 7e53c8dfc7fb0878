// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { findSiblings, readSibling, seekSiblings } from './siblings.ts';
import { toAuthor, toProfile } from '#utils/sites/dom/profile-link.ts';
import { isReplyName } from './siblings/reply-words.ts';

interface Parts {
  person: string;
  moment: string;
  text: string;
  control: string;
}

const TEXTS = [
  'Which lamp do you have at home, and why that one?',
  'A brass one, it came with the house years ago.',
  'None at all: I go to bed with the hens, really.',
];

/** Three posts that nothing marks, each with its parts changed. */
function aList(change: (parts: Parts, at: number) => Partial<Parts> = () => ({})): string {
  return TEXTS.map((text, at) => {
    const parts: Parts = {
      person: `<a href="/u/p${at}">Person ${at}</a>`,
      moment: `<time datetime="2026-10-0${at + 1}">${at + 1}h</time>`,
      text,
      control: '<button>Reply</button>',
    };
    const { person, moment, text: body, control } = { ...parts, ...change(parts, at) };
    return `<div class="row"><p>${person} ${moment}</p><div class="text">${body}</div>${control}</div>`;
  }).join('');
}

/** Each page is a document of its own, as pages are. */
function open(html: string, address = 'https://forum.example/t/1'): Document {
  const doc = new DOMParser().parseFromString(`<main>${html}</main>`, 'text/html');
  Object.defineProperty(doc, 'URL', { value: address });
  return doc;
}

function find(html: string, address?: string): Element[] {
  const doc = open(html, address);
  return findSiblings(doc, doc);
}

test('a list of posts without a mark is found and read', () => {
  const posts = find(aList()).map(readSibling);
  expect(posts.map((post) => post?.text)).toEqual(TEXTS);
  expect(posts[0]).toMatchObject({ handle: 'p0', name: 'Person 0', time: '2026-10-01' });
});

test('a long list is found in many steps, the last of which gives what one call does', () => {
  const html = Array.from({ length: 40 }, (_, at) =>
    aList(({ text }) => ({ text: `${text} ${at}` })),
  ).join('');
  const doc = open(html);
  const search = seekSiblings(doc, doc);
  let steps = 0;
  let step = search.next();
  for (; step.done !== true; step = search.next()) steps += 1;
  expect(steps).toBeGreaterThan(step.value.length);
  expect(step.value).toHaveLength(120);
  expect(find(html)).toHaveLength(120);
});

test('a form whose fields answer for it costs its own post only', () => {
  const doc = open(aList() + aList(({ text }) => ({ text: `${text} Tell me. <form></form>` })));
  const form = doc.querySelector('form');
  if (form) Object.defineProperty(form, 'matches', { value: form });
  form?.closest('.row')?.append(form);
  expect(findSiblings(doc, doc)).toHaveLength(5);
});

describe('nothing is found', () => {
  test.each<[string, string]>([
    ['without people', aList(() => ({ person: 'Person' }))],
    ['where links lead to no person', aList(() => ({ person: '<a href="/news/1">Person</a>' }))],
    ['without a moment', aList(() => ({ moment: '' }))],
    ['without a control to reply', aList(() => ({ control: '<button>Like</button>' }))],
    ['where numbers of replies are shown', aList(() => ({ control: '<a>3 replies</a>' }))],
    ['without a text', aList(() => ({ text: '' }))],
    ['where the text is a link', aList(({ text }) => ({ text: `<a href="/a">${text}</a>` }))],
    ['where texts are labels', aList((_, at) => ({ text: `open ${at}` }))],
    ['where texts are all the same', aList(() => ({ text: TEXTS[0] ?? '' }))],
    [
      'where each tells of two people',
      aList(({ person }) => ({ person: `${person} to <a href="/u/eve">Eve</a>` })),
    ],
    ['in a menu', `<nav>${aList()}</nav>`],
    ['in a table of data', `<table><tr><th>Who</th></tr><tr><td>${aList()}</td></tr></table>`],
    ['of one control for all', aList(() => ({ control: '' })) + '<button>Reply</button>'],
  ])('%s', (_what, html) => {
    expect(find(html)).toEqual([]);
  });

  test('of two', () => {
    const [first = '', second = ''] = aList().split(/(?=<div class="row">)/u);
    expect(find(first + second + '<a href="/u/cy">Cy</a>')).toEqual([]);
  });

  test('of three that are built differently', () => {
    expect(find(aList((_, at) => ({ control: `<p class="c${at}"><a>Reply</a></p>` })))).toEqual([]);
  });

  test.each([
    'https://forum.example/messages/5',
    'https://forum.example/inbox',
    'https://mail.forum.example/u/0/#inbox',
    'https://forum.example/notifications',
  ])('at %s', (address) => {
    expect(find(aList(), address)).toEqual([]);
  });
});

describe('in a part of a page', () => {
  let doc: Document;

  beforeEach(() => {
    doc = open(aList());
  });

  test('one post that is like those before is found', () => {
    findSiblings(doc, doc);
    const part = doc.createElement('section');
    part.innerHTML = aList().split(/(?<=<\/button><\/div>)/u)[0] ?? '';
    doc.querySelector('main')?.append(part);
    expect(findSiblings(part, doc)).toEqual([...part.children]);
  });

  test('one post by itself is none', () => {
    const part = doc.querySelector('.row');
    expect(part && findSiblings(part, doc)).toEqual([]);
  });

  test('what left its post is not read any more', () => {
    const [post] = findSiblings(doc, doc);
    post?.querySelector('.text')?.remove();
    expect(post && readSibling(post)).toBeNull();
  });
});

test.each([
  'Reply',
  '↩ Reply',
  'Reply to Ada Example',
  'reply (3)',
  'Antworten',
  'Antworten auf Ada',
  'Répondre à Ada',
  'Responder',
  '返信する',
  '回复',
  'Ответить',
])('“%s” opens an answer', (name) => {
  expect(isReplyName(name)).toBe(true);
});

test.each([
  '3 replies',
  'Replies',
  'Reply all options for this list',
  'Antworten anzeigen',
  'Antworten: 12',
  'Respond',
  '返信 5件',
  'Reporter',
  'Responder las preguntas',
])('“%s” opens none', (name) => {
  expect(isReplyName(name)).toBe(false);
});

test.each([
  ['/u/ada', 'ada'],
  ['https://forum.example/users/12/ada-example', 'ada-example'],
  ['/members/ada.12/', 'ada.12'],
  ['/@ada@social.example', 'ada@social.example'],
  ['/memberlist.php?mode=viewprofile&u=5', '5'],
  ['user?id=ada', 'ada'],
  ['/profile/Ada%20Example', 'Ada Example'],
  ['/user/ada/status/5', null],
  ['/user/settings', null],
  ['/share?u=https://forum.example', null],
  ['/news/5', null],
  ['/users/', null],
])('%s leads to %s', (href, person) => {
  const link = document.createElement('a');
  link.setAttribute('href', href);
  expect(toProfile(link)).toBe(person);
});

test.each([
  ['Ada Example', 'ada', { handle: 'ada', name: 'Ada Example' }],
  [
    'Ada Example @ada@a.example',
    '@ada@a.example',
    { handle: 'ada@a.example', name: 'Ada Example' },
  ],
  ['ada', 'ada', { handle: 'ada', name: '' }],
  ['Ada Example', '512', { handle: 'Ada Example', name: '' }],
])('%s of %s is named by what stays', (text, profile, author) => {
  expect(toAuthor(text, profile)).toEqual(author);
});
