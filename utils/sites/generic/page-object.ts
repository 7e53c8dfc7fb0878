/**
 * A page that is one post of the fediverse: it names its ActivityPub object and describes it in the words that social
 * previews show. The object itself is never fetched. A page of a person or of a list describes no post.
 */
import { cleanLine } from '#utils/sites/dom/clean-text.ts';
import { toUrl } from '#utils/sites/dom/address.ts';
import { isSamePage } from './identity.ts';
import type { MarkedPost } from './marked-post.ts';

const OBJECT =
  'link[rel~="alternate"][type="application/activity+json"], link[rel~="alternate"][type^="application/ld+json"][type*="activitystreams"]';
const ADDRESS = 'link[rel~="canonical"][href]';
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** The post that a page says it is; null for any other page, and where scripts have gone on to another address. */
export function readPageObject(doc: Document): MarkedPost | null {
  if (!doc.querySelector(OBJECT) || readMeta(doc, 'og:type') !== 'article') return null;
  const page = new URL(doc.URL);
  const href = doc.querySelector(ADDRESS)?.getAttribute('href') ?? readMeta(doc, 'og:url');
  const address = toUrl(href, page);
  if (!address || !isSamePage(address, page)) return null;
  const handle = readMeta(doc, 'fediverse:creator', 'profile:username').replace(/^@+/u, '');
  const name = readMeta(doc, 'author', 'article:author');
  const text = readMeta(doc, 'og:description');
  const isName = name !== '' && !toUrl(name, page)?.href.startsWith(name);
  if (!text || !(handle || isName)) return null;
  const lang = doc.documentElement.getAttribute('lang') ?? '';
  return {
    handle: handle || name,
    name: handle && isName ? name : '',
    text,
    title: '',
    href: address.href,
    time: readMeta(doc, 'article:published_time', 'og:published_time') || null,
    lang: LANGUAGE.test(lang) ? lang : null,
    parentHref: null,
    isCut: false,
  };
}

function readMeta(doc: Document, ...names: string[]): string {
  for (const name of names) {
    const meta = doc.querySelector(`meta[property="${name}"], meta[name="${name}"]`);
    const content = cleanLine(meta?.getAttribute('content') ?? '');
    if (content) return content;
  }
  return '';
}
