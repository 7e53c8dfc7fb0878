/** Stands in for WXT's: the page starts the background itself. */
export function defineBackground(main: () => void): { main: () => void } {
  return { main };
}
