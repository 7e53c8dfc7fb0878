/** What writers appended to a team's history, and what readers saw of it. */
export interface Appends {
  /** By writer, in the order of writing: those that were acknowledged. */
  acknowledged: ReadonlyMap<string, readonly string[]>;
  /** Written, but the answer was lost: there or not. */
  unsure: ReadonlySet<string>;
  /** By reader, what it pulled, in the order of pulling, from the beginning. */
  read: ReadonlyMap<string, readonly string[]>;
}

/** Lost, doubled, invented or reordered appends; readers that disagree. Elle's list-append, for one list. */
export function judgeAppends({ acknowledged, unsure, read }: Appends): string[] {
  const found: string[] = [];
  const longest = [...read.values()].reduce<readonly string[]>(
    (one, other) => (other.length > one.length ? other : one),
    [],
  );
  const place = new Map(longest.map((id, index) => [id, index]));
  if (place.size < longest.length) found.push('something was appended twice');
  for (const [reader, list] of read) {
    const at = list.findIndex((id, index) => id !== longest[index]);
    if (at >= 0) found.push(`${reader} read ${list[at]} where others read ${longest[at]}`);
  }
  const known = new Set(unsure);
  for (const [writer, list] of acknowledged) {
    let last = -1;
    for (const id of list) {
      known.add(id);
      const at = place.get(id);
      if (at === undefined) found.push(`${id} of ${writer} is lost`);
      else if (at < last) found.push(`${id} of ${writer} overtook an earlier one`);
      else last = at;
    }
  }
  const invented = longest.filter((id) => !known.has(id));
  if (invented.length > 0) found.push(`nobody appended ${invented.join(', ')}`);
  return found;
}
