import type { InsertResult } from '#utils/messages/payloads.ts';
import { NOT_COPIED } from '#utils/text/not-copied.ts';

/** Puts text on the clipboard; false where the page or the browser does not allow it (no focus, plain http). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a text that did not go in, as its advice says; where that is not allowed either, the advice says so. */
export async function copyInstead(result: InsertResult, text: string): Promise<InsertResult> {
  if (result.outcome !== 'failed' || (await copyText(text))) return result;
  return { ...result, advice: NOT_COPIED };
}
