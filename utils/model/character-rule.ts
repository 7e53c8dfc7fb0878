/** How a site counts the characters of a reply. */
export interface CharacterRule {
  /**
   * `weighted` is X's own count (twitter-text), `mastodon` counts addresses as 23, `utf16` counts as JavaScript does; the
   * rest count graphemes.
   */
  count: 'weighted' | 'graphemes' | 'mastodon' | 'utf16';
  limit: number | null;
}
