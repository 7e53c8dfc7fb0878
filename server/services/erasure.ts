import type { EraseRequest } from '#utils/sync/wire-access.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit, replaceAuditTarget } from '../store/audit.ts';
import { dropHistory } from '../store/changes.ts';
import { removePicture } from '../store/pictures.ts';
import { deleteRecord, loadRecord, saveDocument } from '../store/records.ts';
import { listReplyIds } from '../store/replies.ts';
import { suppress } from '../store/suppressed.ts';
import { dropWaitingWords } from '../store/webhooks.ts';
import { updateThreadFollowUps, updateThreadReading } from '../store/threads.ts';
import { needLead, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';
import { findTraces, findWanted, isPartOf } from './erasure-traces.ts';
import { writeTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';
import { isTelling } from './told-words.ts';

type Context = Pick<ServerContext, 'store' | 'hub'>;
type By = { memberId: string | null; deviceId: string | null };
/** A part of an erasure; how many records are gone by it. */
type Step = (write: TeamWrite) => Promise<number>;

/** Posts, entries, quotes or words that one transaction sees to. */
const CHUNK = 50;

/**
 * Erases a post, or all of an author on a site, for good: the records, every word of them in the history, quotes of
 * them, library entries that carry their words; and sees to it that they are not taken in again. For leads and the
 * owner. How many records are gone. Cut off in the middle, it is finished by asking again.
 */
export async function erase(
  context: Context,
  asking: Actor,
  request: EraseRequest,
): Promise<{ erased: number }> {
  const { teamId, memberId, deviceId } = asking;
  const hash = await writeAccess(context, asking, async (write, actor) => {
    needLead(actor, 'have something erased');
    return begin(write, actor.memberId, request);
  });
  return { erased: await finish(context, teamId, { memberId, deviceId }, request, hash) };
}

/** As `erase`, from the server's own command line. */
export async function eraseFromConsole(
  context: Context,
  teamId: string,
  request: EraseRequest,
): Promise<{ erased: number }> {
  const by = { memberId: null, deviceId: null };
  const hash = await writeTeam(context, teamId, by, (write) => begin(write, null, request));
  return { erased: await finish(context, teamId, by, request, hash) };
}

/** Before anything is looked for, so that nothing comes in behind the search; the hash of what is asked for. */
async function begin(
  { tx, teamId }: TeamWrite,
  memberId: string | null,
  request: EraseRequest,
): Promise<string> {
  const hash = await suppress(tx, teamId, request);
  await insertAudit(tx, teamId, memberId, 'record.erased', hash);
  // Whoever is quoted in what waits is not looked for: it is a handful, and can be sent again.
  await dropWaitingWords(tx, teamId);
  return hash;
}

/** The posts go last: cut off before, what carries their words elsewhere is found by them once more. */
async function finish(
  context: Context,
  teamId: string,
  by: By,
  request: EraseRequest,
  hash: string,
): Promise<number> {
  const { store } = context;
  const wanted = await findWanted(store, teamId, request, hash);
  // Before others' posts are looked through, so that none comes in with a quote behind the search.
  await take(
    context,
    teamId,
    by,
    wanted.words.map((words) => (write: TeamWrite) => barWords(write, words)),
  );
  const traces = await findTraces(store, teamId, request, wanted);
  const erased = await take(context, teamId, by, [
    ...traces.library.map((id) => (write: TeamWrite) => eraseRecord(write, 'library', id)),
    ...traces.quoting.map(
      ({ kind, id }) =>
        (write: TeamWrite) =>
          dropQuote(write, kind, id),
    ),
    ...traces.holding.map(
      ({ kind, id }) =>
        (write: TeamWrite) =>
          dropParts(write, kind, id, wanted.posts, request),
    ),
    ...traces.outgrown.map(
      ({ kind, id }) =>
        (write: TeamWrite) =>
          dropVersions(write, kind, id),
    ),
    ...[...wanted.posts].map((key) => (write: TeamWrite) => erasePost(write, key)),
  ]);
  await store.scrub?.();
  return erased;
}

/** Takes steps in chunks; how many records are gone by them. */
async function take(
  context: Context,
  teamId: string,
  by: By,
  steps: readonly Step[],
): Promise<number> {
  let erased = 0;
  for (let start = 0; start < steps.length; start += CHUNK) {
    erased += await writeTeam(context, teamId, by, async (write) => {
      let gone = 0;
      for (const step of steps.slice(start, start + CHUNK)) gone += await step(write);
      return gone;
    });
  }
  return erased;
}

/** So that no quote of the words is taken in again; what many people write stays free. */
async function barWords({ tx, teamId }: TeamWrite, words: string): Promise<number> {
  if (isTelling(words)) await suppress(tx, teamId, { words });
  return 0;
}

/** All records that hang on one post, whichever of them there are. */
async function erasePost(write: TeamWrite, postKey: string): Promise<number> {
  const { tx, teamId } = write;
  let gone = 0;
  const replyIds = await listReplyIds(tx, teamId, postKey);
  const thread = await write.load('thread', postKey);
  for (const { id } of thread?.followUps ?? []) await suppress(tx, teamId, { postKey: id });
  for (const id of [...replyIds, postKey]) {
    // Also the replies, whose copies for the library would bring the question back.
    const hash = await suppress(tx, teamId, { postKey: id });
    await replaceAuditTarget(tx, teamId, id, hash);
    gone += await eraseRecord(write, 'reply', id);
    gone += await eraseRecord(write, 'library', id);
  }
  await removePicture(tx, teamId, postKey);
  gone += await eraseRecord(write, 'story', postKey);
  gone += await eraseRecord(write, 'thread', postKey);
  return gone;
}

async function eraseRecord(
  { tx, teamId, touch }: TeamWrite,
  kind: RecordKind,
  id: string,
): Promise<number> {
  const was = await deleteRecord(tx, teamId, kind, id);
  if (was === 'unknown') return 0;
  await dropHistory(tx, teamId, kind, id);
  touch(kind, id, 'erase');
  return was === 'living' ? 1 : 0;
}

/** Somebody else's post stays, without what it quotes; so no record is gone. */
async function dropQuote(
  write: TeamWrite,
  kind: 'thread' | 'story',
  postKey: string,
): Promise<number> {
  const { tx, teamId } = write;
  const record = await loadRecord(tx, teamId, kind, postKey);
  // A story that somebody removed has its words until its tombstone goes.
  if (!record) return kind === 'story' ? eraseRecord(write, kind, postKey) : 0;
  if (record.post.quoted) {
    const { quoted, ...post } = record.post;
    // Often a part of the words alone, which would not be known again by the whole.
    await barWords(write, quoted.text);
    if ('match' in record) {
      await updateThreadReading(tx, teamId, postKey, { post, match: record.match });
    } else {
      await saveDocument(tx, teamId, 'story', { ...record, post });
    }
  }
  return dropVersions(write, kind, postKey);
}

/** Somebody else's thread or story stays, without the posts in it that go. */
async function dropParts(
  write: TeamWrite,
  kind: 'thread' | 'story',
  id: string,
  posts: ReadonlySet<string>,
  request: EraseRequest,
): Promise<number> {
  const { tx, teamId, touch } = write;
  const isGone = (part: { id: string; handle?: string }, site: string) =>
    posts.has(part.id) || isPartOf(part, site, request);
  const forget = async (part: { id: string }) => {
    await suppress(tx, teamId, { postKey: part.id });
    // By this name browsers find what they have told of it themselves.
    touch('reply', part.id, 'erase');
  };
  if (kind === 'thread') {
    const thread = await write.load('thread', id);
    if (!thread) return 0;
    const { followUps = [], post } = thread;
    for (const part of followUps) if (isGone(part, post.site)) await forget(part);
    const kept = followUps.filter((part) => !isGone(part, post.site));
    await updateThreadFollowUps(tx, teamId, id, kept);
  } else {
    const story = await write.load('story', id);
    // One that somebody removed has its words until its tombstone goes.
    if (!story) return eraseRecord(write, 'story', id);
    const { arc = [], post } = story;
    for (const part of arc) if (isGone(part, post.site)) await forget(part);
    const kept = arc.filter((part) => !isGone(part, post.site));
    await saveDocument(tx, teamId, 'story', { ...story, arc: kept });
  }
  return dropVersions(write, kind, id);
}

/** A record stays as it stands now, without what it was before; so none is gone. */
async function dropVersions(write: TeamWrite, kind: RecordKind, id: string): Promise<number> {
  const { tx, teamId, touch } = write;
  const entry = kind === 'library' ? await loadRecord(tx, teamId, kind, id) : null;
  // One that somebody removed has its earlier words until its tombstone goes.
  if (kind === 'library' && !entry) return eraseRecord(write, kind, id);
  if (entry?.earlier) {
    const { earlier: _dropped, ...rest } = entry;
    await saveDocument(tx, teamId, 'library', rest);
  }
  await dropHistory(tx, teamId, kind, id);
  touch(kind, id);
  return 0;
}
