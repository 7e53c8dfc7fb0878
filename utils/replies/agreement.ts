/**
 * Which past answers to propose. The words of one past post are weak evidence; that the answers to many similar
 * posts agree is strong. Chosen is the set whose best member is expected to be nearest to the answer that is
 * wanted, if that answer is like one of the candidates, each as likely as its post is similar.
 */
import { toDice, type Features } from '#utils/text/similarity.ts';

export interface Candidate {
  /** Words and word pairs of the answer. */
  features: Features;
  /** How similar its post is to the present one, above 0. */
  weight: number;
}

export interface Pick {
  /** Position in the list of candidates. */
  index: number;
  /** Weighted mean likeness of the other candidates to this one, 0…1. */
  support: number;
}

// An answer may not vote fully for itself, or the nearest post would always win (set on held-out data).
const OWN_VOTE = 0.5;

function toLikeness(candidates: readonly Candidate[]): number[][] {
  const likeness = candidates.map(() => candidates.map(() => OWN_VOTE));
  for (const [row, one] of candidates.entries()) {
    for (let column = 0; column < row; column += 1) {
      const other = candidates[column];
      const value = other ? toDice(one.features, other.features) : 0;
      (likeness[row] as number[])[column] = value;
      (likeness[column] as number[])[row] = value;
    }
  }
  return likeness;
}

/** At most `count` of `candidates`, best first; each adds what the ones before it leave uncovered. */
export function pickByAgreement(candidates: readonly Candidate[], count: number): Pick[] {
  const likeness = toLikeness(candidates);
  const total = candidates.reduce((sum, candidate) => sum + candidate.weight, 0);
  const covered = candidates.map(() => 0);
  const picks: Pick[] = [];
  const left = new Set(candidates.keys());
  while (picks.length < count && left.size > 0) {
    let best = -1;
    let bestGain = -1;
    for (const index of left) {
      let gain = 0;
      for (const [at, other] of candidates.entries()) {
        const more = (likeness[index]?.[at] ?? 0) - (covered[at] ?? 0);
        if (more > 0) gain += other.weight * more;
      }
      if (gain > bestGain) [best, bestGain] = [index, gain];
    }
    left.delete(best);
    const own = candidates[best]?.weight ?? 0;
    let support = 0;
    for (const [at, other] of candidates.entries()) {
      const like = likeness[best]?.[at] ?? 0;
      covered[at] = Math.max(covered[at] ?? 0, like);
      if (at !== best) support += other.weight * like;
    }
    // What is picked is covered, or its copies would gain by covering it once more.
    covered[best] = 1;
    picks.push({ index: best, support: total > own ? support / (total - own) : 0 });
  }
  return picks;
}
