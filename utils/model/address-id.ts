/** What changes from visit to visit or tells how a page is sorted, not which one it is. */
const NOISE = /^(?:utm_\w+|fbclid|gclid|sid|phpsessid|ref|ref_src|sort|order|share|highlight)$/iu;

/** The id that an address stands for: host, path, the query that matters, fragment. */
export function toAddressId(address: URL): string {
  const { host, pathname, search, hash } = toQuietAddress(address);
  return host + pathname.replace(/(.)\/$/u, '$1') + search + hash;
}

/** An address with the query that matters only, always in the same order. */
export function toQuietAddress(address: URL): URL {
  const quiet = new URL(address);
  const query = [...address.searchParams].filter(([name]) => !NOISE.test(name));
  quiet.search = new URLSearchParams(query.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
  return quiet;
}
