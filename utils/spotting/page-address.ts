/** What tells one page of an app from another. The part behind # is left out: it changes while one scrolls. */
export function toPageAddress({ origin, pathname, search }: URL): string {
  return origin + pathname + search;
}
