import { changeRoute } from '#utils/model/thread-route.ts';
import { readNow } from '#server/store/database.ts';
import { updateThreadRoute, updateThreadSnooze } from '#server/store/threads.ts';
import { refuseMissing } from './threads.ts';
import type { Apply } from './apply.ts';

/** A rule or a teammate says who should take a thread up, and how soon. What a rule says gives way to all that is known. */
export const routeThread: Apply<'thread.route'> = async (write, actor, { id, ...change }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  if (change.ruleId !== undefined && thread.route !== undefined) return;
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  await updateThreadRoute(tx, teamId, id, changeRoute(thread.route, change, by));
  touch('thread', id);
};

/** Puts a thread off, or brings it back. */
export const snoozeThread: Apply<'thread.snooze'> = async (write, actor, { id, until }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  if (until === null && thread.snooze === undefined) return;
  const at = await readNow(tx);
  const snooze = until === null ? null : { until, by: actor.memberId, at };
  await updateThreadSnooze(tx, teamId, id, snooze);
  touch('thread', id);
};
