import type { Mutation, Refusal } from '#utils/sync/wire.ts';
import { loadRecord } from '../store/records.ts';
import { takeSighting } from '../store/sightings.ts';
import type { Actor } from './actor.ts';
import type { TeamWrite } from './team-write.ts';

/** More new mentions than a person reads in an hour. */
export const SIGHTINGS_PER_HOUR = 300;

/**
 * Refuses threads beyond what one device may report (reliability.md T11): a page can invent as many posts as it
 * likes, and a team must not drown in them. Known threads are not counted; null: go on.
 */
export async function refuseFlood(
  { tx, teamId }: TeamWrite,
  { deviceId }: Actor,
  mutation: Mutation,
  perHour = SIGHTINGS_PER_HOUR,
): Promise<Refusal | null> {
  if (mutation.kind !== 'thread.see') return null;
  if ((await loadRecord(tx, teamId, 'thread', mutation.args.id)) !== null) return null;
  if (await takeSighting(tx, teamId, deviceId, perHour)) return null;
  return {
    code: 'too_many',
    message: `This browser reports more than ${perHour} new mentions an hour. Narrow the brand's names, or look at the page that shows so many; later ones are taken in again.`,
  };
}
