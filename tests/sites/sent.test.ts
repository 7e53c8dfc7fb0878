/**
 * On every site that claims so, a reply that was sent is noticed: its own box is written in, and the post that the site
 * then draws (a copy of another one on its page, rewritten) is read by the adapter and proves the reply. The pages do
 * not move by themselves here; `tests/e2e` presses Send for real on a few of them.
 */
import { describe, expect, test } from 'vitest';
import type { Post } from '#utils/model/post.ts';
import { siteIds } from '#utils/model/site.ts';
import { detectEditor, isTextField } from '#utils/editors/detect.ts';
import { readDraft } from '#utils/editors/read-draft.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { queryAllDeep } from '#utils/sites/dom/deep-query.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { findAdapter } from '#utils/sites/registry.ts';
import { createSentWatch } from '#utils/spotting/sent-watch.ts';
import { withFakeDom } from './support/fake-dom.ts';
import { loadSavedPages } from './support/saved-pages.ts';
import { copyPost } from './support/sent-copy.ts';
import { sentCases } from './support/sent-cases.ts';
import type { SentCase } from './support/sent-cases.ts';

const TEXT = 'Sorry about your kettle, we are sending a new one today.';
const OTHER_TEXT = 'Does anybody know when the next fair in town begins?';
const NOW = 1_800_000_000_000;
const EDITABLE = 'textarea, [contenteditable="true"], [contenteditable=""], [role="textbox"]';
const pages = loadSavedPages();

test('there is a case for each site whose facts say so, none for another', () => {
  // Of Google Business, where all answers are the place's: `owner-answers.test.ts`.
  const claimed = siteIds.filter(
    (id) => siteFacts[id].can.includes('sent') && id !== 'googlebusiness',
  );
  const shown = new Set(sentCases.map(({ page }) => page.split('/')[0]));
  expect([...shown].toSorted()).toEqual(claimed.toSorted());
});

describe.each(sentCases)('$page, an answer to $answers', (one) => {
  test('is noticed once when it appears', () =>
    onPage(one, ({ send, draw, read, own, target }) => {
      const first = draw({ handle: own, text: TEXT, nth: 1 });
      const watch = send(first);
      const sent = watch.noteNewPosts(read(), own, first.at);
      expect(sent?.target).toEqual(target);
      expect(sent?.post).toMatchObject({
        author: { handle: own },
        text: expect.stringContaining(TEXT),
      });
      draw({ handle: own, text: TEXT, nth: 2 });
      expect(watch.noteNewPosts(read(), own, first.at)).toBeNull();
    }));

  test('is not what another author writes', () =>
    onPage(one, ({ send, draw, read, own }) => {
      const post = draw({ handle: toStranger(own), text: TEXT, nth: 1 });
      expect(send(post).noteNewPosts(read(), own, post.at)).toBeNull();
    }));

  test('is not what else the account writes', () =>
    onPage(one, ({ send, draw, read, own }) => {
      const post = draw({ handle: own, text: OTHER_TEXT, nth: 1 });
      expect(send(post).noteNewPosts(read(), own, post.at)).toBeNull();
    }));

  test('is not what was there before', () =>
    onPage(one, ({ send, draw, read, own }) => {
      const post = draw({ handle: own, text: TEXT, nth: 1 });
      const watch = send({ ...post, before: read() });
      expect(watch.noteNewPosts(read(), own, post.at)).toBeNull();
    }));

  test('is sent by a control or key that is known', () =>
    onPage(one, ({ adapter, box }) => {
      expect(adapter.findSubmit(box) !== null || adapter.sendsOnEnter === true).toBe(true);
    }));
});

interface Stage {
  adapter: SiteAdapter;
  box: HTMLElement;
  target: Post;
  /** The account that the page names, or the one that the person has there. */
  own: string;
  read(): Post[];
  /** Puts a post into the page; gives when it may have been sent, and what was there before. */
  draw(rewrite: { handle: string; text: string; nth: number }): { at: number; before: Post[] };
  /** A watch that knew the page before, and to which Send was pressed then. */
  send(when: { at: number; before: Post[] }): ReturnType<typeof createSentWatch>;
}

function onPage(
  { page, answers, like, after = like, ...one }: SentCase,
  use: (stage: Stage) => void,
) {
  const saved = pages.find(({ name }) => name === page);
  if (!saved) throw new Error(`No page ${page}`);
  return withFakeDom(saved, (doc) => {
    const url = new URL(saved.url);
    const adapter = findAdapter(doc, url);
    const find = () =>
      [...adapter.findPosts(doc)].flatMap((element) => {
        const post = adapter.readPost(element, url);
        return post ? [{ element, post }] : [];
      });
    const need = (id: string) => {
      const found = find().find(({ post }) => post.id === id);
      if (!found) throw new Error(`No post ${id}`);
      return found;
    };
    const read = () => find().map(({ post }) => post);
    // The page may show a post twice, behind its dialog too.
    const idOf = (element: Element | null) => element && adapter.readPost(element, url)?.id;
    const box = queryAllDeep(doc, EDITABLE).find(
      (editable) => idOf(adapter.findReplyTarget(editable, url)) === answers,
    ) as HTMLElement;
    const { post: target } = need(answers);
    const own = adapter.findAccount(doc, url) ?? one.account ?? '';
    expect(own).not.toBe('');
    const text = write(box);
    use({
      adapter,
      box,
      target,
      own,
      read,
      draw(rewrite) {
        const before = read();
        const model = need(like);
        const copy = copyPost(model.element, model.post, { ...rewrite, ...one });
        need(after).element.after(copy);
        const drawn = adapter.readPost(copy, url);
        expect(drawn?.author.handle).toBe(rewrite.handle);
        expect(drawn?.text).toContain(rewrite.text);
        expect(rewrite.nth > 1 || before.every(({ id }) => id !== drawn?.id)).toBe(true);
        // The copy is as old as its model: it was sent then.
        return { at: drawn?.time ?? NOW, before };
      },
      send({ at, before }) {
        const watch = createSentWatch();
        watch.noteNewPosts(before, own, at);
        watch.noteIntent({ target, text, at });
        return watch;
      },
    });
  });
}

/** Types after what the site put into the box; an editor gets a paragraph. */
function write(box: HTMLElement): string {
  const { root } = detectEditor(box);
  if (isTextField(root)) {
    root.value += TEXT;
  } else {
    const line = box.ownerDocument.createElement('p');
    line.textContent = TEXT;
    root.append(line);
  }
  const text = readDraft(box);
  expect(text).toContain(TEXT);
  return text;
}

/** Somebody on the same server whose name is nearly the same. */
function toStranger(handle: string): string {
  return handle.replace(/[^@](?=@|$)/u, '9');
}
