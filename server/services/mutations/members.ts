import { saveMember } from '#server/store/members.ts';
import { isLead } from '../actor.ts';
import type { Apply } from './apply.ts';
import { notFound, Refused } from './refused.ts';

/** People change their own name and handles; leads and the owner those of others too. The role stays. */
export const updateMember: Apply<'member.update'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  if (args.id !== actor.memberId && !isLead(actor)) {
    throw new Refused(
      'forbidden',
      'Only a lead or the owner can change a teammate. Ask one of them.',
    );
  }
  const known = await write.load('member', args.id);
  if (!known) throw notFound('teammate');
  await saveMember(tx, teamId, { ...known, name: args.name, handles: args.handles });
  touch('member', args.id);
};
