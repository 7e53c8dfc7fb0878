import type { Refusal } from '#utils/sync/wire.ts';

/**
 * Refuses one fact for good, with words for the person; the facts behind it still go through. To be thrown
 * before the fact has written anything.
 */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(code: Refusal['code'], message: string) {
    super(message);
    this.name = 'Refused';
    this.refusal = { code, message };
  }
}

/** The refusal of what names a record that is not there. */
export function notFound(what: string): Refused {
  return new Refused('not_found', `This ${what} is not in the team's records any more.`);
}
