import { toUrl } from '#utils/sites/dom/address.ts';

/** Seen 2023-11 in a saved page; microdata since 2015, classes of the Stacks design since 2018. */
export const postSelectors = {
  post: '#question[data-questionid], .answer[data-answerid]',
  question: '#question[data-questionid]',
  comment: 'li.comment[data-comment-id]',
  // Shown to people with many points only.
  gone: '.deleted-answer, .deleted-comment',
  text: '.js-post-body, .post-text',
  commentText: '.comment-copy',
  title: '#question-header h1',
  // The name of who wrote; a second signature may name who edited last.
  author: '.user-details[itemprop~="author"], .post-signature.owner .user-details',
  cardAuthor: '.post-signature .s-user-card',
  commentAuthor: '.comment-user',
  wiki: '.community-wiki',
  profile: 'a[href*="/users/"]',
  // Hidden twice for search engines.
  notName:
    '[itemprop="name"], .-flair, .reputation-score, .badge, .mod-flair, .s-user-card--awards',
  signature: '.post-signature, .user-info',
  time: '[title].relativetime, time[datetime]',
  asked: 'time[itemprop="dateCreated"][datetime]',
  commentTime: '.comment-date [title]',
  notText: 'aside, .snippet-result, .snippet-ctas, button, .MathJax_Preview, .MJX_Assistive_MathML',
};

/** Host without `www.`: ids of posts and people are counted on each site of the network. */
export function toSiteHost(url: URL): string {
  return url.host.replace(/^www\./u, '');
}

/** Number of a question or answer as its element says; null when it says none. */
export function readPostNumber(element: Element): string | null {
  return toDigits(element.getAttribute('data-questionid') ?? element.getAttribute('data-answerid'));
}

/** `stackoverflow.com/users/12`: names are not unique and change, numbers are good on one site only. */
export function toProfile(href: string | null | undefined, url: URL): string | null {
  const profile = toUrl(href, url);
  const number =
    profile?.host === url.host && /^\/users\/(\d{1,15})(?:\/|$)/u.exec(profile.pathname);
  return number ? `${toSiteHost(url)}/users/${number[1]}` : null;
}

/** A number as the site writes it; null for anything else. */
export function toDigits(text: string | null | undefined): string | null {
  return /^[1-9]\d{0,14}$/u.test(text ?? '') ? (text ?? null) : null;
}
