import { MessageError } from '#utils/messages/answer.ts';
import type { SyncEngine } from '#utils/sync/engine.ts';
import { TeamError } from '#utils/sync/team-client.ts';
import type { TeamClient } from '#utils/sync/team-client.ts';

/** Passes the server's own words on to people. */
export async function withWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof TeamError) throw new MessageError(error.code, error.message);
    throw error;
  }
}

/** The calls of this browser's team; refused in words without one. */
export async function needTeam(engine: Pick<SyncEngine, 'client'>): Promise<TeamClient> {
  const client = await engine.client();
  if (!client) throw new MessageError('alone', 'Join a team first.');
  return client;
}
