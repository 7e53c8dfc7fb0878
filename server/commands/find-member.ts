import { StartError } from '../start-error.ts';
import type { Sql } from '../store/database.ts';
import { listMembers } from '../store/members.ts';

/** The id of the member that a name or an id means. Throws when there is none, or more than one. */
export async function findMember(sql: Sql, teamId: string, who: string): Promise<string> {
  const members = await listMembers(sql, teamId);
  const byId = members.find(({ id }) => id === who);
  if (byId) return byId.id;
  const named = members.filter(({ name }) => name.toLowerCase() === who.trim().toLowerCase());
  const [found] = named;
  if (!found)
    throw new StartError(`Nobody in the team is called ${who}. Run members to see who is.`);
  if (named.length === 1) return found.id;
  const ids = named.map(({ id }) => id).join(', ');
  throw new StartError(`${named.length} members are called ${who}. Give one of their ids: ${ids}`);
}
