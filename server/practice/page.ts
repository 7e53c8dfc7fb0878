/**
 * The practice page: a thread of a made-up support forum, marked up with schema.org as real forum software does it,
 * so that the generic adapter reads it like any other forum. It knows nothing of the extension.
 */
import { escapeHtml, toAge } from './html.ts';
import type { PracticeReply, PracticeState } from './reply-board.ts';
import { SEED_BRAND, seedPosts, threadTitle } from './seed-posts.ts';
import type { EditorKind, SeedPost } from './seed-posts.ts';

interface PageView {
  account: string;
  /** What the made-up brand is called, so that a team meets its own name. */
  brand: string;
  state: PracticeState;
  /** The ages of the first posts count back from here. */
  startedAt: number;
  now: number;
}

/** The whole page as HTML. */
export function buildPage(view: PageView): string {
  const { account, state } = view;
  const brand = escapeHtml(view.brand);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${threadTitle} · ${brand} Community</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/practice/style.css">
<script type="module" src="/practice/page.js"></script>
</head>
<body data-round="${state.round}">
<header class="head" data-account="${escapeHtml(account)}">
<div class="head-row">
<p class="brand"><svg viewBox="0 0 24 24" width="26" height="26" aria-hidden="true"><path d="M7 7h9l2 13H5L7 7zM9 7a3 3 0 0 1 6 0M17 10c3 0 4 2 3 5M6 11 3 9"/></svg><span>${brand} <b>Community</b></span></p>
<label class="account">You are posting as <input name="account" value="${escapeHtml(account)}" maxlength="40" autocomplete="off" spellcheck="false"></label>
</div>
</header>
<main>
<p class="note">A made-up forum to practice on. What you post stays on your team’s server. <button type="button" class="link" data-act="start-over">Start over</button></p>
<nav aria-label="Breadcrumb"><ol><li>Forum</li><li>Kettles</li><li>Help and repair</li></ol></nav>
<h1>${threadTitle}</h1>
${buildThread(view)}
</main>
<template id="reply">${buildArticle({ id: '', author: '', at: view.now, paragraphs: [''] }, view.now)}</template>
</body>
</html>
`;
}

/** One post as it is shown, from the start or written since. */
interface ShownPost {
  id: string;
  author: string;
  at: number;
  paragraphs: readonly string[];
  editor?: EditorKind | null;
}

function buildThread({ state, startedAt, now, brand }: PageView): string {
  const [opening, ...comments] = seedPosts;
  const toShown = (seed: SeedPost): ShownPost => ({
    ...seed,
    paragraphs: seed.paragraphs.map((line) => line.replaceAll(SEED_BRAND, () => brand)),
    at: startedAt - seed.minutesAgo * 60_000,
  });
  const nested = (parentId: string): string =>
    state.replies
      .filter((reply) => reply.parentId === parentId)
      .map((reply) => buildArticle(fromReply(reply), now, nested(reply.id)))
      .join('');
  const inside = comments.map((seed) => buildArticle(toShown(seed), now, nested(seed.id))).join('');
  return buildArticle(toShown(opening), now, nested(opening.id) + inside, true);
}

function fromReply({ id, author, at, text }: PracticeReply): ShownPost {
  return { id, author, at, paragraphs: text.split(/\n+/) };
}

function buildArticle(post: ShownPost, now: number, inside = '', isOpening = false): string {
  const { id, author, at, paragraphs, editor = null } = post;
  const type = isOpening ? 'DiscussionForumPosting' : 'Comment';
  const name = escapeHtml(author);
  return `<article id="p-${id}" class="post" ${isOpening ? '' : 'itemprop="comment" '}itemscope itemtype="https://schema.org/${type}">
${isOpening ? `<meta itemprop="headline" content="${threadTitle}">` : ''}
<header><span class="avatar" aria-hidden="true">${name.slice(0, 1)}</span><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${name}</b></span>
<a itemprop="url" href="/practice#p-${id}"><time itemprop="dateCreated" datetime="${new Date(at).toISOString()}">${toAge(now - at)}</time></a></header>
<div class="text" itemprop="text">${paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</div>
${editor === null ? '' : buildComposer(id, author, editor)}
<div class="replies">${inside}</div>
</article>`;
}

function buildComposer(id: string, author: string, editor: EditorKind): string {
  const label = `Reply to ${author}`;
  const box = {
    plain: `<textarea name="text" rows="4" aria-label="${label}"></textarea>`,
    editable: `<div class="box" contenteditable="true" role="textbox" aria-multiline="true" aria-label="${label}"></div>`,
    rich: `<div class="rich" data-label="${label}"></div>`,
  }[editor];
  return `<div class="actions"><button type="button" data-act="open">Reply</button></div>
<form class="composer" data-parent="${id}" data-editor="${editor}" hidden>
${box}
<div class="row"><button type="submit" class="send">Post reply</button><button type="button" data-act="cancel">Cancel</button><small>Ctrl+Enter posts</small></div>
<p class="error" role="alert"></p>
</form>`;
}
