/** Addresses of TikTok, the same on its hosts. */
import { toUrl } from '#utils/sites/dom/address.ts';

/** What the address of a video or of a series of photos names. */
export interface VideoPath {
  /** Empty in addresses that leave it out. */
  handle: string;
  kind: 'video' | 'photo';
  id: string;
}

const PATH = /^\/@([\w.]{0,60})\/(video|photo)\/(\d{5,25})(?:\/|$)/u;
/** Links are relative to the site, whatever page they stand on. */
const HOME = new URL('https://www.tiktok.com/');

/** Reads an address of a video; null for any other address. */
export function toVideoPath(url: URL): VideoPath | null {
  if (!isTiktokHost(url.hostname)) return null;
  const [, handle = '', kind, id] = PATH.exec(url.pathname) ?? [];
  return id ? { handle, kind: kind === 'photo' ? 'photo' : 'video', id } : null;
}

/** Reads a link to a video; null for any other link. */
export function readVideoLink(link: Element): VideoPath | null {
  const url = toUrl(link.getAttribute('href'), HOME);
  return url && toVideoPath(url);
}

/** The handle of a link to a profile; null for a link to anything else. */
export function readProfile(link: Element | null | undefined): string | null {
  const url = toUrl(link?.getAttribute('href'), HOME);
  if (!url || !isTiktokHost(url.hostname)) return null;
  return /^\/@([\w.]{1,60})\/?$/u.exec(url.pathname)?.[1] ?? null;
}

/** The address of a video without what changes from visit to visit. */
export function toPermalink({ handle, kind, id }: VideoPath): string {
  return `${HOME.origin}/@${handle}/${kind}/${id}`;
}

function isTiktokHost(host: string): boolean {
  return /^(?:(?:www|m)\.)?tiktok\.com$/u.test(host);
}
