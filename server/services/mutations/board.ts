import { saveDocument } from '#server/store/records.ts';
import type { Apply } from './apply.ts';
import { needLead } from './need-lead.ts';
import { removeNamed } from './remove-named.ts';

/** Which desks there are, when they work and what they promise is decided by leads and the owner. */
export const saveDesk: Apply<'desk.save'> = async ({ tx, teamId, touch }, actor, args) => {
  needLead(actor, 'desks');
  await saveDocument(tx, teamId, 'desk', args);
  touch('desk', args.id);
};

/** Ends a desk; threads that were routed to it count as routed to none. */
export const removeDesk: Apply<'desk.remove'> = async (write, actor, { id }) => {
  needLead(actor, 'desks');
  await removeNamed(write, 'desk', id);
};

/** The team's rules are made by leads and the owner. */
export const saveRouting: Apply<'routing.save'> = async ({ tx, teamId, touch }, actor, args) => {
  needLead(actor, 'routing');
  await saveDocument(tx, teamId, 'routing', args);
  touch('routing', args.id);
};

/** Whoever knows somebody who can help may say so. */
export const savePartner: Apply<'partner.save'> = async ({ tx, teamId, touch }, _by, args) => {
  await saveDocument(tx, teamId, 'partner', args);
  touch('partner', args.id);
};

export const removePartner: Apply<'partner.remove'> = async (write, _actor, { id }) =>
  removeNamed(write, 'partner', id);

/** Everybody who works on the board may keep a filter for all. */
export const saveBoardView: Apply<'view.save'> = async ({ tx, teamId, touch }, _by, args) => {
  await saveDocument(tx, teamId, 'view', args);
  touch('view', args.id);
};

export const removeBoardView: Apply<'view.remove'> = async (write, _actor, { id }) =>
  removeNamed(write, 'view', id);
