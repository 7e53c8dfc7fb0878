/**
 * Google Business: an answer has no author of its own, so that a copy of another post cannot stand for one that was sent
 * (`sent.test.ts`). Here it is drawn in place of the box, as the site does.
 */
import { expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { googlebusinessAdapter } from '#utils/sites/googlebusiness.ts';
import { createSentWatch } from '#utils/spotting/sent-watch.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { loadSavedPages } from './support/saved-pages.ts';

const NOW = 1_800_000_000_000;
const TEXT = 'Thank you';
const ANSWERED = 'AbFvOqk000000000000000000001';
const OTHER = 'AbFvOqk000000000000000000002';

test('an answer that takes the place of the box is the reply that was sent', async () => {
  const { account, sent } = await answer({ reviewId: ANSWERED, text: TEXT });
  expect(account).toBeNull();
  expect(sent?.target.id).toBe(ANSWERED);
  expect(sent?.post).toMatchObject({
    id: `${ANSWERED}.answer`,
    author: { handle: 'owner' },
    text: TEXT,
    parentId: ANSWERED,
  });
});

test('it is known as the place’s where the list names one', async () => {
  const { account, sent } = await answer({ reviewId: ANSWERED, text: TEXT, place: 'Acme Coffee' });
  expect(account).toBe('Acme Coffee');
  expect(sent?.post.author.handle).toBe('Acme Coffee');
});

test('an answer to another review, or with another text, proves nothing', async () => {
  expect((await answer({ reviewId: OTHER, text: TEXT })).sent).toBeNull();
  expect((await answer({ reviewId: ANSWERED, text: 'Sorry to hear that' })).sent).toBeNull();
});

const LONG = 'Sorry about the cold coffee, Inés.\nThe next one is on us.';

test('in the frame of one review an answer is known by its text', async () => {
  const answer = '<b>Sorry about the cold coffee, Inés.<br>The next one is on us.</b>';
  expect(await answerInFrame(answer)).toMatchObject({ text: LONG, author: { handle: 'owner' } });
});

test.each<[string, string, Given?]>([
  ['another text', '<p>Sorry about the cold coffee, Inés.</p>'],
  ['more than it', `<p>Draft: ${LONG}</p>`],
  ['what is written in a box', `<div contenteditable="true"><p>${LONG}</p></div>`],
  ['a button', `<button>${LONG}</button>`],
  ['what is hidden', `<p hidden>${LONG}</p>`],
  ['what stands in the box as well', `<p>${LONG}</p>`, { keepsBox: true }],
  ['what was there before the press', `<p>${LONG}</p>`, { isBefore: true }],
  [
    'a few words, which might be the page’s own',
    '<p>Thank you, Inés</p>',
    { text: 'Thank you, Inés' },
  ],
])('%s proves nothing there', async (_, markup, given = {}) => {
  expect(await answerInFrame(markup, given)).toBeNull();
});

test('in the frame with the list it stands beside its own review, whose id was not known', async () => {
  const list = { page: 'googlebusiness/frame-list', author: 'Ada Example' };
  const answer = `<p>${LONG}</p>`;
  expect(await answerInFrame(answer, { ...list, below: '[data-review-id$="2"]' })).toBeNull();
  expect(await answerInFrame(answer, { ...list, below: '[data-review-id$="1"]' })).not.toBeNull();
});

interface Given {
  page?: string;
  text?: string;
  keepsBox?: boolean;
  isBefore?: boolean;
  /** The review is known from the frame with one, under this name and without its id. */
  author?: string;
  below?: string;
}

/** Sends a text to the first review in a frame, which then shows `markup`; gives the reply that this proves. */
async function answerInFrame(
  markup: string,
  {
    page = 'googlebusiness/frame-reply-spanish',
    text = LONG,
    below = 'article',
    ...given
  }: Given = {},
): Promise<Post | null> {
  const saved = loadSavedPages().find(({ name }) => name === page);
  if (!saved) throw new Error('No page to answer on');
  return withFakeDom(saved, (doc) => {
    const url = new URL(saved.url);
    const [card] = googlebusinessAdapter.findPosts(doc);
    const read = card && googlebusinessAdapter.readPost(card, url);
    if (!read) throw new Error('No review to answer');
    const { author } = given;
    const target = author ? { ...read, id: '~other', author: { handle: author } } : read;
    const find = (when: { isBefore?: true } = {}) =>
      googlebusinessAdapter.findSentPosts?.(doc, url, [{ target, text, ...when }]) ?? [];
    const draw = () => doc.querySelector(below)?.insertAdjacentHTML('afterend', markup);
    const box = doc.querySelector('textarea');
    if (box) box.value = text;
    if (given.isBefore) draw();
    const watch = createSentWatch();
    watch.noteNewPosts(find({ isBefore: true }), null, NOW);
    watch.noteIntent({ target, text, at: NOW });
    if (box && !given.keepsBox) box.value = '';
    if (!given.isBefore) draw();
    return watch.noteNewPosts(find(), null, NOW + 1_000)?.post ?? null;
  });
}

/** Sends `TEXT` to the one review that has a box, then draws an answer below a review. */
function answer({
  reviewId,
  text,
  place = '',
}: {
  reviewId: string;
  text: string;
  place?: string;
}) {
  const saved = loadSavedPages().find(({ name }) => name === 'googlebusiness/reply-open');
  if (!saved) throw new Error('No page to answer on');
  return withFakeDom(saved, (doc) => {
    const url = new URL(saved.url);
    const read = () =>
      googlebusinessAdapter
        .findPosts(doc)
        .map((element) => googlebusinessAdapter.readPost(element, url))
        .filter((post): post is Post => post !== null);
    const target = read().find(({ id }) => id === ANSWERED);
    const card = doc.querySelector(`[data-review-id="${reviewId}"]`)?.parentElement;
    if (!target || !card) throw new Error('No review to answer');
    const watch = createSentWatch();
    watch.noteNewPosts(read(), null, NOW);
    watch.noteIntent({ target, text: TEXT, at: NOW });
    card.querySelector('.WTNfzf')?.remove();
    if (place) card.insertAdjacentHTML('afterbegin', `<span class="rRqL5e">${place}</span>`);
    card.insertAdjacentHTML(
      'beforeend',
      `<div class="Rhj72c"><span>now</span><blockquote class="Q9ktHb"><div class="DT6Wnd">${text}</div></blockquote></div>`,
    );
    const account = googlebusinessAdapter.findAccount(doc, url);
    return { account, sent: watch.noteNewPosts(read(), account, NOW + 1_000) };
  });
}
