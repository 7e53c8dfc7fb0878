const QUOTED_MAX = 3;
const LENGTH_MAX = 30;

/** Some words as they are quoted in a reason: “broken”, “still waiting”. */
export function quote(words: readonly string[]): string {
  return [...new Set(words)]
    .slice(0, QUOTED_MAX)
    .map((word) => `“${word.length > LENGTH_MAX ? `${word.slice(0, LENGTH_MAX)}…` : word}”`)
    .join(', ');
}
