import type { Match } from './brand.ts';

const START = 'Confirmed by';

/** A match after a person said that it is about the brand; `name`: who, where it is known. */
export function toConfirmed(match: Match, name = 'a teammate'): Match {
  return { ...match, sure: true, reason: `${START} ${name}` };
}

/** Whether a person said that it is about the brand. */
export function isConfirmed({ sure, reason }: Match): boolean {
  return sure && reason.startsWith(`${START} `);
}
