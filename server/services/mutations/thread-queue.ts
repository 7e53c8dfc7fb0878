import { changeRoute, isSetAsideBy } from '#utils/model/thread-route.ts';
import { readNow } from '#server/store/database.ts';
import { toStorable } from '#server/store/storable.ts';
import {
  updateThreadOutcome,
  updateThreadRoute,
  updateThreadSnooze,
} from '#server/store/threads.ts';
import { Refused } from './refused.ts';
import { refuseMissing } from './threads.ts';
import type { Apply } from './apply.ts';

/** A rule or a teammate says who should take a thread up, and how soon. What a rule says gives way to all that is known. */
export const routeThread: Apply<'thread.route'> = async (write, actor, { id, ...change }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  const { ruleId, setAside } = change;
  if (ruleId === undefined && setAside !== undefined) {
    throw new Refused('invalid', 'Only a rule sets aside along the way; say thread.setOutcome.');
  }
  if (ruleId !== undefined && thread.route !== undefined) return;
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  await updateThreadRoute(tx, teamId, id, changeRoute(thread.route, change, by));
  if (setAside !== undefined && isSetAsideBy(thread, change)) {
    const reason = toStorable(setAside);
    await updateThreadOutcome(tx, teamId, id, { outcome: 'setAside', reason, happiness: null });
  }
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
