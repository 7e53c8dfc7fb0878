import { readNow } from '#server/store/database.ts';
import { saveDocument } from '#server/store/records.ts';
import type { Apply } from './apply.ts';
import { needLead } from './need-lead.ts';

/** How the team answers is decided by leads and the owner. */
export const saveGuide: Apply<'guide.save'> = async ({ tx, teamId, touch }, actor, args) => {
  needLead(actor, 'the reply guide');
  const guide = { ...args, changedBy: actor.memberId, changedAt: await readNow(tx) };
  await saveDocument(tx, teamId, 'guide', guide);
  touch('guide', args.id);
};
