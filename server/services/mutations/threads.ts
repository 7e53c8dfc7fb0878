import { addFollowUp } from '#utils/model/follow-up.ts';
import { toConfirmed } from '#utils/model/confirmed.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import { changeLabel } from '#utils/model/triage.ts';
import { releaseClaim } from '#server/store/claims.ts';
import { toStorable } from '#server/store/storable.ts';
import {
  insertThread,
  updateThreadFollowUps,
  updateThreadLabel,
  updateThreadOutcome,
  updateThreadReading,
} from '#server/store/threads.ts';
import { readNow } from '#server/store/database.ts';
import type { TeamWrite } from '../team-write.ts';
import { needKeepable, refuseErased } from './refuse-erased.ts';
import { notFound, Refused } from './refused.ts';
import type { Apply } from './apply.ts';

/** A mention was read on a page. The first to see it stays; a fuller reading replaces a poorer one. */
export const seeThread: Apply<'thread.see'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  const { id, match } = args;
  if (toPostKey(args.post) !== id) {
    throw new Refused('invalid', 'A thread carries the key of its post.');
  }
  if (args.post.promoted) throw new Refused('invalid', 'Advertisements are not kept as mentions.');
  const post = await needKeepable(write, args.post);
  const known = await write.load('thread', id);
  if (!known) {
    await insertThread(tx, teamId, { id, post, match, seenBy: actor.memberId });
    touch('thread', id);
    return;
  }
  const isFuller = isFullerReading(known.post, post);
  const isSurer = !known.match.sure && match.sure;
  if (!isFuller && !isSurer) return;
  await updateThreadReading(tx, teamId, id, {
    post: isFuller ? post : known.post,
    match: isSurer ? match : known.match,
  });
  touch('thread', id);
};

/** A person says what became of a thread; who closes it gives a claim of their own back. */
export const setThreadOutcome: Apply<'thread.setOutcome'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  const { id, outcome, happiness } = args;
  if (!(await write.load('thread', id))) await refuseMissing(write, id);
  const reason = toStorable(args.reason);
  await updateThreadOutcome(tx, teamId, id, {
    outcome,
    reason: reason === '' ? null : reason,
    happiness: outcome === 'settled' ? (happiness ?? null) : null,
  });
  if (outcome !== 'open') {
    await releaseClaim(tx, { teamId, threadId: id, memberId: actor.memberId }, null);
  }
  touch('thread', id);
};

/** A person says what a post is. */
export const labelThread: Apply<'thread.label'> = async (write, actor, { id, ...change }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  await updateThreadLabel(tx, teamId, id, changeLabel(thread.label, change, by));
  touch('thread', id);
};

/** The customer wrote again after the team had answered. */
export const addThreadFollowUp: Apply<'thread.followUp'> = async (write, _actor, args) => {
  const { tx, teamId, touch } = write;
  const { id, followUp } = args;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  await refuseErased(write, { postKey: followUp.id });
  if (thread.followUps?.some((known) => known.id === followUp.id)) return;
  await updateThreadFollowUps(tx, teamId, id, addFollowUp(thread.followUps, followUp));
  touch('thread', id);
};

/** A missing thread that was erased is refused as that: what was said of it goes from the browser too. */
export async function refuseMissing(write: TeamWrite, id: string): Promise<never> {
  await refuseErased(write, { postKey: id });
  throw notFound('thread');
}

/** A person says that an unsure mention is about the brand. */
export const confirmThread: Apply<'thread.confirm'> = async (write, actor, { id }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) throw notFound('thread');
  if (thread.match.sure) return;
  const member = await write.load('member', actor.memberId);
  const match = toConfirmed(thread.match, member?.name);
  await updateThreadReading(tx, teamId, id, { post: thread.post, match });
  touch('thread', id);
};

function isFullerReading(known: Post, read: Post): boolean {
  return known.truncated === true && read.text.length > known.text.length;
}
