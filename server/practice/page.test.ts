// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { buildPage } from './page.ts';
import type { PracticeReply } from './reply-board.ts';
import { SEED_BRAND, seedPosts } from './seed-posts.ts';

const NOW = 1_700_000_000_000;

function aPage(replies: PracticeReply[] = [], account = 'ada_acme', brand = SEED_BRAND): Document {
  const state = { round: 'r', replies };
  const html = buildPage({ account, brand, state, startedAt: NOW, now: NOW });
  // happy-dom complains of what it does not load.
  const bare = html.replaceAll(/<link rel="stylesheet"[^>]*>|<script[^>]*><\/script>/g, '');
  return new DOMParser().parseFromString(bare, 'text/html');
}

function aReply(overrides: Partial<PracticeReply> = {}): PracticeReply {
  return { id: 'r-1abc', parentId: '2', author: 'ben_acme', text: 'Hi', at: NOW, ...overrides };
}

it('marks every post up as forums do', () => {
  const posts = [...aPage().querySelectorAll('main article[itemscope]')];
  const read = posts.map((post) => ({
    author: post.querySelector('[itemprop=author] [itemprop=name]')?.textContent,
    url: post.querySelector('[itemprop=url]')?.getAttribute('href'),
    time: post.querySelector('time[itemprop=dateCreated]')?.getAttribute('datetime'),
  }));
  expect(read).toEqual(
    seedPosts.map(({ id, author, minutesAgo }) => ({
      author,
      url: `/practice#p-${id}`,
      time: new Date(NOW - minutesAgo * 60_000).toISOString(),
    })),
  );
});

it('opens three kinds of editors, each in the article of its post', () => {
  const forms = [...aPage().querySelectorAll<HTMLElement>('main form')];
  expect(forms.map((form) => form.dataset.editor)).toEqual(['plain', 'rich', 'editable']);
  for (const form of forms) {
    expect(form.parentElement?.id).toBe(`p-${form.dataset.parent}`);
    expect(form.querySelectorAll('[type=submit]')).toHaveLength(1);
  }
});

it('nests a reply under the post it answers', () => {
  const page = aPage([aReply(), aReply({ id: 'r-2abc', parentId: 'r-1abc' })]);
  expect(page.querySelector('#p-2 > .replies > #p-r-1abc > .replies > #p-r-2abc')).not.toBeNull();
});

it('shows what people wrote as text', () => {
  const text = '<img src=x onerror=alert(1)>\n"quoted" & more';
  const page = aPage([aReply({ text })]);
  const paragraphs = [...page.querySelectorAll('#p-r-1abc .text p')];
  expect(paragraphs.map((paragraph) => paragraph.textContent).join('\n')).toBe(text);
  expect(page.querySelector('img')).toBeNull();
});

it('says whose account is signed in', () => {
  const head = aPage([], 'ben_acme').querySelector<HTMLElement>('header[data-account]');
  expect(head?.dataset.account).toBe('ben_acme');
});

it('speaks of the brand that is asked for, as text', () => {
  const page = aPage([], 'ada_acme', 'Hüt & <b>Sohn</b>');
  expect(page.querySelector('#p-1 .text')?.textContent).toContain('My Hüt & <b>Sohn</b> kettle');
  expect(page.querySelector('.text b')).toBeNull();
  expect(page.body.textContent).not.toContain(SEED_BRAND);
});
