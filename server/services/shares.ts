import { mayLeave } from '#utils/model/may-leave.ts';
import type { Story } from '#utils/model/story.ts';
import type { Share, SharedCollection, ShareRequest } from '#utils/sync/wire-stories.ts';
import { createId, createSecret, hashSecret, parseTeamId } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { listStoriesIn, loadRecord } from '../store/records.ts';
import { findOpenShare, insertShare, listOpenShares, revokeShare } from '../store/shares.ts';
import { needLead, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';

/** Stories of one shared page. */
const SHARED_MAX = 500;

/**
 * A link by which anybody reads a collection until it ends; for leads and the owner. The token stands behind `#`, so that
 * it is in no log of any server on the way. Only its hash is kept.
 */
export async function shareCollection(
  context: Pick<ServerContext, 'store' | 'hub' | 'publicUrl'>,
  asking: Actor,
  { collectionId, days, onlyGranted }: ShareRequest,
): Promise<{ share: Share; link: string }> {
  return writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, 'share stories outside the team');
    if (!(await loadRecord(tx, teamId, 'collection', collectionId))) {
      throw new ServiceError('not_found', 'The team has no such collection.');
    }
    const token = createSecret(teamId);
    const share = await insertShare(tx, teamId, {
      id: createId(),
      tokenHash: hashSecret(token),
      collectionId,
      onlyGranted,
      createdBy: actor.memberId,
      days,
    });
    await insertAudit(tx, teamId, actor.memberId, 'share.created', share.id);
    return { share, link: `${context.publicUrl()}/stories#${token}` };
  });
}

/** The links that still lead somewhere; their tokens are told nobody again. */
export async function listShares(
  { store }: Pick<ServerContext, 'store'>,
  { teamId }: Actor,
): Promise<Share[]> {
  return listOpenShares(store, teamId);
}

/** Ends a link at once; for leads and the owner. One that has ended already is as wanted. */
export async function endShare(
  context: Pick<ServerContext, 'store' | 'hub'>,
  asking: Actor,
  id: string,
): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needLead(actor, 'end such a link');
    if (await revokeShare(tx, teamId, id)) {
      await insertAudit(tx, teamId, actor.memberId, 'share.revoked', id);
    }
  });
}

/**
 * What a link shows now: the stories of its collection, read anew each time, so that what is erased, withdrawn or taken
 * out is gone at once. Nothing of what the team wrote of them. Throws `not_found` in the same words whatever is wrong.
 */
export async function readShared(
  { store }: Pick<ServerContext, 'store'>,
  token: string,
): Promise<SharedCollection> {
  const teamId = parseTeamId(token);
  const share = teamId && (await findOpenShare(store, teamId, hashSecret(token)));
  const collection =
    teamId && share && (await loadRecord(store, teamId, 'collection', share.collectionId));
  if (!teamId || !share || !collection) {
    throw new ServiceError('not_found', 'This link has ended. Ask whoever gave it to you.');
  }
  const stories = await listStoriesIn(store, teamId, collection.id);
  const shown = stories
    .filter((story) => (share.onlyGranted ? story.permission === 'granted' : mayLeave(story)))
    .sort((one, other) => other.savedAt - one.savedAt);
  return {
    name: collection.name,
    expiresAt: share.expiresAt,
    total: shown.length,
    stories: shown.slice(0, SHARED_MAX).map(toShared),
  };
}

function toShared({ post, arc = [] }: Story): SharedCollection['stories'][number] {
  const { site, author, title, text, permalink, time, lang } = post;
  return {
    site,
    author: author.name ?? author.handle,
    handle: author.handle,
    ...(title === undefined ? {} : { title }),
    text,
    permalink,
    time,
    ...(lang === undefined ? {} : { lang }),
    arc: arc.map(({ from, text: words }) => ({ from, text: words })),
  };
}
