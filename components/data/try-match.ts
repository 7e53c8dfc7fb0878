import type { TryMatch } from '#components/settings/options-props.ts';
import { createBrandMatcher } from '#utils/spotting/brand-matcher.ts';

/** Runs the real matcher on a sentence with one brand as it is being edited. */
export const tryMatch: TryMatch = (text, brand) => {
  const matcher = createBrandMatcher([brand]);
  const [match] = matcher.match({ text });
  if (!match) return { matches: [], reason: 'Nothing here would be marked.' };
  const matches = matcher.findAll(text).map(({ start, end }) => ({ start, end, sure: match.sure }));
  const { sure, reason } = match;
  return { matches, reason: sure ? `Marked because of ${reason}.` : `Unsure: ${reason}.` };
};
