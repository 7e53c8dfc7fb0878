import type { IdRules } from './anonymize-ids.ts';
import type { KnownWords } from './known-words.ts';
import type { People } from './people.ts';
import type { Placeholders } from './placeholders.ts';

interface LinkParts {
  known: KnownWords;
  placeholders: Placeholders;
  people: People;
  ids: IdRules;
  url: URL;
  host: string;
}

export interface LinkRules {
  /** The same kind of address: places stay, what stands in them does not. */
  toLink(href: string): string;
  /** The page's own address. */
  toAddress(url: URL): string;
}

const TRACKING =
  /^(?:utm_|fbclid|gclid|msclkid|igsh|si$|ref(?:_|$|errer)|source$|sid$|phpsessid|session|token|auth|key$|sig|hash$|trk|__)/iu;
const VALUE_MAX = 60;
const PARTS =
  /^(?<origin>(?:https?:)?\/\/[^/?#]*)?(?<path>[^?#]*)(?<query>\?[^#]*)?(?<fragment>#.*)?$/su;

/** How addresses are written in this page. */
export function toLinkRules(parts: LinkParts): LinkRules {
  const { known, placeholders, people, ids, url, host } = parts;

  const toOrigin = (origin: string): string => {
    const original = origin.replace(/^(?:https?:)?\/\//u, '').toLowerCase();
    if (original === url.host) return `https://${host}`;
    return `https://${isPublic(original) ? original : placeholders.host(original)}`;
  };
  const isPublic = (original: string) =>
    [...known.hosts].some((one) => original === one || original.endsWith(`.${one}`));

  const toSegment = (segment: string): string => {
    const plain = decode(segment);
    const [, at = '', handle = ''] = /^(@?)(.*)$/su.exec(plain) ?? [];
    if (people.handles.has(handle)) return at + placeholders.handle(handle);
    if (at !== '') return at + placeholders.handle(handle);
    if (known.words.has(plain.toLowerCase())) return plain;
    const [, stem = plain, end = ''] = /^(.+?)(\.[a-z]{2,4})?$/su.exec(plain) ?? [];
    const words = stem.match(/\p{L}{2,}/gu) ?? [];
    // A title in an address: its words are somebody's, common as each may be.
    const isTitle = words.length >= 3;
    const isEnd = end === '' || /^\.(?:html?|php|aspx?|jsp|png|jpe?g|gif|webp|svg)$/u.test(end);
    const made = isTitle
      ? stem
          .replace(/[\p{L}\p{M}]{2,}/gu, placeholders.word)
          .replace(/\d{3,}/gu, placeholders.number)
      : ids.toData(isEnd ? stem : plain);
    return encodeURI(made + (isEnd ? end : '')).replace(/[?#]/gu, '');
  };

  const toQuery = (query: string): string => {
    const kept = [...new URLSearchParams(query)]
      .filter(([name, value]) => !TRACKING.test(name) && value.length <= VALUE_MAX)
      .filter(([name]) => /^[\w.[\]-]{1,30}$/u.test(name))
      .map(([name, value]) => `${ids.toData(name)}=${encodeURIComponent(toValue(value))}`);
    return kept.length > 0 ? `?${kept.join('&')}` : '';
  };
  const toValue = (value: string) =>
    people.handles.has(value) ? placeholders.handle(value) : ids.toData(value);

  const toLink = (href: string): string => {
    const plain = href.trim();
    if (/^(?!https?:)[a-z][a-z0-9+.-]*:/iu.test(plain)) return '#';
    const { origin, path = '', query, fragment } = PARTS.exec(plain)?.groups ?? {};
    return [
      origin ? toOrigin(origin) : '',
      path.split('/').map(toSegment).join('/'),
      query ? toQuery(query) : '',
      fragment ? `#${encodeURI(ids.toId(decode(fragment.slice(1))))}` : '',
    ].join('');
  };

  return { toLink, toAddress: (address) => toLink(address.href) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
