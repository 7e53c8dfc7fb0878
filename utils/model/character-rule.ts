/** How a site counts the characters of a reply. */
export interface CharacterRule {
  /** `weighted` is X's own count (twitter-text), `mastodon` counts addresses as 23, the rest count graphemes. */
  count: 'weighted' | 'graphemes' | 'mastodon';
  limit: number | null;
}
