/** Words and pairs of neighbors of a text, for comparing it with many others. */
export type Features = ReadonlySet<string>;

/** Every word and every two neighboring words once. */
export function toFeatures(words: readonly string[]): Features {
  const features = new Set(words);
  for (let at = 1; at < words.length; at += 1) features.add(`${words[at - 1]} ${words[at]}`);
  return features;
}

/** Dice coefficient, 0 (nothing in common) … 1 (the same); two empty sets have nothing in common. */
export function toDice(a: Features, b: Features): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const feature of small) if (large.has(feature)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
