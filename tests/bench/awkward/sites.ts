/** Posts as these sites build them, and the pages they stand in; `{{…}}` is filled in inside the page. */

export interface AwkwardSite {
  name: string;
  /** Where its pages stand; nothing needs to listen there. */
  url: string;
  /** Around `list`, where posts go. */
  page(list: string): string;
  /** One cell of the list: `{{id}}` is a number, `{{text}}` and `{{author}}` are plain text. */
  post: string;
}

const xPost = `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0"><div data-testid="UserAvatar-Container-{{author}}"></div>
<div data-testid="User-Name"><div><a href="/{{author}}">Ada Example</a></div><div><a href="/{{author}}" tabindex="-1"><span>@{{author}}</span></a>
<a href="/{{author}}/status/1990000000{{id}}"><time datetime="2026-10-05T08:00:00.000Z">2h</time></a></div></div>
<div dir="auto" lang="en" data-testid="tweetText"><span>{{text}}</span></div>
<div role="group"><button data-testid="reply" type="button">1</button><button data-testid="like" type="button">2</button></div></article></div>`;

const youtubePost = `<ytd-comment-thread-renderer><div id="comment-container"><ytd-comment-view-model id="comment"><div id="body">
<div id="main"><div id="header"><div id="header-author"><h3><a id="author-text" href="/@{{author}}"><span> @{{author}} </span></a></h3>
<span id="published-time-text"><a href="/watch?v=aB3_dE-6gHi&amp;lc=Ugy00000000{{id}}x4AaABAg">1 day ago</a></span></div></div>
<ytd-expander id="expander"><div id="content"><yt-attributed-string id="content-text"><span>{{text}}</span></yt-attributed-string></div></ytd-expander>
<ytd-comment-engagement-bar id="action-buttons"><div id="toolbar"></div><div id="reply-dialog"></div></ytd-comment-engagement-bar></div></div></ytd-comment-view-model></div></ytd-comment-thread-renderer>`;

const forumPost = `<article class="message message--post js-post" data-author="{{author}}" data-content="post-{{id}}" id="js-post-{{id}}"><div class="message-inner">
<div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a href="/members/{{author}}.31/" class="username">{{author}}</a></h4></section></div>
<div class="message-cell message-cell--main"><header class="message-attribution"><a href="/threads/kettles.120/post-{{id}}" rel="nofollow"><time class="u-dt" datetime="2026-11-20T10:00:00+0100">Friday</time></a></header>
<div class="message-content"><article class="message-body js-selectToQuote"><div class="bbWrapper">{{text}}</div></article></div>
<footer class="message-footer"><div class="message-actionBar actionBar"><a href="/threads/kettles.120/reply?quote={{id}}" class="actionBar-action actionBar-action--reply">Reply</a></div></footer></div></div></article>`;

const unmarkedPost = `<div class="row odd" id="msg_{{id}}"><div class="who"><a href="/u/{{author}}">{{author}}</a> <span class="rank">Member since 2019</span></div>
<div class="what"><a class="when" href="/t/lamps/7/{{id}}"><time datetime="2026-10-05T08:00:00Z">2h</time></a><div class="text"><div class="inner"><p>{{text}}</p></div></div>
<div class="acts"><button>Like</button><button aria-label="Reply to {{author}}">↩</button></div></div></div>`;

const markedPost = `<article itemscope itemtype="https://schema.org/DiscussionForumPosting">
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">{{author}}</b></span>
<a itemprop="url" href="#p-{{id}}"><time itemprop="datePublished" datetime="2026-10-05T08:00:00Z">2h</time></a>
<div itemprop="text">{{text}}</div><button>Reply</button></article>`;

export const awkwardSites: readonly AwkwardSite[] = [
  {
    name: 'x',
    url: 'https://x.com/home',
    post: xPost,
    page: (list) =>
      `<header role="banner"><a href="/bea_example" data-testid="AppTabBar_Profile_Link">Profile</a></header><main role="main"><div data-testid="primaryColumn"><section>${list}</section></div></main>`,
  },
  {
    name: 'youtube',
    url: 'https://www.youtube.com/watch?v=aB3_dE-6gHi',
    post: youtubePost,
    page: (list) =>
      `<ytd-app><ytd-watch-flexy><ytd-comments id="comments"><ytd-item-section-renderer id="sections">${list}</ytd-item-section-renderer></ytd-comments></ytd-watch-flexy></ytd-app>`,
  },
  {
    name: 'xenforo',
    url: 'http://127.0.0.1:4999/threads/kettles.120/',
    post: forumPost,
    page: (list) => `<h1 class="p-title-value">Kettles</h1><div class="block-body">${list}</div>`,
  },
  {
    name: 'generic, nothing marked',
    url: 'http://127.0.0.1:4999/t/lamps/7',
    post: unmarkedPost,
    page: (list) => `<nav><a href="/u/ada">Ada</a></nav><main><h1>Lamps</h1>${list}</main>`,
  },
  {
    name: 'generic, microdata',
    url: 'http://127.0.0.1:4999/t/kettles/8',
    post: markedPost,
    page: (list) => `<main><h1>Kettles</h1>${list}</main>`,
  },
];

/** The whole page with nothing in its list; its own script marks the thread it runs on in a trace. */
export function toHtml(site: AwkwardSite): string {
  const root = site.name === 'xenforo' ? '<html id="XF" lang="en-US">' : '<html lang="en">';
  return `<!doctype html>${root}<head><meta charset="utf-8"><title>Awkward</title>
<style>body { font: 15px sans-serif } </style><script>performance.mark('awkward');
addEventListener('pageshow', (event) => { window.wasKept ||= event.persisted; });</script></head>
<body>${site.page('<div id="contents"></div>')}<template id="cell">${site.post}</template></body></html>`;
}
