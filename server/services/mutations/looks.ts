import { answerLook, askLook } from '#utils/model/look.ts';
import { readNow } from '#server/store/database.ts';
import { updateThreadLook } from '#server/store/threads.ts';
import type { Apply } from './apply.ts';
import { refuseMissing } from './threads.ts';

/** A draft is put before the team. */
export const askThreadLook: Apply<'look.ask'> = async (write, actor, { id, text, note }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  await updateThreadLook(tx, teamId, id, askLook(thread.look, { text, note }, by));
  touch('thread', id);
};

/** Somebody says something of the draft. One that has ended meanwhile needs no answer. */
export const answerThreadLook: Apply<'look.answer'> = async (write, actor, { id, ...answer }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  if (!thread.look) return;
  const by = { memberId: actor.memberId, at: await readNow(tx) };
  await updateThreadLook(tx, teamId, id, answerLook(thread.look, answer, by));
  touch('thread', id);
};

/** The draft is before the team no more. */
export const endThreadLook: Apply<'look.end'> = async (write, _actor, { id }) => {
  const { tx, teamId, touch } = write;
  const thread = await write.load('thread', id);
  if (!thread) return refuseMissing(write, id);
  if (!thread.look) return;
  await updateThreadLook(tx, teamId, id, null);
  touch('thread', id);
};
