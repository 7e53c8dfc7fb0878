import type { Role } from '#utils/model/team.ts';

/** Who acts, as the token says; never taken from a request's body. */
export interface Actor {
  teamId: string;
  memberId: string;
  deviceId: string;
  role: Role;
}

/** Leads and the owner decide for others. */
export function isLead(actor: Actor): boolean {
  return actor.role === 'lead' || actor.role === 'owner';
}
