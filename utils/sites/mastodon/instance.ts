import { atPath, parseJson, toText } from '#utils/sites/dom/json.ts';

/** What the page tells of its server and of who is signed in. */
export interface Instance {
  /** The domain in handles of its people; may differ from the host of the page. */
  domain: string | null;
  /** Handle of the signed-in account as the server writes it: without a domain when local. */
  acct: string | null;
  limit: number | null;
}

export const instanceSelectors = {
  state: 'script#initial-state',
};

const NOTHING: Instance = { domain: null, acct: null, limit: null };
const known = new WeakMap<Element, Instance>();

/**
 * Reads the start data of a page once; all null where there is none or it is broken. The data also holds an access
 * token: nothing but these three fields leaves this function.
 */
export function readInstance(doc: Document): Instance {
  const script = doc.querySelector(instanceSelectors.state);
  if (!script) return NOTHING;
  let instance = known.get(script);
  if (!instance) {
    instance = pickInstance(parseJson(script.textContent));
    known.set(script, instance);
  }
  return instance;
}

function pickInstance(state: unknown): Instance {
  const me = toText(atPath(state, 'meta', 'me'));
  // Forks (glitch-soc) put their limit here; the main line fetches it later.
  const limit = atPath(state, 'max_toot_chars');
  return {
    domain: toText(atPath(state, 'meta', 'domain'))?.toLowerCase() || null,
    acct: (me && toText(atPath(state, 'accounts', me, 'acct'))) || null,
    limit: typeof limit === 'number' && Number.isInteger(limit) && limit > 0 ? limit : null,
  };
}

/** A handle with its domain: `ada` of the page's own server becomes `ada@that.server`. */
export function toFullHandle(acct: string, doc: Document, url: URL): string {
  const bare = acct.trim().replace(/^@+/u, '');
  return !bare || bare.includes('@') ? bare : `${bare}@${readInstance(doc).domain ?? url.host}`;
}
