/** Who is said to have done something once their record is gone: what they did stays, under a name nobody else has. */
export const FORMER_TEAMMATE = 'A former teammate';

/** The name of a member who did something in the past, by the names of those who are in the team now. */
export function toPastName(names: Readonly<Record<string, string>>, memberId: string): string {
  return names[memberId] ?? FORMER_TEAMMATE;
}

/** Who wrote a reply. Its public handle where that was nobody of the team, or somebody who works without one. */
export function toReplier(
  names: Readonly<Record<string, string>>,
  { memberId, handle }: { memberId: string | null; handle: string },
): string {
  return memberId === null || memberId === '' ? handle : toPastName(names, memberId);
}
