/**
 * Pages made to break or stall whoever reads them (reliability.md T11): no adapter throws, every post keeps to the
 * limits of the model.
 */
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { postSchema } from '#utils/model/post.ts';
import { readPage } from './support/read-page.ts';

const MEGABYTE = 'a'.repeat(1_000_000);
const HALVES = '\uD83E \uDD8A\uD83E';
const BACKWARDS = '\u202Eecivres \u2066emca\u2069\u200F';

/** One post of each site, as far as its adapter goes by marks; `at` makes it another. */
const sites: Record<
  string,
  { url: string; head?: string; post(text: string, at: number): string }
> = {
  facebook: {
    url: 'https://www.facebook.com/acme/posts/1234567890',
    post: (text, at) =>
      `<div role="article" aria-posinset="1"><div data-ad-rendering-role="profile_name"><a href="/ada.example">${text}</a></div><a href="/acme/posts/123456789${at}">${text}</a><div data-ad-preview="message">${text}</div><div role="article" aria-label="Comment by ${text}"><a href="/bea.example?comment_id=${text}">${text}</a><span dir="auto"><div dir="auto">${text}</div></span><a href="/acme/posts/1?comment_id=223456789${at}">1w</a></div></div>`,
  },
  linkedin: {
    url: 'https://www.linkedin.com/feed/',
    post: (text, at) =>
      `<div class="feed-shared-update-v2" data-urn="urn:li:activity:739800000000000000${at}"><div class="update-components-actor__container"><a class="update-components-actor__meta-link" href="/in/ada-example"><span class="update-components-actor__title">${text}</span></a></div><div class="update-components-text">${text}</div></div><div role="listitem" componentkey="${text}"><a href="/in/ada-example"><p>${text}</p></a><span data-testid="expandable-text-box">${text}</span></div>`,
  },
  x: {
    url: 'https://x.com/home',
    post: (text, at) =>
      `<article data-testid="tweet"><div data-testid="User-Name"><a href="/ada_example"><span>${text}</span></a><a href="/ada_example/status/${at + 1}"><time datetime="2026-11-22T10:40:00Z">2h</time></a></div><div data-testid="tweetText" lang="${text}">${text}</div></article>`,
  },
  reddit: {
    url: 'https://www.reddit.com/r/kettles/comments/abc/',
    post: (text, at) =>
      `<shreddit-comment thingid="t1_${at}" author="${text}" permalink="/r/kettles/comments/abc/comment/${at}/" created-timestamp="${text}" depth="0"><div slot="comment"><p>${text}</p></div></shreddit-comment>`,
  },
  bluesky: {
    url: 'https://bsky.app/',
    post: (text, at) =>
      `<div data-testid="feedItem-by-ada.example"><a href="/profile/ada.example">${text}</a><a href="/profile/ada.example/post/3k${at}" data-tooltip="${text}">2h</a><div data-testid="postText">${text}</div></div>`,
  },
  hackernews: {
    url: 'https://news.ycombinator.com/item?id=1',
    post: (text, at) =>
      `<table><tr class="athing comtr" id="${at + 2}"><td class="ind" indent="0"></td><td class="default"><span class="comhead"><a class="hnuser">${text}</a><span class="age" title="${text}"><a href="item?id=${at + 2}">2h</a></span></span><div class="commtext c00">${text}</div></td></tr></table>`,
  },
  threads: {
    url: 'https://www.threads.com/@ada_example/post/DAAAAAAAAA1',
    post: (text, at) =>
      `<div><div><div data-pressable-container="true"><div><a href="/@ada_example"><span dir="auto">${text}</span></a><a href="/@ada_example/post/DAAAAAAAAA${at}"><time datetime="${text}">2h</time></a></div><span dir="auto">${text}</span></div></div></div>`,
  },
  instagram: {
    url: 'https://www.instagram.com/p/DAAAAAAAAA1/',
    post: (text, at) =>
      `<article><header><a href="/ada_example/">${text}</a></header><h1 dir="auto">${text}</h1><ul><li><h3><a href="/bea_example/">${text}</a></h3><span dir="auto">${text}</span><div><a href="/p/DAAAAAAAAA1/c/${at + 1}/"><time datetime="${text}">2h</time></a></div></li></ul><a href="/p/DAAAAAAAAA${at}/"><time datetime="${text}">2h</time></a></article>`,
  },
  tiktok: {
    url: 'https://www.tiktok.com/@ada_example/video/7300000000000000001',
    post: (text, at) =>
      `<div><a href="/@bea_example"><p data-e2e="comment-username-1">${text}</p></a><p data-e2e="comment-level-1">${text} ${at}</p></div>`,
  },
  mastodon: {
    url: 'https://social.example/@ada/1',
    head: '<meta name="generator" content="Mastodon"><div id="mastodon" data-props="{}"></div>',
    post: (text, at) =>
      `<article data-id="${at}"><div class="status" data-id="${at}"><a class="status__display-name" href="/@ada" title="${text}"><strong class="display-name__html">${text}</strong><span class="display-name__account">@ada</span></a><a class="status__relative-time" href="https://social.example/@ada/${at}"><time datetime="${text}">2h</time></a><div class="status__content"><div class="status__content__text">${text}</div></div></div></article>`,
  },
  trustpilot: {
    url: 'https://www.trustpilot.com/review/acme.example',
    post: (text, at) =>
      `<article data-service-review-card-paper="true"><a href="/users/5b000000000000000000000${at}"><span data-consumer-name-typography="true">${text}</span></a><time datetime="${text}" data-service-review-date-time-ago="true"></time><a href="/reviews/6a000000000000000000000${at}"><h2 data-service-review-title-typography="true">${text}</h2></a><p data-service-review-text-typography="true">${text}</p></article>`,
  },
  discourse: {
    url: 'https://forum.example/t/kettles/1',
    head: '<meta name="generator" content="Discourse 3.6.0">',
    post: (text, at) =>
      `<div class="topic-post"><article id="post_${at + 1}" data-post-id="${at + 1}" data-topic-id="1"><div class="topic-meta-data"><div class="names"><a data-user-card="${text}" href="/u/ada">${text}</a></div><a class="reply-to-tab"><img class="avatar" title="${text}">${text}</a><a class="post-date" href="/t/kettles/1/${at}"><span data-time="${text}"></span></a></div><div class="cooked">${text}<aside class="quote" data-username="${text}"><blockquote>${text}</blockquote></aside></div></article></div>`,
  },
  youtube: {
    url: 'https://www.youtube.com/watch?v=aB3_dE-6gHi',
    post: (text, at) =>
      `<ytd-comment-view-model><a id="author-text" href="/@ada_example">${text}</a><span id="published-time-text"><a href="/watch?v=aB3_dE-6gHi&lc=UgyComment0000${at}" title="${text}">2h</a></span><yt-attributed-string id="content-text">${text}</yt-attributed-string></ytd-comment-view-model>`,
  },
  youtubestudio: {
    url: 'https://studio.youtube.com/channel/UCacme/comments/inbox',
    post: (text, at) =>
      `<ytcp-comment-thread><ytcp-comment comment-id="UgyComment0000${at}"><div id="metadata"><div id="name" title="${text}"><span class="author-text">${text}</span></div></div><div id="content-text">${text}</div></ytcp-comment></ytcp-comment-thread>`,
  },
  github: {
    url: 'https://github.com/acme/kettle/issues/1',
    post: (text, at) =>
      `<div class="react-issue-comment"><div id="issuecomment-${at + 1}" data-testid="comment-header"><a data-testid="avatar-link" href="/ada">${text}</a><a href="#issuecomment-${at + 1}"><relative-time datetime="${text}"></relative-time></a></div><div class="markdown-body">${text}</div></div>`,
  },
  googleplay: {
    url: 'https://play.google.com/store/apps/details?id=com.example.acme',
    post: (text, at) =>
      `<div><header data-review-id="review-000${at}"><img alt="${text}"><div class="X5PpBb">${text}</div></header><div class="h3YV2d">${text}</div><div class="ocpBU"><div class="I6j64d">${text}</div><div class="ras4vb">${text}</div></div></div>`,
  },
  googlemaps: {
    url: 'https://www.google.com/maps/place/Acme/',
    post: (text, at) =>
      `<div role="main" aria-label="${text}"><div data-review-id="review-000${at}" aria-label="${text}"><button data-href="https://www.google.com/maps/contrib/10000${at}"></button><div lang="${text}"><span class="wiI7pd">${text}</span></div><div class="CDe7pd"><div class="wiI7pd">${text}</div></div></div></div>`,
  },
  googlebusiness: {
    url: 'https://business.google.com/reviews',
    post: (text, at) =>
      `<div><div data-review-id="review-000${at}"><a href="https://www.google.com/maps/contrib/10000${at}">${text}</a><blockquote title="${text}">${text}</blockquote></div><textarea jsname="YPqjbf"></textarea></div>`,
  },
  amazon: {
    url: 'https://www.amazon.com/dp/B000000001',
    post: (text, at) =>
      `<div id="R1AAAAAAAAAAA${at}" data-hook="review"><a href="/gp/profile/amzn1.account.AEXAMPLE${at}"><span class="a-profile-name">${text}</span></a><a data-hook="review-title" href="/gp/customer-reviews/R1AAAAAAAAAAA${at}"><span>${text}</span></a><span data-hook="review-body">${text}</span></div>`,
  },
  appstore: {
    url: 'https://apps.apple.com/us/app/acme/id1',
    post: (text, at) =>
      `<article aria-labelledby="review-${at}-title"><h3>${text}</h3><time datetime="${text}"></time><p class="author">${text}</p><div class="content">${text}</div></article>`,
  },
  tripadvisor: {
    url: 'https://www.tripadvisor.com/Hotel_Review-g1-d2-Reviews-Acme.html',
    post: (text, at) =>
      `<div data-automation="reviewCard"><a href="/Profile/ada">${text}</a><div data-test-target="review-title"><a href="/ShowUserReviews-g1-d2-r${at}-Acme.html">${text}</a></div><div data-test-target="review-body">${text}</div></div>`,
  },
  quora: {
    url: 'https://www.quora.com/What-is-Acme',
    post: (text, at) =>
      `<div><a href="/profile/Ada">${text}</a><a href="/What-is-Acme/answer/Ada-${at}">1y</a><div class="spacing_log_answer_content"><p>${text}</p></div></div>`,
  },
  yelp: {
    url: 'https://www.yelp.com/biz/acme',
    post: (text, at) =>
      `<li><a href="/user_details?userid=user-example-00000000${at}">${text}</a><p lang="${text}">${text}</p></li>`,
  },
  g2: {
    url: 'https://www.g2.com/products/acme/reviews',
    post: (text, at) =>
      `<div itemprop="review" itemscope itemtype="http://schema.org/Review"><span itemprop="author">${text}</span><a href="/products/acme/reviews/acme-review-${at}">link</a><meta itemprop="datePublished" content="${text}"><div itemprop="reviewBody">${text}</div></div>`,
  },
  producthunt: {
    url: 'https://www.producthunt.com/posts/acme',
    post: (text, at) =>
      `<div id="comment-${at}"><a href="/@ada">${text}</a><div class="prose">${text}</div><time datetime="${text}"></time></div>`,
  },
  stackexchange: {
    url: 'https://stackoverflow.com/questions/1/kettles',
    post: (text, at) =>
      `<div class="answer" data-answerid="${at + 2}"><div class="js-post-body">${text}</div><div class="post-signature"><div class="user-details" itemprop="author"><a href="/users/7/ada">${text}</a></div><time itemprop="dateCreated" datetime="${text}"></time></div></div>`,
  },
  lemmy: {
    url: 'https://lemmy.example/post/9',
    head: '<div id="app" class="lemmy-site"></div>',
    post: (text, at) =>
      `<ul><li class="comment"><article id="comment-${at}" class="comment-node"><div class="ms-2"><a class="person-listing" href="/u/ada" title="${text}"><span>${text}</span></a><div class="comment-content"><div class="md-div">${text}</div></div></div></article></li></ul>`,
  },
  misskey: {
    url: 'https://misskey.example/',
    head: '<div id="misskey_app"></div>',
    post: (text, at) =>
      `<div tabindex="0"><article><header><a href="/@ada">${text}</a><a href="/notes/n${at}"><time datetime="${text}">2h</time></a></header><div><span style="white-space: pre-wrap">${text}</span></div></article></div>`,
  },
  xenforo: {
    url: 'https://forum.example/threads/a.1/',
    head: `<html id="XF">`,
    post: (text, at) =>
      `<article class="message" data-author="${text}" data-content="post-${at}"><a href="/threads/a.1/post-${at}"><time class="u-dt" datetime="${text}"></time></a><article class="message-body"><div class="bbWrapper">${text}<blockquote class="bbCodeBlock--quote" data-quote="${text}" data-source="post: ${at}">${text}</blockquote></div></article></article>`,
  },
  phpbb: {
    url: 'https://forum.example/viewtopic.php?t=1',
    head: `<div id="phpbb_alert" class="phpbb_alert"></div>`,
    post: (text, at) =>
      `<div class="post" id="p${at}"><dl class="postprofile"><a class="username">${text}</a></dl><div class="content">${text}<blockquote><cite>${text} wrote:</cite>${text}</blockquote></div></div>`,
  },
  vbulletin: {
    url: 'https://forum.example/threads/1-a',
    head: `<meta name="generator" content="vBulletin 4.2.5">`,
    post: (text, at) =>
      `<li class="postcontainer" id="post_${at}"><a class="username">${text}</a><a class="postcounter" href="#post${at}">${text}</a><div id="post_message_${at}">${text}</div></li>`,
  },
  invision: {
    url: 'https://forum.example/topic/1-a/',
    head: `<body data-controller="core.front.core.app">`,
    post: (text, at) =>
      `<article id="elComment_${at}"><span class="cAuthorPane_author">${text}</span><div data-commentid="${at}" data-commenttype="forums" data-quotedata="${text}"></div><time datetime="${text}"></time><div data-role="commentContent">${text}</div></article>`,
  },
  flarum: {
    url: 'https://forum.example/d/1-a',
    head: `<div id="app" class="App"><div id="app-navigation" class="App-navigation"></div></div>`,
    post: (text, at) =>
      `<div class="PostStream-item" data-id="${at}" data-number="${text}"><span class="PostUser-name">${text}</span><div class="Post-body">${text}</div></div>`,
  },
  nodebb: {
    url: 'https://forum.example/topic/1/a',
    head: `<meta name="generator" content="NodeBB">`,
    post: (text, at) =>
      `<div component="post" data-pid="${at}" data-username="${text}"><a href="/post/${at}">x</a><div component="post/content">${text}</div></div>`,
  },
  vanilla: {
    url: 'https://forum.example/discussion/1/a',
    head: `<body id="vanilla_index" class="Vanilla">`,
    post: (text, at) =>
      `<div class="ItemComment" id="Comment_${at}"><a class="Username">${text}</a><div class="Message">${text}<div class="js-embed" data-embedjson="quote ${text}">${text}</div></div></div>`,
  },
  khoros: {
    url: 'https://forum.example/t5/a/b/td-p/1',
    head: `<body id="lia-body" class="lia-body">`,
    post: (text, at) =>
      `<div class="lia-message-view-wrapper" data-lia-message-uid="${at}"><a class="lia-user-name-link">${text}</a><div class="lia-message-body-content">${text}</div></div>`,
  },
  wordpress: {
    url: 'https://blog.example/a/',
    head: `<form action="/wp-comments-post.php"></form>`,
    post: (text, at) =>
      `<div class="comment" id="comment-${at}"><b class="fn">${text}</b><time datetime="${text}"></time><div class="comment-content">${text}</div></div>`,
  },
  disqus: {
    url: 'https://disqus.com/embed/comments/?f=a',
    post: (text, at) =>
      `<ul><li class="post" id="post-${at}"><span class="author"><a data-username="${text}">${text}</a></span><div class="post-message">${text}</div></li></ul>`,
  },
  generic: {
    url: 'https://forum.example/t/1',
    post: (text, at) =>
      `<article itemscope itemtype="https://schema.org/DiscussionForumPosting"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">${text}</b></span><a itemprop="url" href="#p-${at}">link</a><time itemprop="datePublished" datetime="${text}"></time><div itemprop="text">${text}</div></article>`,
  },
};

const escape = (text: string) => text.replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What a hostile page does to a post or around it. */
const pages: Record<string, (post: (text: string, at: number) => string) => string> = {
  'a megabyte in every attribute': (post) => post(MEGABYTE, 1),
  'a NUL in everything': (post) => post('\0a\0', 1),
  'halves of characters': (post) => post(HALVES, 1),
  'words that run backwards': (post) => post(BACKWARDS, 1),
  'addresses that are none': (post) =>
    post('x', 1).replaceAll(/href="[^"]*"/gu, `href="javascript:${'%'.repeat(5_000)}"`),
  'ids that are names of properties': (post) => post('__proto__', 1) + post('constructor', 2),
  'posts in posts': (post) => {
    const [open = '', close = ''] = post('{}', 1).split(/\{\}(?=[^{}]*$)/u);
    return open.repeat(60) + close.repeat(60);
  },
  'nothing but empty elements': (post) => post('', 1) + '<article></article>'.repeat(2_000),
  'twenty thousand elements, some of them deep': (post) =>
    post('kettle', 1) + '<div><span></span></div>'.repeat(10_000) + '<i>'.repeat(300),
  'markup as words': (post) => post(escape('<img src=x onerror=__pwn()>"><script>'), 1),
};

async function open(html: string, url: string) {
  const window = new Window({ url });
  window.document.write(`<!doctype html><body>${html}</body>`);
  const doc = window.document as unknown as Document;
  return { doc, read: () => readPage(doc, new URL(url)), close: () => window.happyDOM.close() };
}

describe.each(Object.entries(sites))('%s', (_site, { url, head = '', post }) => {
  test.each(Object.entries(pages))(
    'reads a page with %s',
    { timeout: 30_000 },
    async (_what, make) => {
      const page = await open(head + make(post), url);
      const { posts } = page.read();
      expect(posts.map((one) => postSchema.safeParse(one).error)).toEqual(
        posts.map(() => undefined),
      );
      await page.close();
    },
  );
});

test.each(Object.entries(sites))(
  '%s is read at all here',
  async (_site, { url, head = '', post }) => {
    const page = await open(head + post('kettle', 1), url);
    expect(page.read().posts.length).toBeGreaterThan(0);
    await page.close();
  },
);
