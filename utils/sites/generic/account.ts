import { cleanLine } from '#utils/sites/dom/clean-text.ts';

const META = 'meta[name="user-login"], meta[name="current-user"]';
const MARKED = '[data-account]';
const LINK = ':is(nav, header, [role="navigation"]) :is(a[rel~="me"], a.u-url)';

/** The handle of the account that a page says is signed in; null when it does not say. */
export function findMarkedAccount(doc: Document): string | null {
  const told =
    doc.querySelector(META)?.getAttribute('content') ||
    doc.querySelector(MARKED)?.getAttribute('data-account') ||
    readLink(doc.querySelector(LINK));
  const handle = cleanLine(told ?? '').replace(/^@+/u, '');
  return handle && handle.length <= 200 ? handle : null;
}

/** A handle as the link's text if it is one word, else as the end of its address. */
function readLink(link: Element | null): string | null {
  if (!link) return null;
  const text = cleanLine(link.textContent ?? '');
  if (/^@?[\p{L}\p{N}_.@-]+$/u.test(text)) return text;
  const path = (link.getAttribute('href') ?? '').replace(/[?#].*$/u, '').replace(/\/+$/u, '');
  return /^(?:https?:\/\/[^/]+)?\/.*?@?([^/@]+)$/u.exec(path)?.[1] ?? null;
}
