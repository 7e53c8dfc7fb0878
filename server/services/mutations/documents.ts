import { changeTeamSite } from '#utils/model/team-site.ts';
import { saveDocument } from '#server/store/records.ts';
import { readNow } from '#server/store/database.ts';
import type { Apply } from './apply.ts';
import { needLead } from './need-lead.ts';
import { removeNamed } from './remove-named.ts';

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
  await removeNamed(write, 'site', id);
};

/** Stops watching for a brand; its mentions stay. */
export const removeBrand: Apply<'brand.remove'> = async (write, actor, { id }) => {
  needLead(actor, 'brands');
  await removeNamed(write, 'brand', id);
};
