import { readLine } from '#utils/sites/dom/read-text.ts';
import { toTopicPlace, type TopicPlace } from './address.ts';

/** Seen 2023-11 in a saved page (before Glimmer), 2025–2026 in `components/post.gjs`. */
export const postSelectors = {
  // A cloaked post keeps its wrapper and its number, not this; "closed this topic" is a small action.
  post: 'article[id^="post_"][data-post-id]:not(.small-action)',
  wrapper: '.topic-post',
  gone: '.topic-post.deleted, .topic-post.post--deleted',
  // Messages between a few, and what staff whisper to each other within a topic.
  secret: 'body.archetype-private_message, .topic-post.whisper, .topic-post.post--whisper',
  // Taken down by flags: the text is a notice of the forum.
  flagged: '.topic-post.post-hidden, .topic-post.post--hidden',
  embedded: '.embedded-posts',
  text: '.cooked',
  author: '.topic-meta-data .names a[data-user-card], .names a[data-user-card]',
  avatar: '.topic-avatar a[data-user-card], .post-avatar a[data-user-card]',
  name: '.names .full-name',
  date: 'a.post-date[href], .post-date a[href]',
  time: '.post-date [data-time]',
  expand: 'button.expand-post, .post__expand-button',
  title: '#topic-title .fancy-title',
  quote: 'aside.quote[data-username]',
  quoteText: 'blockquote',
  // Quotes, previews of linked pages but for their source, sizes of pictures, counts of clicks, buttons.
  notText:
    'aside.quote, .onebox-body, .onebox-metadata, .lightbox .meta, .clicks, button, .cooked-selection-barrier, .user-status-message',
};

/** Topic and number of a post: its own link, else its marks on the page of its topic. */
export function findPlace(article: Element, url: URL): TopicPlace | null {
  const topic = article.getAttribute('data-topic-id');
  const number = findNumber(article);
  const linked = toTopicPlace(own(article, postSelectors.date)?.getAttribute('href'), url);
  const place = [linked, toTopicPlace(url.href, url)].find(
    (one) => one && (!topic || one.topic === topic),
  );
  return place && number !== null ? { ...place, number } : null;
}

/** The number of a post in its topic, from 1. */
export function findNumber(article: Element): number | null {
  const wrapper = article.closest(postSelectors.wrapper);
  return (
    toNumber(/^post_(\d+)$/u.exec(article.id)?.[1]) ??
    toNumber(wrapper?.getAttribute('data-post-number'))
  );
}

/** The user name of the author; empty when the page does not say. */
export function readHandle(article: Element): string {
  const author = own(article, postSelectors.author) ?? own(article, postSelectors.avatar);
  return author?.getAttribute('data-user-card') ?? '';
}

/** The full name, where the forum shows one. */
export function readName(article: Element): string {
  return readLine(own(article, postSelectors.name));
}

/** The element of a post's own text. */
export function findBody(article: Element): Element | null {
  return own(article, postSelectors.text);
}

/** Answers and the answered post are shown within a post when somebody unfolds them. */
export function own(article: Element, selector: string): Element | null {
  for (const found of article.querySelectorAll(selector)) {
    const fold = found.closest(postSelectors.embedded);
    if (!fold || !article.contains(fold)) return found;
  }
  return null;
}

/** A number from 1 in digits; null for anything else. */
export function toNumber(digits: string | null | undefined): number | null {
  return /^[1-9]\d{0,14}$/u.test(digits ?? '') ? Number(digits) : null;
}
