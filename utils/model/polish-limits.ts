/** Figures of polishing, apart from the schemas: views load them without the validator. */
import type { PolishStatus } from './polish.ts';

/** Longest post that is sent, characters. */
export const POLISH_POST_MAX = 20_000;
/** Drafts that are worked on at once, characters in all: three long replies. */
export const POLISH_DRAFTS_MAX = 6_000;
/** Longest answer that is taken, characters. */
export const POLISHED_MAX = 10_000;

/** How it stands where no model is switched on. */
export const noModel: PolishStatus = { isOn: false, tokensADay: 0, tokensLeft: 0, resetsAt: 0 };
