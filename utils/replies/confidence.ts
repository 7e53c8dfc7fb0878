/** What speaks for a past reply; every figure is free of the brand, its words and the library's size. */
export interface ReplyEvidence {
  /** How far the answers to similar posts agree with it, 0…1. */
  support: number;
  /** Which part of the post's telling words the most similar past post shares, 0…1. */
  topMatch: number;
  /** Words and word pairs of the answer: two long texts are seldom alike. */
  features: number;
}

/** What speaks for a snippet, in telling words. */
export interface SnippetEvidence {
  /** Words that it shares with title, tags and example questions. */
  inKeys: number;
  /** Words that it shares with the answer itself only. */
  inText: number;
  /** Which part of its best title, tag or example question the post has, 0…1. */
  coverage: number;
}

/** Nothing is shown unless the best suggestion reaches this. */
export const CONFIDENCE_MIN = 0.21;
/** Further suggestions beside a good one need only this: people choose among them. */
export const COMPANION_MIN = 0.1;

// Logistic regression on 10,800 answers to held-out posts of three brands, from libraries of 50, 1,000 and 10,000 replies;
// each brand was also predicted from the other two (docs/replies.md).
const INTERCEPT = 2.34;
const SUPPORT = 2.48;
const SUPPORT_FLOOR = 0.02;
const TOP_MATCH = 0.72;
const FEATURES = -0.17;

/** The chance, 0…1, that the reply is near in words to the one the team would send. */
export function toReplyConfidence({ support, topMatch, features }: ReplyEvidence): number {
  const odds =
    INTERCEPT +
    SUPPORT * Math.log(SUPPORT_FLOOR + support) +
    TOP_MATCH * topMatch +
    FEATURES * Math.log(1 + features);
  return 1 / (1 + Math.exp(-odds));
}

const TEXT_WORTH = 0.25;
const ENOUGH_WORDS = 2;

/**
 * 0…1 on the same scale. Not a measured chance, as nobody has labeled snippets: set so that a whole tag, or two telling
 * words in common with what the snippet says it is for, passes the threshold; words of its text alone never do.
 */
export function toSnippetConfidence({ inKeys, inText, coverage }: SnippetEvidence): number {
  const words = inKeys + TEXT_WORTH * Math.min(inText, inKeys);
  return (1 - Math.exp(-words / ENOUGH_WORDS)) * (0.15 + 0.55 * Math.min(1, coverage));
}
