/**
 * How long a site takes a draft to be. `twitter-text` weighs 33 kB min+gz, more than half of what the content
 * script may weigh: count in the background or on the extension's own pages, never in a page.
 */
import twitter from 'twitter-text';
import type { CharacterRule } from '#utils/model/character-rule.ts';

// Mastodon takes every address for 23 characters: docs.joinmastodon.org, "Toot character limit".
const MASTODON_ADDRESS_LENGTH = 23;
const ADDRESS = /https?:\/\/[^\s/$.?#].[^\s]*/giu;
const REMOTE_HANDLE =
  /(?<![\p{L}\p{N}_/])(@[a-z0-9_]+(?:[\w.-]+[a-z0-9_]+)?)@[\p{L}\p{N}.-]+[\p{L}\p{N}]/giu;

let segmenter: Intl.Segmenter | undefined;

function countGraphemes(text: string): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** The length of `text` by the site's own count; how it compares to `rule.limit` is the caller's to say. */
export function countCharacters(text: string, rule: Pick<CharacterRule, 'count'>): number {
  if (rule.count === 'weighted') return twitter.parseTweet(text).weightedLength;
  if (rule.count === 'utf16') return text.length;
  if (rule.count === 'graphemes') return countGraphemes(text);
  const asCounted = text
    .replace(ADDRESS, 'x'.repeat(MASTODON_ADDRESS_LENGTH))
    .replace(REMOTE_HANDLE, '$1');
  return countGraphemes(asCounted);
}
