/** Puts text on the clipboard; false where the page or the browser does not allow it (no focus, plain http). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
