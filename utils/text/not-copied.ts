/** Said in place of "it is on your clipboard" when the browser did not allow that: it asks for a click just before. */
export const NOT_COPIED =
  'The reply box did not take the text. Press Copy in the panel, then Ctrl+V in the box.';
