/**
 * Misskey and Sharkey, read in their source of 2023 to 2026; in no saved page. Classes are hashed: what lasts are the
 * elements, the shapes of addresses, the names of icons and the hooks of its own tests (`data-cy`).
 */
export const selectors = {
  post: 'article, header',
  article: 'article',
  header: 'header',
  noteLink: 'a[href*="/notes/"]',
  person: 'a[href^="/@"]',
  // What people wrote keeps its line feeds; names keep theirs where they may take two lines.
  written: '[style*="pre-wrap"]',
  warning: 'p',
  box: 'textarea[data-cy-post-form-text], textarea',
  submit: '[data-cy-open-post-form-submit]',
  // The button says by its icon whether it sends a reply, a quote, a note; the last three are Sharkey's.
  replyIcon:
    '.ti-arrow-back-up, .ph-arrow-u-up-left, .ph-arrow-bend-left-up, .ph-arrow-bend-up-left',
  account: 'button > ._nowrap',
  state: 'script#misskey_meta',
};
