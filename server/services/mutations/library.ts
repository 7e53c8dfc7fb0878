import { GUIDE_ID } from '#utils/model/default-guide.ts';
import { changeLibraryEntry, countUse } from '#utils/model/library.ts';
import { readNow } from '#server/store/database.ts';
import { saveDocument } from '#server/store/records.ts';
import { isLead } from '../actor.ts';
import type { Apply } from './apply.ts';
import { needLead } from './need-lead.ts';
import { refuseErased } from './refuse-erased.ts';
import { notFound } from './refused.ts';
import { removeNamed } from './remove-named.ts';

/**
 * Anybody in the team adds to the library; who wrote an entry first stays its author. Where leads approve, what others
 * add or rewrite waits for one.
 */
export const saveLibraryEntry: Apply<'library.save'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  await refuseErased(write, { postKey: args.id });
  const known = await write.load('library', args.id);
  // An entry that lives was never such a copy.
  if (!known) await refuseErased(write, { copyOf: args.id });
  const guide = await write.load('guide', GUIDE_ID);
  const entry = changeLibraryEntry(known, args, {
    memberId: actor.memberId,
    at: await readNow(tx),
    needsApproval: guide?.approval === 'lead' && !isLead(actor),
  });
  await saveDocument(tx, teamId, 'library', entry);
  touch('library', args.id);
};

/** What is suggested to everybody is decided by leads and the owner. */
export const setLibraryState: Apply<'library.setState'> = async (write, actor, { id, state }) => {
  needLead(actor, 'what the library suggests');
  const { tx, teamId, touch } = write;
  const known = await write.load('library', id);
  if (!known) throw notFound('entry');
  await saveDocument(tx, teamId, 'library', { ...known, state });
  touch('library', id);
};

/** Counts how a suggestion fared. An entry that is gone by now has nothing to learn from it. */
export const useLibraryEntry: Apply<'library.use'> = async (write, _actor, args) => {
  const { tx, teamId, touch } = write;
  const known = await write.load('library', args.id);
  if (!known) return;
  const uses = countUse(known.uses, args, await readNow(tx));
  await saveDocument(tx, teamId, 'library', { ...known, uses });
  touch('library', args.id);
};

/** The counts of an entry start anew. */
export const forgetLibraryUses: Apply<'library.forgetUses'> = async (write, actor, { id }) => {
  needLead(actor, 'what was learned from use');
  const { tx, teamId, touch } = write;
  const known = await write.load('library', id);
  if (!known?.uses) return;
  const { uses: _forgotten, ...entry } = known;
  await saveDocument(tx, teamId, 'library', entry);
  touch('library', id);
};

/** Takes an entry out of the library, for everybody. */
export const removeLibraryEntry: Apply<'library.remove'> = async (write, _actor, { id }) =>
  removeNamed(write, 'library', id);
