/** What an answer must still say after its voice was changed. */

const ADDRESS = /(?:https?:\/\/|www\.)\S+/giu;
const NUMBER = /\d+(?:[.,:/-]\d+)*/gu;
const NEGATION =
  /(?<!\p{L})(?:not|no|never|nothing|none|nobody|neither|nor|without|cannot|nicht|nichts|nie|niemals|kein\p{L}{0,2}|ohne|ne|pas|jamais|rien|aucune?|sans|nunca|nada|ning[uú]n[oa]?|sin|não|nem|sem|non|mai|niente|senza|niet|geen|nooit|zonder)(?!\p{L})|n['’]t(?!\p{L})|ない|ません|なく|ず(?=に)/giu;

function countAll(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const found = [
    ...(text.match(ADDRESS) ?? []),
    ...(text.replace(ADDRESS, ' ').match(NUMBER) ?? []),
    ...(text.match(NEGATION) ?? []).map(() => 'negation'),
  ];
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Whether all numbers, addresses and negations of `before` are still in `after`. */
export function keepsMeaning(before: string, after: string): boolean {
  if (before === after) return true;
  const kept = countAll(after);
  return [...countAll(before)].every(([one, count]) => (kept.get(one) ?? 0) >= count);
}
