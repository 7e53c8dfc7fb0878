/**
 * True for the keys that send what stands in a box: Ctrl or Cmd and Enter, and where the site `sendsOnEnter`, Enter
 * alone. Enter that ends a word of an input method sends nothing.
 */
export function isSendKey(event: KeyboardEvent, sendsOnEnter: boolean): boolean {
  const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event;
  if (key !== 'Enter' || isComposing) return false;
  return ctrlKey || metaKey || (sendsOnEnter && !shiftKey && !altKey);
}
