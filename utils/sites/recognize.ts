/**
 * Which site a page belongs to, before any adapter is loaded: data only. First those that stand in one place, because a
 * host cannot be imitated by a page's markup; then software that runs anywhere, told by marks in the page; `generic`
 * takes the rest.
 */
import type { SiteId } from '#utils/model/site.ts';

interface Place {
  site: SiteId;
  /** Tested against `hostname`. */
  host: RegExp;
  /** Tested against the path, where a host is shared with others. */
  path?: RegExp;
}

interface Marks {
  site: SiteId;
  /** CSS that finds something in every page of this software, and in no other. */
  marks: string;
}

/** Google Search and Maps, in all countries. */
const GOOGLE = /^(?:(?:www|maps)\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/u;

const places: readonly Place[] = [
  { site: 'x', host: /^(?:(?:www|mobile)\.)?(?:x|twitter)\.com$/u },
  { site: 'reddit', host: /^(?:(?:www|old|new|np|sh|m|i|[a-z]{2})\.)?reddit\.com$/u },
  { site: 'bluesky', host: /^(?:[a-z0-9-]+\.)?bsky\.app$/u },
  { site: 'hackernews', host: /^news\.ycombinator\.com$/u },
  { site: 'tiktok', host: /^(?:(?:www|m)\.)?tiktok\.com$/u },
  { site: 'instagram', host: /^(?:www\.)?instagram\.com$/u },
  { site: 'linkedin', host: /^(?:(?:www|m|[a-z]{2})\.)?linkedin\.com$/u },
  {
    site: 'facebook',
    host: /^(?:(?:www|web|m|mbasic|touch|mtouch|mobile|free|[a-z]{2}-[a-z]{2})\.)?facebook\.com$/u,
  },
  { site: 'youtubestudio', host: /^studio\.youtube\.com$/u },
  // Studio, whose pages the entry above takes, shows YouTube's own comments.
  { site: 'youtube', host: /^(?:(?:www|m|studio)\.)?youtube\.com$/u },
  { site: 'googlebusiness', host: /^business\.google\.com$/u },
  { site: 'googlebusiness', host: GOOGLE, path: /\/customers\/reviews(?:\/|$)/u },
  { site: 'googlemaps', host: GOOGLE, path: /^\/maps(?:\/|$)/u },
  { site: 'googleplay', host: /^play\.google\.com$/u, path: /^\/store(?:\/|$)/u },
  { site: 'threads', host: /^(?:www\.)?threads\.(?:com|net)$/u },
  { site: 'trustpilot', host: /^(?:www|[a-z]{2}(?:-[a-z]{2})?)\.trustpilot\.com$/u },
  { site: 'github', host: /^github\.com$/u },
  {
    site: 'amazon',
    host: /^(?:(?:www|m|smile)\.)?amazon\.(?:com|ca|com\.mx|com\.br|co\.uk|de|fr|it|es|nl|pl|se|ie|com\.be|com\.tr|ae|sa|eg|in|co\.jp|sg|com\.au|co\.za)$/u,
  },
  { site: 'appstore', host: /^apps\.apple\.com$/u },
  {
    site: 'tripadvisor',
    host: /^(?:(?:www|[a-z]{2})\.)?tripadvisor\.(?:com|ca|com\.mx|com\.br|com\.ar|cl|co|com\.pe|com\.ve|co\.uk|ie|de|at|ch|fr|be|nl|it|es|pt|dk|se|fi|cz|sk|co\.hu|ru|rs|com\.gr|com\.tr|co\.il|com\.eg|in|jp|co\.kr|com\.tw|com\.hk|com\.sg|com\.my|co\.id|com\.ph|com\.vn|com\.au|co\.nz|co\.za)$/u,
  },
  { site: 'quora', host: /^(?:[a-z0-9-]+\.)?quora\.com$/u },
  {
    site: 'yelp',
    host: /^(?:(?:www|m|[a-z]{2})\.)?yelp\.(?:com|ca|com\.mx|com\.br|com\.ar|cl|co\.uk|ie|de|at|ch|fr|be|nl|it|es|pt|dk|se|no|fi|pl|cz|com\.tr|co\.jp|com\.tw|com\.hk|com\.sg|com\.ph|my|com\.au|co\.nz)$/u,
  },
  { site: 'g2', host: /^(?:www\.)?g2\.com$/u },
  { site: 'producthunt', host: /^(?:www\.)?producthunt\.com$/u },
  {
    site: 'stackexchange',
    host: /^(?:[a-z0-9-]+\.)*(?:stackoverflow|stackexchange|superuser|serverfault|askubuntu|stackapps)\.com$|^(?:meta\.)?mathoverflow\.net$/u,
  },
  { site: 'disqus', host: /^disqus\.com$/u, path: /^\/embed\/comments\b/u },
];

const software: readonly Marks[] = [
  {
    site: 'mastodon',
    // The root of the web interface; other pages use `mastodon` as a name of an anchor.
    marks: '#mastodon.app-holder, #mastodon[data-props], :root:has(script#initial-state) #mastodon',
  },
  {
    site: 'xenforo',
    // The id of the root element: 2.x and 1.x, in every page since 2010.
    marks: 'html#XF, html#XenForo',
  },
  {
    site: 'discourse',
    // The second where an operator took the first away.
    marks: 'meta[name="generator"][content^="Discourse "], meta#data-discourse-setup',
  },
  {
    site: 'phpbb',
    // The id of the body in the templates of 3.x; themes of their own keep the box of its scripts.
    marks: 'body#phpbb, #phpbb_alert.phpbb_alert',
  },
  {
    site: 'vanilla',
    // Classic templates name the application and its page in id and class of the body.
    marks: 'body.Vanilla[id^="vanilla_"], body.Dashboard[id^="dashboard_"]',
  },
  {
    site: 'khoros',
    // The body of every classic page; pages of Aurora have none of it.
    marks: 'body#lia-body.lia-body',
  },
  {
    site: 'nodebb',
    // Its script, which every page loads; themes cannot do without the components.
    marks:
      'script[src*="/assets/nodebb.min.js"], meta[name="generator"][content^="NodeBB"], [component="post"][data-pid] [component="post/content"]',
  },
  {
    site: 'flarum',
    // The frame of its application, and the data that it starts from.
    marks: '#app.App > #app-navigation.App-navigation, #flarum-json-payload',
  },
  {
    site: 'wordpress',
    // Pages that have comments: its form, and its lists, which count how deep each stands.
    marks:
      'form[action$="/wp-comments-post.php"], .comment-list li.comment[class*="depth-"], .commentlist li.comment[class*="depth-"], .wp-block-comment-template',
  },
  { site: 'lemmy', marks: '#app.lemmy-site' },
  {
    site: 'misskey',
    // The root of the web interface, also of Sharkey, and what the server tells it.
    marks: '#misskey_app, #sharkey_app, script#misskey_meta',
  },
  {
    site: 'vbulletin',
    // Its generator; where an operator took that away the body of 5 and the scripts of 3 and 4.
    marks:
      'meta[name="generator"][content^="vBulletin"], body#vb-page-body, script[src*="vbulletin_global.js"], script[src*="vbulletin-core.js"]',
  },
  {
    site: 'invision',
    // The controller of its whole page in 4 and 5.
    marks: 'body[data-controller*="core.front.core.app"]',
  },
];

/** The site whose adapter reads this page. */
export function recognizeSite(doc: Document, url: URL): SiteId {
  const { hostname, pathname } = url;
  const place = places.find(
    ({ host, path }) => host.test(hostname) && path?.test(pathname) !== false,
  );
  if (place) return place.site;
  return software.find(({ marks }) => doc.querySelector(marks) !== null)?.site ?? 'generic';
}

/** The sites that stand at this host; several share one, told apart by their paths. Empty: any software may run there. */
export function sitesAt(hostname: string): SiteId[] {
  return places.filter(({ host }) => host.test(hostname)).map(({ site }) => site);
}
