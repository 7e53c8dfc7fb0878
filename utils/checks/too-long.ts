import type { Check } from './draft-check.ts';

export const checkTooLong: Check = (_draft, { length }) => {
  if (!length || length.limit === null || length.count <= length.limit) return null;
  return {
    id: 'too-long',
    level: 'warning',
    message: `Too long by ${length.count - length.limit} for this site: shorten it, or split it into a thread.`,
  };
};
