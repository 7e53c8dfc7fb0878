import { ARC_MAX } from '#utils/model/story-limits.ts';
import type { Story, StoryPart } from '#utils/model/story.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';

const TEXT_MAX = 2_000;

/**
 * What came after a thread's own post: the team's answers and the customer's words on them, oldest first. Of very many the
 * first one and the newest stay, so that the beginning and the end of a story do.
 */
export function toArc({ post, followUps = [] }: Thread, replies: readonly Reply[]): StoryPart[] {
  const parts = [
    ...replies.map(({ id, handle, text, permalink, at }): StoryPart => ({
      id,
      from: 'team',
      handle,
      text: text.slice(0, TEXT_MAX),
      permalink,
      at,
    })),
    ...followUps.map((followUp): StoryPart => ({
      ...followUp,
      from: 'customer',
      handle: post.author.handle,
    })),
  ].sort((one, other) => one.at - other.at);
  return parts.length <= ARC_MAX
    ? parts
    : [...parts.slice(0, 1), ...parts.slice(parts.length - ARC_MAX + 1)];
}

/**
 * What a story keeps once more is known; null where nothing is new. What it has stays, though its thread may be gone or let
 * go in this browser.
 */
export function growArc({ arc = [] }: Story, parts: readonly StoryPart[]): StoryPart[] | null {
  const known = new Set(arc.map(({ id }) => id));
  const fresh = parts.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return null;
  const all = [...arc, ...fresh].sort((one, other) => one.at - other.at);
  if (all.length <= ARC_MAX) return all;
  const kept = [...all.slice(0, 1), ...all.slice(all.length - ARC_MAX + 1)];
  // Full of what is older or newer: nothing to tell again and again.
  return kept.every(({ id }) => known.has(id)) ? null : kept;
}
