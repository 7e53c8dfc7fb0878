import { findEmoji, hasEmoji } from '#utils/voice/emoji.ts';
import type { Check } from './draft-check.ts';

export const checkGuideEmoji: Check = (draft, { voice, post }) => {
  if (!voice) return null;
  const at = findEmoji(draft);
  if (at.length === 0) return null;
  if (voice.guide.emoji === 'never') {
    const message = 'The team’s guide does without emoji: leave them out.';
    return { id: 'guide-emoji', level: 'notice', message, at };
  }
  // As long as no lead has decided anything, an emoji more is nobody's fault.
  if (!voice.isDecided || !post || hasEmoji(post.text)) return null;
  const message = 'They use no emoji, and the team answers as they write: leave it out.';
  return { id: 'guide-emoji', level: 'notice', message, at };
};
