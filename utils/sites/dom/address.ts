import { dropTracking } from '#utils/model/address-id.ts';

const URL_MAX = 2_000;

/**
 * `href` as an absolute `http(s):` address of at most 2,000 characters, without what tells where somebody came from; null
 * for anything else.
 */
export function toAbsoluteUrl(href: string | null | undefined, base: URL): string | null {
  const url = toUrl(href, base);
  const address = url && dropTracking(url).href;
  return address && address.length <= URL_MAX ? address : null;
}

/** `href` as a parsed `http(s):` address; null for anything else (`javascript:`, broken, missing). */
export function toUrl(href: string | null | undefined, base: URL): URL | null {
  if (!href) return null;
  try {
    const url = new URL(href, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
