import type { Member } from '#utils/model/team.ts';
import type { Sql } from '../store/database.ts';
import { loadRecord } from '../store/records.ts';
import { ServiceError } from './service-error.ts';

/** A member who is in the team now. Throws `not_found`. */
export async function needMember(tx: Sql, teamId: string, memberId: string): Promise<Member> {
  const member = await loadRecord(tx, teamId, 'member', memberId);
  if (member) return member;
  throw new ServiceError('not_found', 'This teammate is not in the team any more. Look again.');
}
