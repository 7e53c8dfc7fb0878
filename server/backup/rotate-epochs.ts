import { randomUUID } from 'node:crypto';
import { insertAudit } from '../store/audit.ts';
import { leapFences } from '../store/claims.ts';
import type { Sql } from '../store/database.ts';
import { freeSightings } from '../store/sightings.ts';
import { listTeams, updateEpoch } from '../store/teams.ts';

/**
 * Says in every team that its history was replaced, so that browsers load the state again and send what they had
 * done since (reliability.md §4.5), and that no fence of the lost history is given again.
 */
export async function rotateEpochs(tx: Sql): Promise<void> {
  await freeSightings(tx);
  for (const { id } of await listTeams(tx)) {
    await updateEpoch(tx, id, randomUUID());
    await leapFences(tx, id);
    await insertAudit(tx, id, null, 'team.restored', id);
  }
}
