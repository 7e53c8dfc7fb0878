/** The most rows in one statement; 64 rows of a dozen columns stay below every engine's limit of parameters. */
const LENGTH_MAX = 64;

/**
 * Parts of a list for statements with a row for each: 64, 32, 16 … long, so that a list of any length needs only
 * seven texts, which are kept prepared.
 */
export function* inFewLengths<T>(items: readonly T[]): Generator<T[]> {
  let length = LENGTH_MAX;
  for (let from = 0; from < items.length; from += length) {
    while (length > items.length - from) length /= 2;
    yield items.slice(from, from + length);
  }
}
