import { toPostKey } from '#utils/model/post-key.ts';
import { changeTeamSite } from '#utils/model/team-site.ts';
import { removeDocument, saveDocument } from '#server/store/records.ts';
import type { DocumentKind } from '#server/store/records.ts';
import { readNow } from '#server/store/database.ts';
import { isLead } from '../actor.ts';
import type { Actor } from '../actor.ts';
import type { TeamWrite } from '../team-write.ts';
import type { Apply } from './apply.ts';
import { needKeepable, refuseErased } from './refuse-erased.ts';
import { Refused } from './refused.ts';

/** One post is one story: who saved it first stays, later saves change what people added. */
export const saveStory: Apply<'story.save'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  if (toPostKey(args.post) !== args.id) {
    throw new Refused('invalid', 'A story carries the key of its post.');
  }
  const post = await needKeepable(write, args.post);
  const known = await write.load('story', args.id);
  const { note, tags, permission } = args;
  const story = known
    ? { ...known, note, tags, permission }
    : { ...args, post, savedBy: actor.memberId, savedAt: await readNow(tx) };
  await saveDocument(tx, teamId, 'story', story);
  touch('story', args.id);
};

/** Anybody in the team adds to the library; who wrote an entry first stays its author. */
export const saveLibraryEntry: Apply<'library.save'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  await refuseErased(write, { postKey: args.id });
  const known = await write.load('library', args.id);
  // An entry that lives was never such a copy.
  if (!known) await refuseErased(write, { copyOf: args.id });
  const memberId = known ? known.memberId : actor.memberId;
  await saveDocument(tx, teamId, 'library', { ...args, memberId });
  touch('library', args.id);
};

/** What the team watches for is decided by leads and the owner. */
export const saveBrand: Apply<'brand.save'> = async ({ tx, teamId, touch }, actor, args) => {
  needLead(actor, 'brands');
  await saveDocument(tx, teamId, 'brand', args);
  touch('brand', args.id);
};

/** How a site is read is mended and taught by leads and the owner. */
export const saveSite: Apply<'site.save'> = async (write, actor, args) => {
  needLead(actor, 'how a site is read');
  const { tx, teamId, touch } = write;
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  const site = changeTeamSite(await write.load('site', args.id), args, by);
  await saveDocument(tx, teamId, 'site', site);
  touch('site', args.id);
};

/** Goes back to how Hearback reads the site by itself. */
export const removeSite: Apply<'site.remove'> = async (write, actor, { id }) => {
  needLead(actor, 'how a site is read');
  await remove(write, 'site', id);
};

/** Takes a story out, for everybody. */
export const removeStory: Apply<'story.remove'> = async (write, _actor, { id }) =>
  remove(write, 'story', id);

/** Takes an entry out of the library, for everybody. */
export const removeLibraryEntry: Apply<'library.remove'> = async (write, _actor, { id }) =>
  remove(write, 'library', id);

/** Stops watching for a brand; its mentions stay. */
export const removeBrand: Apply<'brand.remove'> = async (write, actor, { id }) => {
  needLead(actor, 'brands');
  await remove(write, 'brand', id);
};

/** Removing what is gone already is what was wanted, not a fault. */
async function remove({ tx, teamId, touch }: TeamWrite, kind: DocumentKind, id: string) {
  if (await removeDocument(tx, teamId, kind, id)) touch(kind, id);
}

function needLead(actor: Actor, what: string): void {
  if (isLead(actor)) return;
  throw new Refused('forbidden', `Only a lead or the owner can change ${what}. Ask one of them.`);
}
