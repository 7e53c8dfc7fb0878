import { toMood, toTone } from '#utils/replies/polarity.ts';
import { toSentences } from '#utils/text/sentences.ts';
import type { Check } from './draft-check.ts';

// Thanks are often bitter ("thanks for the delay"), and so is praise that goes on with one of these.
const THANKS =
  /\bthank(?:s| ?you)?\b|\bthx\b|\bty\b|\bshout ?outs?\b|\b(?:nice|good|great) job\b/giu;
const DOUBT =
  /[?？]|(?<!\p{L})(?:but|however|though|except|other than|only|wish|should|without|not?|un\p{L}+|never|nothing|hours?|wait(?:ed|ing)?|delay\p{L}*|cancel\p{L}*|los(?:e|t|ing)|managed|late|somehow|again|f[u*]+ck\p{L}*|aber|nicht|kein\p{L}*|pero|sin|mais|pas|sans|mas|não|sem|nunca)(?!\p{L})|けど|でも|ない/iu;

// A complaint that turned out well may be rejoiced over.
const TURNED_WELL =
  /\bthank|\bthx\b|\bshout ?out|\b(?:solved|resolved|fixed it|sorted|works (?:now|fine|well|great)|worth it|worr(?:y|ies)|grateful|great|amazing|awesome|love[ds]?|can['’]?t (?:beat|wait|thank)|(?:no|without) (?:issues?|problems?))\b|gelöst|danke|gracias|resuelto|merci|résolu|obrigad|resolvid|ありがとう|解決/iu;
// Said to anybody, pleased or not.
const COURTESY = /\byou(?:['’]re| are) (?:very |most )?welcome(?: to)?\b|\benjoy\b/giu;

/** Silent as soon as one sentence of the post sounds the other way: a mixed post may be answered either way. */
export const checkMood: Check = (draft, { post }) => {
  if (!post) return null;
  const mood = toMood(post.text);
  const tone = toTone(draft.replace(COURTESY, ' '));
  if (tone === 'plain' || mood === 'neutral') return null;
  const moods = new Set(toSentences(post.text).map((sentence) => toMood(sentence.text)));
  if (moods.has('pleased') && moods.has('displeased')) return null;
  if (mood === 'pleased' && tone === 'apology') {
    const isDoubtful =
      DOUBT.test(post.text) || toMood(post.text.replace(THANKS, ' ')) !== 'pleased';
    if (isDoubtful) return null;
    return {
      id: 'mood',
      level: 'warning',
      message: 'The customer sounds pleased, and the draft apologizes: thank them instead.',
    };
  }
  if (mood === 'displeased' && tone === 'cheer' && !TURNED_WELL.test(post.text)) {
    return {
      id: 'mood',
      level: 'warning',
      message: 'The customer sounds upset, and the draft is cheerful: speak to the problem first.',
    };
  }
  return null;
};
