import { atPath, parseJson, toText } from '#utils/sites/dom/json.ts';

/** `app/views/layouts/application.html.erb`: JSON whose values are JSON again. */
export const preloadedSelectors = { preloaded: '#data-preloaded' };

export interface Preloaded {
  /** Who is signed in. */
  username: string | null;
  /** Longest post in characters. */
  limit: number | null;
}

const NOTHING: Preloaded = { username: null, limit: null };
const known = new WeakMap<Element, Preloaded>();

/** Reads what the page came with, once; it also holds private things, so nothing but these two leaves this function. */
export function readPreloaded(doc: Document): Preloaded {
  const element = doc.querySelector(preloadedSelectors.preloaded);
  if (!element) return NOTHING;
  let preloaded = known.get(element);
  if (!preloaded) {
    preloaded = pick(parseJson(element.getAttribute('data-preloaded') ?? element.textContent));
    known.set(element, preloaded);
  }
  return preloaded;
}

function pick(store: unknown): Preloaded {
  const user = parseJson(toText(atPath(store, 'currentUser')));
  const settings = parseJson(toText(atPath(store, 'siteSettings')));
  const limit = atPath(settings, 'max_post_length');
  return {
    username: toText(atPath(user, 'username')) || null,
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : null,
  };
}
