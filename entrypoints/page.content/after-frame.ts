/**
 * Runs `run` once the page has been drawn, when its styles and its layout are settled and asking for them costs nothing.
 * Pages that nobody sees are not drawn: there it runs soon.
 */
export function afterFrame(doc: Document, run: () => void): void {
  if (doc.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(run, 0));
  else setTimeout(run, 0);
}
