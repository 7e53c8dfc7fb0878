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
