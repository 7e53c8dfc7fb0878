/**
 * Names of parameters that tell where somebody came from, on any site: of campaigns, clicks on advertisements, shared
 * links, mailings and the networks' own counting. Read 2026-11 in Brave's filters that remove parameters, in the list of
 * click ids of henkisdabro/platform-url-click-id-parameters, and in addresses that the networks wrote themselves. Names
 * that tell posts apart somewhere (`id`, `p`, `s`, `t`, `v`, `cid`) are left.
 */
const TRACKING = new RegExp(
  `^(?:${[
    // Campaigns: Google, Matomo, HubSpot.
    '(?:utm|mtm|hsa)_\\w+|pk_(?:campaign|kwd)',
    // Clicks on advertisements, each network's own; what Google Analytics hands from host to host.
    '(?:[dgy]|fb|tt|tw|ys)clid|gclsrc|[gw]braid|gad_\\w+|srsltid|_g[al]|msclkid|li_fat_id|rdt_cid|irclickid|_openstat',
    // Mailings: Mailchimp, HubSpot, Marketo, Klaviyo.
    'mc_[ce]id|_hs(?:enc|mi)|__hs(?:fp|sc|tc)|mkt_tok|_kx',
    // Shared links and counting within: Instagram, YouTube, LinkedIn, X, Reddit, Facebook.
    'ig_rid|igsh(?:id)?|si|trk(?:email|info)?|lipi|ref_(?:src|url)|share_id|_branch_\\w+',
    '__(?:cft|xts)__(?:\\[\\d*\\])?|__(?:eep|tn)__|mibextid|rdid|fb_(?:ref|source)',
  ].join('|')})$`,
  'iu',
);
/** What else changes from visit to visit or tells how a page is sorted, not which one it is. */
const NOISE = /^(?:sid|phpsessid|ref|sort|order|share|highlight)$/iu;

/** The id that an address stands for: host, path, the query that matters, fragment. */
export function toAddressId(address: URL): string {
  const { pathname, search, hash } = toQuietAddress(address);
  return toIdHost(address) + pathname.replace(/(.)\/$/u, '$1') + search + hash;
}

/** Host and port as ids begin with them: a server that answers with and without `www.` shows the same posts. */
export function toIdHost({ host }: URL): string {
  return host.replace(/^www\./u, '');
}

/** An address with the query that matters only, always in the same order. */
export function toQuietAddress(address: URL): URL {
  const quiet = new URL(address);
  const query = listParameters(address.searchParams).filter(
    ([name]) => !TRACKING.test(name) && !NOISE.test(name),
  );
  quiet.search = new URLSearchParams(query.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return quiet;
}

/** An address without what tells where somebody came from; whatever else it says keeps the very shape it has. */
export function dropTracking(address: URL): URL {
  const isTracking = ([name]: [string, string]) => TRACKING.test(name);
  if (!listParameters(address.searchParams).some(isTracking)) return address;
  const clean = new URL(address);
  // Written anew, an address such as `?threads/kettle.1/` would no longer lead there.
  clean.search = address.search
    .slice(1)
    .split('&')
    .filter((part) => !listParameters(new URLSearchParams(part)).some(isTracking))
    .join('&');
  return clean;
}

/** Asked one by one: content scripts of Firefox cannot go through the iterators of a page's parameters. */
function listParameters(parameters: URLSearchParams): [string, string][] {
  const list: [string, string][] = [];
  // oxlint-disable-next-line unicorn/no-array-for-each, unicorn/no-array-method-this-argument -- no array, and see above
  parameters.forEach((value, name) => list.push([name, value]));
  return list;
}
