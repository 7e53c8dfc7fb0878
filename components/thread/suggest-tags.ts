/** As many are offered. */
const OFFERED = 5;

/** Known tags all of whose words a post holds, in the order given, without those that are there. */
export function suggestTags(
  known: readonly string[],
  text: string,
  has: readonly string[],
): string[] {
  const words = new Set(toWords(text));
  const taken = new Set(has.map((tag) => tag.toLocaleLowerCase()));
  return known
    .filter((tag) => {
      const parts = toWords(tag);
      return (
        !taken.has(tag.toLocaleLowerCase()) &&
        parts.length > 0 &&
        parts.every((part) => words.has(part))
      );
    })
    .slice(0, OFFERED);
}

function toWords(text: string): string[] {
  return text.toLocaleLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
