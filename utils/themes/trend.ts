import type { Trend } from './theme.ts';

/** Below so many posts in both periods together, whatever they say is chance. */
const FEW = 10;
/** As many standard errors apart as chance brings once in twenty. */
const APART = 2;

/**
 * Judges a count beside the count of the period before. The two differ if they are further apart than two numbers of
 * their size fall by chance; `all` are the counts of all posts, to see whether there simply is more of everything.
 */
export function toTrend(now: number, before: number, all: { now: number; before: number }): Trend {
  const withAll = isAsAll(now, before, all);
  if (now + before < FEW) return { now, before, direction: 'few', withAll };
  const apart = (now - before) / Math.sqrt(now + before);
  if (Math.abs(apart) < APART) return { now, before, direction: 'unclear', withAll };
  const up = before === 0 ? 'new' : 'up';
  return { now, before, direction: apart > 0 ? up : 'down', withAll };
}

function isAsAll(now: number, before: number, all: { now: number; before: number }): boolean {
  const total = now + before;
  const posts = all.now + all.before;
  if (total === 0 || posts === 0) return true;
  const expected = all.now / posts;
  const error = Math.sqrt(total * expected * (1 - expected));
  return Math.abs(now - total * expected) <= APART * error;
}

/** A trend in words, such as "40, up from 20". */
export function toTrendWords({ now, before, direction, withAll }: Trend): string {
  const asAll = withAll ? ', as posts overall' : '';
  switch (direction) {
    case 'few':
      return `${now}, ${before} before: too few to say more`;
    case 'new':
      return `${now}, none before${asAll}`;
    case 'up':
      return `${now}, up from ${before}${asAll}`;
    case 'down':
      return `${now}, down from ${before}${asAll}`;
    case 'unclear':
      return `${now}, ${before} before: no clear change`;
  }
}
