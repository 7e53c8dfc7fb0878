/** Local wall clock, ms since 1970. Decides nothing between people: the server's clock does. */
export function now(): number {
  return Date.now();
}
